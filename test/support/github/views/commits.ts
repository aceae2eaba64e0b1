import type { Account } from '../accounts.ts'
import { type Commit, type Identity, isoDate, parseCommit } from '../commit-object.ts'
import { changesBetween, EMPTY_TREE, type FileChange } from '../diffs.ts'
import type { Hub } from '../hub.ts'
import { readObject } from '../objects.ts'
import type { Repository } from '../repositories.ts'
import type { Schemas } from '../router.ts'
import { apiUrl, htmlUrl, verificationView } from './git.ts'
import { nodeId } from './node-id.ts'
import { orNull } from './people.ts'

/** A commit's contents, also by the name of a tag of it. Throws where there is none of that name. */
export async function commitOf(repository: Repository, sha: string): Promise<Commit> {
  const object = await readObject(repository.path, `${sha}^{commit}`)
  if (object?.type !== 'commit') throw new Error(`${repository.fullName} has no commit ${sha}`)
  return parseCommit(object.content.toString())
}

export async function commitView(hub: Hub, repository: Repository, sha: string): Promise<Schemas['commit']> {
  const commit = await commitOf(repository, sha)
  const url = apiUrl(hub, repository, `/commits/${sha}`)
  const person = (who: Identity) => ({ name: who.name, email: who.email, date: isoDate(who) })
  return {
    sha,
    node_id: nodeId('C', repository.id, sha),
    commit: {
      author: person(commit.author),
      committer: person(commit.committer),
      message: commit.message.trimEnd(),
      tree: { sha: commit.tree, url: apiUrl(hub, repository, `/git/trees/${commit.tree}`) },
      url: apiUrl(hub, repository, `/git/commits/${sha}`),
      comment_count: 0,
      verification: verificationView(hub, commit),
    },
    url,
    html_url: htmlUrl(hub, repository, `/commit/${sha}`),
    comments_url: `${url}/comments`,
    author: orNull(hub, accountOf(hub, commit.author)),
    committer: orNull(hub, accountOf(hub, commit.committer)),
    parents: commit.parents.map(parent => ({
      sha: parent,
      url: apiUrl(hub, repository, `/commits/${parent}`),
      html_url: htmlUrl(hub, repository, `/commit/${parent}`),
    })),
  }
}

/** As runs of workflows and merge groups tell of it. */
export async function simpleCommitView(
  repository: Repository,
  sha: string,
): Promise<Schemas['simple-commit']> {
  const commit = await commitOf(repository, sha)
  return {
    id: sha,
    tree_id: commit.tree,
    message: commit.message.trimEnd(),
    timestamp: isoDate(commit.committer),
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  }
}

/** With the files that it changed against its first parent. */
export async function fullCommitView(
  hub: Hub,
  repository: Repository,
  sha: string,
): Promise<Schemas['commit']> {
  const { parents, tree } = await commitOf(repository, sha)
  const changes = await changesBetween(repository.path, parents[0] ?? EMPTY_TREE, tree)
  const [additions, deletions] = [sum(changes, 'additions'), sum(changes, 'deletions')]
  return {
    ...(await commitView(hub, repository, sha)),
    stats: { additions, deletions, total: additions + deletions },
    files: changes.map(change => fileView(hub, repository, sha, change)),
  }
}

export function fileView(
  hub: Hub,
  repository: Repository,
  commit: string,
  change: FileChange,
): Schemas['diff-entry'] {
  const file = change.path.split('/').map(encodeURIComponent).join('/')
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: htmlUrl(hub, repository, `/blob/${commit}/${file}`),
    raw_url: htmlUrl(hub, repository, `/raw/${commit}/${file}`),
    contents_url: apiUrl(hub, repository, `/contents/${file}?ref=${commit}`),
    ...(change.patch !== undefined && { patch: change.patch }),
    ...(change.previousPath !== undefined && { previous_filename: change.previousPath }),
  }
}

export function sum(changes: readonly FileChange[], key: 'additions' | 'deletions'): number {
  return changes.reduce((total, change) => total + change[key], 0)
}

/** The account that an e-mail address belongs to: GitHub's own noreply addresses, and the tests' example ones. */
export function accountOf(hub: Hub, { email }: Identity): Account | undefined {
  if (email === 'noreply@github.com') return hub.accounts.account('web-flow')
  const login =
    /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email) ?? /^(.+)@example\.com$/.exec(email)
  return hub.accounts.known(login?.[1] ?? '')
}
