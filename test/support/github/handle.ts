import { formatCommit, identity } from './commit-object.ts'
import { type PullRequest, pullsOf } from './conversation.ts'
import { git, readRef, updateRef, ZERO } from './git-store.ts'
import type { Hub } from './hub.ts'
import { enqueue, mergeQueued, type Queued } from './merge-queue.ts'
import { readObject, writeObject } from './objects.ts'
import type { Protection } from './protection.ts'
import type { Repository } from './repositories.ts'
import { readTree, writeTree } from './trees.ts'
import { commitOf } from './views/commits.ts'

/** A commit as a test looks at it. */
export interface LogEntry {
  readonly sha: string
  readonly parents: readonly string[]
  readonly author: string
  readonly committer: string
  readonly message: string
}

/** What a test does with a repository besides asking over HTTP. */
export interface RepositoryHandle {
  readonly fullName: string
  /** The bare repository's folder. */
  readonly path: string
  /** The clone URL, `http://127.0.0.1:PORT/owner/name.git`; holds no token. */
  readonly url: string
  /**
   * Commits onto a branch (made if need be, from the default branch) as the owner pushing: listeners hear of it.
   * `null` deletes a file.
   * @returns the commit's sha.
   */
  commit(
    branch: string,
    files: Readonly<Record<string, string | Buffer | null>>,
    message: string,
  ): Promise<string>
  /** A file's text at a branch's tip (or at any revision), or undefined. */
  read(revision: string, path: string): Promise<string | undefined>
  /** Mode (`100644`), by path, of every file at a revision. */
  modes(revision: string): Promise<Record<string, string>>
  /** A branch's tip, or undefined. */
  head(branch: string): Promise<string | undefined>
  /** The commits of a branch, newest first. */
  log(branch: string): Promise<LogEntry[]>
  /** Takes over a branch of another repository, as a fork or a mirror does. */
  fetch(from: RepositoryHandle, branch: string): Promise<void>
  /** Puts a pull request into the merge queue, as the owner. */
  queue(number: number): Promise<Queued>
  /** Merges what the queue made. */
  mergeQueued(number: number, queued: Queued): Promise<void>
  /** Protects a branch; by default a classic protection that asks for a pull request. */
  protect(branch: string, protection?: Partial<Protection>): void
}

/** The handle of a repository. */
export function repositoryHandle(hub: Hub, repository: Repository): RepositoryHandle {
  const { path, fullName, owner } = repository
  return {
    fullName,
    path,
    url: `${hub.url}/${fullName}.git`,
    async commit(branch, files, message) {
      const ref = `refs/heads/${branch}`
      const before = await readRef(path, ref)
      const parent = before ?? (await readRef(path, `refs/heads/${repository.defaultBranch}`))
      const tree = await treeWith(path, parent, files)
      const person = identity(owner.login, `${owner.login}@example.com`)
      const parents = parent === undefined ? [] : [parent]
      const commit = formatCommit({
        tree,
        parents,
        author: person,
        committer: person,
        message: `${message}\n`,
      })
      const after = await writeObject(path, 'commit', commit)
      if (!(await updateRef(path, ref, after, before ?? ZERO)))
        throw new Error(`${fullName}: '${branch}' moved while committing to it`)
      await hub.landed(repository, [{ ref, before: before ?? ZERO, after }], owner)
      return after
    },
    async read(revision, file) {
      const object = await readObject(path, `${revision}:${file}`)
      return object?.type === 'blob' ? object.content.toString() : undefined
    },
    async modes(revision) {
      const entries = await readTree(path, revision, true)
      return Object.fromEntries(
        entries.filter(entry => entry.type !== 'tree').map(entry => [entry.path, entry.mode]),
      )
    },
    head: branch => readRef(path, `refs/heads/${branch}`),
    async log(branch) {
      const shas = (await git(path, ['rev-list', '--topo-order', `refs/heads/${branch}`])).split('\n')
      return Promise.all(shas.map(sha => logEntry(repository, sha)))
    },
    async fetch(from, branch) {
      await git(path, ['fetch', '--quiet', from.path, `+refs/heads/${branch}:refs/heads/${branch}`])
    },
    queue: number => enqueue(hub, repository, pullNumbered(repository, number), owner),
    mergeQueued: (number, queued) =>
      mergeQueued(hub, repository, pullNumbered(repository, number), queued, owner),
    protect(branch, protection = {}) {
      repository.protections.set(branch, {
        by: 'protection',
        requires: 'pull-request',
        bypass: [],
        ...protection,
      })
    },
  }
}

function pullNumbered(repository: Repository, number: number): PullRequest {
  const request = pullsOf(repository).find(each => each.number === number)
  if (!request) throw new Error(`${repository.fullName} has no pull request ${number}`)
  return request
}

async function treeWith(
  path: string,
  parent: string | undefined,
  files: Readonly<Record<string, string | Buffer | null>>,
): Promise<string> {
  const changes = await Promise.all(
    Object.entries(files).map(async ([file, content]) => ({
      path: file,
      mode: '100644',
      sha: content === null ? null : await writeObject(path, 'blob', content),
    })),
  )
  return writeTree(path, parent, changes)
}

async function logEntry(repository: Repository, sha: string): Promise<LogEntry> {
  const commit = await commitOf(repository, sha)
  const name = ({ name: given, email }: { name: string; email: string }) => `${given} <${email}>`
  return {
    sha,
    parents: commit.parents,
    author: name(commit.author),
    committer: name(commit.committer),
    message: commit.message.trimEnd(),
  }
}
