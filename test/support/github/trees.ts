import { git, withIndex } from './git-store.ts'

/** An entry of a tree, its path from the root of what was read. */
export interface TreeEntry {
  readonly mode: string
  readonly type: string
  readonly sha: string
  /** Bytes; only blobs have one. */
  readonly size: number | undefined
  readonly path: string
}

/** A change to a tree: `sha` null deletes; mode `040000` puts a whole tree there. */
export interface TreeChange {
  readonly path: string
  readonly mode: string
  readonly sha: string | null
}

/** Lists a tree; recursively with the trees themselves among the entries, as GitHub does. */
export async function readTree(path: string, tree: string, recursive: boolean): Promise<TreeEntry[]> {
  const text = await git(path, ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), tree])
  return text
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const [meta = '', name = ''] = [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]
      const [mode = '', type = '', sha = '', size = '-'] = meta.split(/ +/)
      return { mode, type, sha, size: size === '-' ? undefined : Number(size), path: name }
    })
}

/** Writes the tree that comes of changes to a base (a tree or commit; undefined: the empty tree). */
export async function writeTree(
  path: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  return withIndex(path, async env => {
    if (base !== undefined) await git(path, ['read-tree', base], { env })
    const isTree = (change: TreeChange) => change.mode === '040000' && change.sha !== null
    const lines = changes
      .filter(change => !isTree(change))
      .map(({ mode, sha, path: file }) =>
        sha === null ? `0 ${'0'.repeat(40)}\t${file}\0` : `${mode} ${sha}\t${file}\0`,
      )
    await git(path, ['update-index', '-z', '--index-info'], { env, input: lines.join('') })
    for (const { path: folder, sha } of changes.filter(isTree)) {
      await git(path, ['rm', '--cached', '-r', '-q', '--ignore-unmatch', '--', folder], { env })
      await git(path, ['read-tree', `--prefix=${folder}/`, sha ?? ''], { env })
    }
    return git(path, ['write-tree'], { env })
  })
}
