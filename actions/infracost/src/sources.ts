import { stat } from 'node:fs/promises'
import { basename, isAbsolute, resolve } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { Source } from './cli/breakdown.ts'
import { tidyDirectory } from './limits.ts'

/**
 * Root modules by their code.
 * @param root the folder that the directories are relative to.
 * @throws UserError where one is not there.
 */
export async function codeSources(directories: readonly string[], root: string): Promise<Source[]> {
  const tidy = [...new Set(directories.map(tidyDirectory))]
  for (const directory of tidy)
    if (!(await is(resolve(root, directory), 'directory')))
      throw new UserError(`input 'directories' names '${directory}', and there is no such folder in ${root}`)
  return tidy.map(directory => ({ directory, kind: 'code', path: directory, root }))
}

/**
 * Root modules by their plans: lines `directory=path`, or a path whose file name is the URI-encoded directory.
 * @throws UserError where a file is not there.
 */
export async function planSources(lines: readonly string[], root: string): Promise<Source[]> {
  const sources = lines.map((line): Source => ({ ...planLine(line, root), kind: 'plan', root }))
  for (const { path } of sources)
    if (!(await is(path, 'file')))
      throw new UserError(`input 'plan-json' names '${path}', and there is no such file`)
  return sources
}

function planLine(line: string, root: string): Pick<Source, 'directory' | 'path'> {
  const at = line.indexOf('=')
  if (at > 0 && !isAbsolute(line))
    return {
      directory: tidyDirectory(line.slice(0, at).trim()),
      path: resolve(root, line.slice(at + 1).trim()),
    }
  return { directory: decoded(basename(line).replace(/\.json$/, '')), path: resolve(root, line) }
}

function decoded(name: string): string {
  try {
    return tidyDirectory(decodeURIComponent(name))
  } catch {
    return name
  }
}

/** Whether there is a file, or a folder, of that name. */
export async function is(path: string, kind: 'file' | 'directory'): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return (kind === 'file' ? found?.isFile() : found?.isDirectory()) ?? false
}
