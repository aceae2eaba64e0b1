/** What a pull request is worth at this moment, by the repository's own objects. */
import { type Account, githubIdentity } from './accounts.ts'
import { hasPassed } from './checks.ts'
import { formatCommit, sign, webFlow } from './commit-object.ts'
import type { PullRequest } from './conversation.ts'
import { git, readRef, tryGit, updateRef, ZERO } from './git-store.ts'
import type { Hub } from './hub.ts'
import { writeObject } from './objects.ts'
import type { Repository } from './repositories.ts'

/** The status or check run that a branch protected by `status-check` asks for. */
export const REQUIRED_CHECK = 'ci'

/** GitHub's `mergeable_state`. */
export type MergeState = 'clean' | 'dirty' | 'blocked' | 'draft' | 'unknown'

/** Whether a pull request could be merged now, and if not, why. */
export async function mergeState(repository: Repository, request: PullRequest): Promise<MergeState> {
  const { pull, state } = request
  if (state === 'closed') return 'unknown'
  if ((await mergedTree(repository.path, pull.baseSha, pull.headSha)) === undefined) return 'dirty'
  if (pull.draft) return 'draft'
  const needsCheck = repository.protections.get(pull.baseRef)?.requires === 'status-check'
  return needsCheck && !hasPassed(repository, pull.headSha, REQUIRED_CHECK) ? 'blocked' : 'clean'
}

/** The tree of a merge, or undefined where the two conflict. */
export async function mergedTree(path: string, base: string, head: string): Promise<string | undefined> {
  const { code, stdout } = await tryGit(path, ['merge-tree', '--write-tree', base, head])
  return code === 0 ? stdout.toString().split('\n')[0] : undefined
}

/** A commit that GitHub makes and signs for somebody. */
export async function writeSigned(
  hub: Hub,
  repository: Repository,
  author: Account,
  content: { tree: string; parents: readonly string[]; message: string },
): Promise<string> {
  const commit = { ...content, author: githubIdentity(author), committer: webFlow() }
  return writeObject(repository.path, 'commit', formatCommit(sign(commit, hub.signingKey)))
}

/** Points `refs/pull/N/head` and `…/merge` at what they should show, and notes the test merge. */
export async function refreshPullRefs(hub: Hub, repository: Repository, request: PullRequest): Promise<void> {
  const { number, pull } = request
  if (pull.headRepository !== repository)
    await git(repository.path, ['fetch', '--quiet', pull.headRepository.path, pull.headSha])
  await point(repository.path, `refs/pull/${number}/head`, pull.headSha)
  const tree = await mergedTree(repository.path, pull.baseSha, pull.headSha)
  pull.mergeSha =
    tree === undefined
      ? undefined
      : await writeSigned(hub, repository, request.user, {
          tree,
          parents: [pull.baseSha, pull.headSha],
          message: `Merge ${pull.headSha} into ${pull.baseSha}`,
        })
  await point(repository.path, `refs/pull/${number}/merge`, pull.mergeSha)
}

async function point(path: string, ref: string, to: string | undefined): Promise<void> {
  const now = await readRef(path, ref)
  if (now !== to) await updateRef(path, ref, to ?? ZERO, now ?? ZERO)
}
