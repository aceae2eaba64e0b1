import type { Git } from './git.ts'

/** A file as a tree names it. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000` (symbolic link) or `160000` (submodule). */
  readonly mode: string
  readonly path: string
  readonly oid: string
  /** In bytes; 0 for a submodule. */
  readonly size: number
}

/** What a commit says, as far as landing on it needs. */
export interface Commit {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  /** `Name <email>` and the seconds since 1970. */
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

/** Who, and when (seconds since 1970). */
export interface Signature {
  readonly who: string
  readonly when: number
}

/** The commits that names stand for, in order; undefined where there is none. */
export async function readCommits(git: Git, names: readonly string[]): Promise<(Commit | undefined)[]> {
  const objects = await catFile(git, names)
  return objects.map(object => object && parseCommit(object.oid, object.bytes.toString('utf8')))
}

/** Every file of a commit's tree. Files whose names are not UTF-8 are left out: no input can name them. */
export async function listTree(git: Git, commit: string): Promise<TreeEntry[]> {
  const bytes = await output(git, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit])
  return parseTree(bytes.toString('utf8'))
}

/** The bytes of blobs, in the order asked for. @throws where an object is missing. */
export async function readBlobs(git: Git, oids: readonly string[]): Promise<Buffer[]> {
  const objects = await catFile(git, oids)
  return objects.map((object, index) => {
    if (object === undefined) throw new Error(`the object ${oids[index]} is missing`)
    return object.bytes
  })
}

/** Parses the output of `git ls-tree -r -l -z`. */
export function parseTree(listing: string): TreeEntry[] {
  return listing.split('\0').flatMap(line => {
    const tab = line.indexOf('\t')
    if (tab < 0) return []
    const [mode = '', , oid = '', size = '0'] = line.slice(0, tab).split(/ +/)
    const path = line.slice(tab + 1)
    return path.includes('\ufffd') ? [] : [{ mode, path, oid, size: Number(size) || 0 }]
  })
}

/** Parses a commit object (gitformat: headers, an empty line, the message). */
export function parseCommit(oid: string, text: string): Commit {
  const end = text.indexOf('\n\n')
  const headers = text.slice(0, end).split('\n')
  const all = (name: string) =>
    headers.filter(line => line.startsWith(`${name} `)).map(line => line.slice(name.length + 1))
  return {
    oid,
    tree: all('tree')[0] ?? '',
    parents: all('parent'),
    author: parseSignature(all('author')[0]),
    committer: parseSignature(all('committer')[0]),
    message: text.slice(end + 2),
  }
}

function parseSignature(line = ''): Signature {
  const [, who = '', when = '0'] = /^(.*) (\d+) [+-]\d{4}$/.exec(line) ?? []
  return { who, when: Number(when) }
}

async function catFile(git: Git, names: readonly string[]) {
  if (names.length === 0) return []
  return parseBatch(await output(git, ['cat-file', '--batch'], `${names.join('\n')}\n`))
}

/** Parses the output of `git cat-file --batch`; undefined stands for a missing object. */
function parseBatch(bytes: Buffer): ({ oid: string; bytes: Buffer } | undefined)[] {
  const objects = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at)
    const [oid = '', kind, size] = bytes.toString('utf8', at, end).split(' ')
    at = end + 1
    if (kind === 'missing') {
      objects.push(undefined)
      continue
    }
    objects.push({ oid, bytes: bytes.subarray(at, at + Number(size)) })
    at += Number(size) + 1
  }
  return objects
}

async function output(git: Git, args: readonly string[], input?: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  await git.run(args, { onBytes: chunk => chunks.push(chunk), ...(input !== undefined && { input }) })
  return Buffer.concat(chunks)
}
