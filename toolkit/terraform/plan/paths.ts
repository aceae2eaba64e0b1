import { createHash } from 'node:crypto'
import { join, posix, relative, resolve, sep } from 'node:path'
import { UserError } from '../../action/errors.ts'

const NAMED = /([^/]+)\.tfplan\.json$/
const SUFFIX = { json: '.tfplan.json', plan: '.tfplan' } as const

// File systems take names of 255 bytes, and suffixes follow.
const LONGEST_NAME = 200

/** The name of a file on a directory: tells the directory, unless that is too long for a name. */
export function fileNameOf(directory: string): string {
  // A leading dot would hide the file.
  const name = encodeURIComponent(directory).replace(/^\./, '%2E')
  return name.length <= LONGEST_NAME ? name : createHash('sha256').update(directory).digest('hex')
}

/** Where a plan of that root module is kept; the file's name tells the directory, unless that is very long. */
export function planPath(folder: string, directory: string, kind: keyof typeof SUFFIX): string {
  return join(folder, `${fileNameOf(directory)}${SUFFIX[kind]}`)
}

/** A line of the input `plan-json`: the path, and before it the directory where the path does not tell that. */
export function planLine({ directory, path }: PlanSource): string {
  return directoryIn(path) === directory ? path : `${directory}=${path}`
}

/** The directory that a plan's file tells by its name; undefined where it tells none. */
export function directoryIn(path: string): string | undefined {
  const named = NAMED.exec(path.split(sep).join('/'))?.[1]
  return named === undefined ? undefined : decodedName(named)
}

/** A plan's JSON, and the root module that it is of. */
export interface PlanSource {
  /** Relative to the workspace, `.` for its root. */
  readonly directory: string
  readonly path: string
}

/**
 * Reads the input `plan-json`: lines `directory=path`, or a path alone. The directory of a path alone is that which
 * `planPath` put into its name, else the folder that the file lies in.
 * @param workspace is what relative paths start from, and directories are relative to
 * @throws UserError where a directory is not within the workspace, or has two plans
 */
export function planSources(lines: readonly string[], workspace: string): PlanSource[] {
  const sources = lines.map(line => sourceOf(line, workspace))
  for (const [i, { directory, path }] of sources.entries()) {
    const other = sources.slice(0, i).find(source => source.directory === directory)
    if (other)
      throw new UserError(
        `input 'plan-json' has two plans of '${directory}', '${other.path}' and '${path}'; ` +
          'name the root module of each: directory=path',
      )
  }
  return sources
}

function sourceOf(line: string, workspace: string): PlanSource {
  const equals = line.indexOf('=')
  // A directory is relative, so what begins with a slash is a path, which may hold an equals sign.
  if (equals <= 0 || line.startsWith('/')) {
    const path = resolve(workspace, line)
    return { directory: directoryOf(line, path, workspace), path }
  }
  const directory = posix.normalize(line.slice(0, equals).trim()).replace(/(?<=.)\/$/, '')
  if (directory.startsWith('/') || directory === '..' || directory.startsWith('../'))
    throw new UserError(
      `input 'plan-json' names the directory '${directory}', which is not in the workspace; write it relative to it`,
    )
  return { directory, path: resolve(workspace, line.slice(equals + 1).trim()) }
}

function directoryOf(line: string, path: string, workspace: string): string {
  const named = directoryIn(path)
  if (named !== undefined) return named
  const folder = relative(workspace, resolve(path, '..')).split(sep).join('/')
  if (folder.startsWith('..') || folder.startsWith('/'))
    throw new UserError(
      `input 'plan-json' names '${line}', which is not in the workspace; name its root module: directory=path`,
    )
  return folder === '' ? '.' : folder
}

function decodedName(name: string): string | undefined {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}
