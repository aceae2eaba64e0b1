import { type Commit, isoDate, isSigned } from '../commit-object.ts'
import type { Ref } from '../git-store.ts'
import type { Hub } from '../hub.ts'
import type { Repository } from '../repositories.ts'
import type { Schemas } from '../router.ts'
import { nodeId } from './node-id.ts'

/** The address of something below a repository in the API. */
export const apiUrl = (hub: Hub, repository: Repository, rest = '') =>
  `${hub.apiUrl}/repos/${repository.fullName}${rest}`

/** The address of something below a repository's pages. */
export const htmlUrl = (hub: Hub, repository: Repository, rest = '') =>
  `${hub.url}/${repository.fullName}${rest}`

export function refView(hub: Hub, repository: Repository, { ref, sha, type }: Ref): Schemas['git-ref'] {
  return {
    ref,
    node_id: nodeId('REF', repository.id, ref),
    url: apiUrl(hub, repository, `/git/${ref}`),
    object: { type, sha, url: apiUrl(hub, repository, `/git/${type}s/${sha}`) },
  }
}

/** Whether and why a commit counts as verified. */
export function verificationView(hub: Hub, commit: Commit): Schemas['verification'] {
  const verified = isSigned(commit, hub.signingKey)
  const reason = verified ? 'valid' : commit.signature === undefined ? 'unsigned' : 'unknown_key'
  const signature = commit.signature ?? null
  return {
    verified,
    reason,
    signature,
    payload: null,
    verified_at: verified ? isoDate(commit.committer) : null,
  }
}

export function gitCommitView(
  hub: Hub,
  repository: Repository,
  sha: string,
  commit: Commit,
): Schemas['git-commit'] {
  const place = (kind: string, name: string) => ({
    sha: name,
    url: apiUrl(hub, repository, `/git/${kind}s/${name}`),
  })
  const person = (who: Commit['author']) => ({ name: who.name, email: who.email, date: isoDate(who) })
  return {
    ...place('commit', sha),
    node_id: nodeId('C', repository.id, sha),
    html_url: htmlUrl(hub, repository, `/commit/${sha}`),
    author: person(commit.author),
    committer: person(commit.committer),
    tree: place('tree', commit.tree),
    message: commit.message,
    parents: commit.parents.map(parent => ({
      ...place('commit', parent),
      html_url: htmlUrl(hub, repository, `/commit/${parent}`),
    })),
    verification: verificationView(hub, commit),
  }
}
