import type { Git } from '../../../toolkit/git/git.ts'
import { type Commit, listTree, readBlobs, type TreeEntry } from '../../../toolkit/git/objects.ts'
import { LARGEST_FILE } from '../../../toolkit/yaml/parse.ts'
import type { FileChange, SourceFile } from './plan.ts'
import type { BumpRequest } from './request.ts'
import { demandRegular, selector } from './select.ts'

/** The files that a request looks at, as they stand at a commit. */
export interface Snapshot {
  readonly commit: Commit
  readonly files: readonly SourceFile[]
  /** Mode of each of the files, by path. */
  readonly modes: ReadonlyMap<string, string>
}

/** Reads the files from the private repository, in two processes however many there are. */
export async function readSnapshot(git: Git, commit: Commit, request: BumpRequest): Promise<Snapshot> {
  const roleOf = await selector(request)
  const entries = await listTree(git, commit.oid)
  const wanted = entries.flatMap(entry => {
    const role = isRegular(entry) ? roleOf(entry.path) : undefined
    return role ? [{ ...entry, context: role === 'context' }] : []
  })
  demandRegular(
    entries.filter(entry => !isRegular(entry)).map(({ path, mode }) => ({ path, kind: kindOf(mode) })),
    request,
  )
  const readable = wanted.filter(({ size }) => size <= LARGEST_FILE)
  const blobs = await readBlobs(
    git,
    readable.map(({ oid }) => oid),
  )
  const bytes = new Map(readable.map(({ path }, index) => [path, blobs[index]]))
  return {
    commit,
    files: wanted.map(({ path, context }) => ({ path, bytes: bytes.get(path), context })),
    modes: new Map(wanted.map(({ path, mode }) => [path, mode])),
  }
}

/** The changed files, as a commit takes them. */
export function newContents({ modes }: Pick<Snapshot, 'modes'>, changes: readonly FileChange[]) {
  return changes.map(({ path, after }) => ({ path, mode: modes.get(path)!, bytes: Buffer.from(after) }))
}

function isRegular({ mode }: TreeEntry): boolean {
  return mode === '100644' || mode === '100755'
}

function kindOf(mode: string): string {
  return mode === '160000' ? 'submodule' : 'symbolic link'
}
