import { objectInfo, readObject, writeObject } from './objects.ts'

/** An entry of a tree, its path from the root of what was read. */
export interface TreeEntry {
  /** Six digits, as the API writes it. */
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly sha: string
  readonly path: string
}

/** A change to a tree: `sha` null deletes; mode `040000` puts a whole tree there. */
export interface TreeChange {
  readonly path: string
  readonly mode: string
  readonly sha: string | null
}

/** Lists a tree or a commit's tree; recursively with the trees themselves among the entries, as GitHub does. */
export async function readTree(path: string, revision: string, recursive: boolean): Promise<TreeEntry[]> {
  const object = await readObject(path, `${revision}^{tree}`)
  if (!object) throw new Error(`${revision} names no tree`)
  const entries = parseTree(object.content)
  if (!recursive) return entries
  const nested = await Promise.all(
    entries.map(async entry => {
      if (entry.type !== 'tree') return [entry]
      const below = await readTree(path, entry.sha, true)
      return [entry, ...below.map(child => ({ ...child, path: `${entry.path}/${child.path}` }))]
    }),
  )
  return nested.flat()
}

/** The entry at a path of a tree or commit, or undefined. */
export async function entryAt(path: string, revision: string, file: string): Promise<TreeEntry | undefined> {
  const [folder, name] = [
    file.slice(0, Math.max(0, file.lastIndexOf('/'))),
    file.slice(file.lastIndexOf('/') + 1),
  ]
  const tree = await objectInfo(path, `${revision}:${folder}`)
  if (tree?.type !== 'tree') return undefined
  const found = (await readTree(path, tree.sha, false)).find(entry => entry.path === name)
  return found && { ...found, path: file }
}

/** Writes the tree that comes of changes to a base (a tree or commit; undefined: the empty tree). */
export async function writeTree(
  path: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  return (await rewrite(path, base, changes)) ?? writeObject(path, 'tree', '')
}

/** Undefined where nothing is left: git knows no empty folders. */
async function rewrite(
  path: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string | undefined> {
  const entries = base === undefined ? [] : await readTree(path, base, false)
  const kept = new Map(entries.map(entry => [entry.path, entry]))
  const below = new Map<string, TreeChange[]>()
  for (const change of changes) {
    const slash = change.path.indexOf('/')
    const name = slash < 0 ? change.path : change.path.slice(0, slash)
    if (slash >= 0)
      below.set(name, [...(below.get(name) ?? []), { ...change, path: change.path.slice(slash + 1) }])
    else if (change.sha === null) kept.delete(name)
    else kept.set(name, { path: name, mode: change.mode, type: typeOf(change.mode), sha: change.sha })
  }
  for (const [name, nested] of below) {
    const before = kept.get(name)
    const sha = await rewrite(path, before?.type === 'tree' ? before.sha : undefined, nested)
    if (sha === undefined) kept.delete(name)
    else kept.set(name, { path: name, mode: '040000', type: 'tree', sha })
  }
  return kept.size === 0 ? undefined : writeObject(path, 'tree', formatTree([...kept.values()]))
}

function parseTree(content: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(0, at)
    const head = content.subarray(at, end).toString()
    const space = head.indexOf(' ')
    const mode = head.slice(0, space).padStart(6, '0')
    const sha = content.subarray(end + 1, end + 21).toString('hex')
    entries.push({ path: head.slice(space + 1), mode, type: typeOf(mode), sha })
    at = end + 21
  }
  return entries
}

function formatTree(entries: readonly TreeEntry[]): Buffer {
  // git sorts by bytes, and a folder as if its name ended in a slash.
  const key = ({ path, type }: TreeEntry) => Buffer.from(type === 'tree' ? `${path}/` : path)
  const sorted = entries.toSorted((a, b) => Buffer.compare(key(a), key(b)))
  return Buffer.concat(
    sorted.flatMap(({ mode, path, sha }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`),
      Buffer.from(sha, 'hex'),
    ]),
  )
}

function typeOf(mode: string): TreeEntry['type'] {
  if (mode === '040000') return 'tree'
  return mode === '160000' ? 'commit' : 'blob'
}
