/** A merge queue: what is to be merged stands on a branch of its own first, so that it can be checked. */
import type { Account } from './accounts.ts'
import type { PullRequest } from './conversation.ts'
import { commitsBetween, readRef, updateRef, ZERO } from './git-store.ts'
import type { Hub } from './hub.ts'
import { mergedTree, writeSigned } from './pulls.ts'
import { Refusal } from './refusal.ts'
import type { Repository } from './repositories.ts'

/** What stands in the queue for one pull request. */
export interface Queued {
  /** `refs/heads/gh-readonly-queue/BRANCH/pr-N-SHA`, where SHA is what the base branch was. */
  readonly ref: string
  readonly sha: string
  readonly baseSha: string
}

/** Puts a pull request into the queue; listeners of `merge_group` hear of it. */
export async function enqueue(
  hub: Hub,
  repository: Repository,
  request: PullRequest,
  by: Account,
): Promise<Queued> {
  const { number, pull, title } = request
  const baseSha = (await readRef(repository.path, `refs/heads/${pull.baseRef}`)) ?? ZERO
  const tree = await mergedTree(repository.path, baseSha, pull.headSha)
  if (tree === undefined) throw new Refusal(405, 'Pull Request is not mergeable')
  const from = `${pull.headRepository.owner.login}/${pull.headRef}`
  const sha = await writeSigned(hub, repository, by, {
    tree,
    parents: [baseSha, pull.headSha],
    message: `Merge pull request #${number} from ${from}\n\n${title}`,
  })
  const ref = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${number}-${baseSha}`
  await updateRef(repository.path, ref, sha, ZERO)
  const queued = { ref, sha, baseSha }
  await hub.queued(repository, request, queued, by)
  return queued
}

/** Merges what the queue has made for a pull request, and takes it out of the queue. */
export async function mergeQueued(
  hub: Hub,
  repository: Repository,
  request: PullRequest,
  { ref, sha, baseSha }: Queued,
  by: Account,
): Promise<void> {
  const base = `refs/heads/${request.pull.baseRef}`
  if (!(await updateRef(repository.path, base, sha, baseSha)))
    throw new Refusal(405, 'Base branch was modified. Review and try the merge again.')
  await updateRef(repository.path, ref, ZERO, sha)
  const mergedCommits = await commitsBetween(repository.path, baseSha, sha)
  Object.assign(request.pull, { mergedAt: new Date(), mergedBy: by, mergeSha: sha, mergedCommits, baseSha })
  await hub.closed(repository, request, by)
  await hub.landed(repository, [{ ref: base, before: baseSha, after: sha }], by)
}
