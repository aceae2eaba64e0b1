import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'

/** What to put into an artifact: files by their path in it. */
export type ArtifactFiles = Record<string, Buffer>

/**
 * Finds files as actions/upload-artifact does: a line is a file, a folder (all below it) or a glob, `!` takes away
 * again; paths are kept from the folder that all lines have in common.
 * @param hidden whether files and folders whose names begin with a dot are taken.
 */
export async function findFiles(lines: string, workspace: string, hidden: boolean): Promise<ArtifactFiles> {
  const patterns = lines
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
  const wanted = patterns.filter(line => !line.startsWith('!')).map(line => resolve(workspace, line))
  const excluded = patterns
    .filter(line => line.startsWith('!'))
    .map(line => matcher(resolve(workspace, line.slice(1))))
  const found = new Set<string>()
  for (const pattern of wanted) {
    const start = searchPath(pattern)
    const matches = matcher(pattern)
    for (const file of await filesBelow(start)) if (matches(file)) found.add(file)
  }
  const kept = [...found].filter(
    file => !excluded.some(matches => matches(file)) && (hidden || !isHidden(relative(workspace, file))),
  )
  const root = rootOf(wanted.map(searchPath), kept)
  const files: ArtifactFiles = {}
  for (const file of kept.sort()) files[relative(root, file).split(sep).join('/')] = await readFile(file)
  return files
}

/** Everything before the first part with a wildcard. */
function searchPath(pattern: string): string {
  const parts = pattern.split(sep)
  const wild = parts.findIndex(part => /[*?[]/.test(part))
  return wild < 0 ? pattern : parts.slice(0, wild).join(sep) || sep
}

/** A pattern names a file or all that is below a folder. */
function matcher(pattern: string): (file: string) => boolean {
  const matches = picomatch([pattern, join(pattern, '**')], { dot: true })
  return file => matches(file)
}

async function filesBelow(path: string): Promise<string[]> {
  const about = await stat(path).catch(() => undefined)
  if (about === undefined) return []
  if (about.isFile()) return [path]
  const folders = new Set<string>()
  const walk = async (folder: string): Promise<string[]> => {
    const real = await realpath(folder)
    if (folders.has(real)) return []
    folders.add(real)
    const names = await readdir(folder)
    const below = await Promise.all(
      names.map(async name => {
        const inside = join(folder, name)
        const kind = await stat(inside).catch(() => lstat(inside))
        return kind.isDirectory() ? walk(inside) : kind.isFile() ? [inside] : []
      }),
    )
    return below.flat()
  }
  return walk(path)
}

function rootOf(searched: readonly string[], found: readonly string[]): string {
  const [first = sep, ...more] = searched
  if (more.length === 0) return found.length === 1 && found[0] === first ? dirname(first) : first
  const parts = first.split(sep)
  const shared = parts.findIndex((part, at) => more.some(other => other.split(sep)[at] !== part))
  const root = (shared < 0 ? parts : parts.slice(0, shared)).join(sep) || sep
  return found.includes(root) ? dirname(root) : root
}

function isHidden(path: string): boolean {
  return path.split(sep).some(part => part.startsWith('.') && part !== '..')
}
