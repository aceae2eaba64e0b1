/** Lets pull requests follow what was pushed, by git or by API. */
import type { Account } from './accounts.ts'
import { type PullRequest, pullsOf } from './conversation.ts'
import { commitsBetween, isAncestor, ZERO } from './git-store.ts'
import type { Hub, RefUpdate } from './hub.ts'
import { refreshPullRefs } from './pulls.ts'
import type { Repository } from './repositories.ts'

/** Applies one moved branch to every open pull request that it concerns. */
export async function followPulls(
  hub: Hub,
  repository: Repository,
  update: RefUpdate,
  by: Account,
): Promise<void> {
  const branch = update.ref.replace(/^refs\/heads\//, '')
  if (branch === update.ref) return
  for (const base of hub.repositories.all())
    for (const request of pullsOf(base)) {
      if (request.state === 'closed') continue
      if (request.pull.headRepository === repository && request.pull.headRef === branch)
        await followHead(hub, base, request, update, by)
      else if (base === repository && request.pull.baseRef === branch)
        await followBase(hub, base, request, update, by)
    }
}

async function followHead(
  hub: Hub,
  base: Repository,
  request: PullRequest,
  { before, after }: RefUpdate,
  by: Account,
): Promise<void> {
  if (after === ZERO) {
    await hub.closed(base, request, by)
    return
  }
  request.pull.headSha = after
  request.updatedAt = new Date()
  await refreshPullRefs(hub, base, request)
  await hub.told(base, request, by, { action: 'synchronize', before, after })
}

async function followBase(
  hub: Hub,
  base: Repository,
  request: PullRequest,
  { after }: RefUpdate,
  by: Account,
): Promise<void> {
  const { pull } = request
  if (after === ZERO) {
    await hub.closed(base, request, by)
  } else if (await isAncestor(base.path, pull.headSha, after)) {
    // Somebody merged with git and pushed: GitHub shows the pull request as merged.
    const mergedCommits = await commitsBetween(base.path, pull.baseSha, after)
    Object.assign(pull, { mergedAt: new Date(), mergedBy: by, mergeSha: after, mergedCommits })
    await hub.closed(base, request, by)
  } else {
    pull.baseSha = after
    await refreshPullRefs(hub, base, request)
  }
}
