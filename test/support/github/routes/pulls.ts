/** Pull requests. */
import { ACTIONS_BOT } from '../accounts.ts'
import {
  addIssue,
  demandBody,
  type MergeMethod,
  type Pull,
  type PullRequest,
  pullsOf,
  rewrite,
} from '../conversation.ts'
import { changesBetween } from '../diffs.ts'
import { commitsBetween, readRef } from '../git-store.ts'
import { mergePull } from '../merge.ts'
import { refreshPullRefs } from '../pulls.ts'
import { invalidField, notFound, Refusal } from '../refusal.ts'
import type { Repository } from '../repositories.ts'
import {
  type BodyOf,
  created,
  noContent,
  ok,
  page,
  type RepositoryCall,
  type RepositoryRoutes,
} from '../router.ts'
import { commitView, fileView } from '../views/commits.ts'
import { forkPoint, pullView, simplePullView } from '../views/pulls.ts'

const ONE = '/repos/{owner}/{repo}/pulls/{pull_number}'

export const pullRoutes: RepositoryRoutes = {
  'GET /repos/{owner}/{repo}/pulls': listPulls,
  'POST /repos/{owner}/{repo}/pulls': createPull,
  [`GET ${ONE}`]: async call => ok(await pullView(call.hub, call.repository, pullOf(call))),
  [`PATCH ${ONE}`]: updatePull,
  [`PUT ${ONE}/merge`]: merge,
  [`GET ${ONE}/merge`]: call => {
    if (!pullOf(call).pull.mergedAt) throw notFound()
    return noContent
  },
  [`GET ${ONE}/files`]: async call => {
    const { hub, repository } = call
    const request = pullOf(call)
    const { headSha } = request.pull
    const changes = await changesBetween(repository.path, await forkPoint(repository, request), headSha)
    return page(
      call,
      changes.map(change => fileView(hub, repository, headSha, change)),
    )
  },
  [`GET ${ONE}/commits`]: async call => {
    const { hub, repository } = call
    const { baseSha, headSha } = pullOf(call).pull
    const shas = await commitsBetween(repository.path, baseSha, headSha)
    return page(call, await Promise.all(shas.map(sha => commitView(hub, repository, sha))))
  },
  [`POST ${ONE}/requested_reviewers`]: call => {
    const { reviewers = [] } = call.body as { reviewers?: string[] }
    const request = pullOf(call)
    const asked = reviewers.map(login => call.hub.accounts.account(login))
    request.pull.reviewers = [...new Set([...request.pull.reviewers, ...asked])]
    return created(simplePullView(call.hub, call.repository, request))
  },
}

/** The pull request that a path names. */
function pullOf({ repository, params }: RepositoryCall): PullRequest {
  const request = pullsOf(repository).find(({ number }) => number === Number(params.pull_number))
  if (!request) throw notFound()
  return request
}

function listPulls(call: RepositoryCall) {
  const { hub, repository, query } = call
  const state = query.get('state') ?? 'open'
  const [base, head] = [query.get('base'), query.get('head')]
  const found = pullsOf(repository)
    .filter(request => state === 'all' || request.state === state)
    .filter(({ pull }) => base === null || pull.baseRef === base)
    // GitHub ignores a head without `owner:`, a well-known trap for callers.
    .filter(({ pull }) => !head?.includes(':') || labelOf(pull) === head.toLowerCase())
  if (query.get('direction') !== 'asc') found.reverse()
  return page(
    call,
    found.map(request => simplePullView(hub, repository, request)),
  )
}

async function createPull({ hub, repository, actor, body }: RepositoryCall) {
  const given = body as BodyOf<'pulls/create'>
  if (actor.account.login === ACTIONS_BOT && !repository.actionsMayOpenPulls)
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  demandBody('PullRequest', given.body)
  const { headRepository, headRef } = headOf(hub.repositories.find, repository, given.head)
  const headSha = await readRef(headRepository.path, `refs/heads/${headRef}`)
  if (headSha === undefined) throw invalidField('PullRequest', 'head', 'invalid')
  const baseSha = await readRef(repository.path, `refs/heads/${given.base}`)
  if (baseSha === undefined) throw invalidField('PullRequest', 'base', 'invalid')
  const pull: Pull = {
    headRepository,
    headRef,
    headSha,
    baseRef: given.base,
    baseSha,
    draft: given.draft ?? false,
    mergedAt: undefined,
    mergedBy: undefined,
    mergeSha: undefined,
    mergedCommits: [],
    autoMerge: undefined,
    reviewers: [],
  }
  demandNoTwin(repository, pull)
  const content = { title: given.title ?? headRef, body: given.body ?? null, pull }
  if (headRepository === repository && (await commitsBetween(repository.path, baseSha, headSha)).length === 0)
    throw refused(`No commits between ${given.base} and ${headRef}`)
  const request = addIssue(repository, hub.nextId(), actor.account, content) as PullRequest
  await refreshPullRefs(hub, repository, request)
  await hub.told(repository, request, actor.account, { action: 'opened' })
  return created(await pullView(hub, repository, request))
}

async function updatePull(call: RepositoryCall) {
  const { hub, repository, actor } = call
  const given = call.body as BodyOf<'pulls/update'>
  const request = pullOf(call)
  demandBody('PullRequest', given.body)
  const before = { title: request.title, body: request.body }
  if (given.base !== undefined) {
    const baseSha = await readRef(repository.path, `refs/heads/${given.base}`)
    if (baseSha === undefined) throw invalidField('PullRequest', 'base', 'invalid')
    Object.assign(request.pull, { baseRef: given.base, baseSha })
    await refreshPullRefs(hub, repository, request)
  }
  rewrite(request, given.body === undefined ? request.body : given.body, actor.account)
  request.title = given.title ?? request.title
  if (request.title !== before.title || request.body !== before.body)
    await hub.told(repository, request, actor.account, {
      action: 'edited',
      changes: changesOf(request, before),
    })
  if (given.state === 'closed' && request.state === 'open')
    await hub.closed(repository, request, actor.account)
  if (given.state === 'open' && request.state === 'closed') await reopen(call, request)
  return ok(await pullView(hub, repository, request))
}

function changesOf(now: PullRequest, before: { title: string; body: string | null }) {
  return {
    ...(now.title !== before.title && { title: { from: before.title } }),
    ...(now.body !== before.body && { body: { from: before.body ?? '' } }),
  }
}

async function reopen({ hub, repository, actor }: RepositoryCall, request: PullRequest): Promise<void> {
  const { pull } = request
  const headSha = await readRef(pull.headRepository.path, `refs/heads/${pull.headRef}`)
  if (pull.mergedAt || headSha === undefined)
    throw refused('state cannot be changed. The pull request cannot be reopened.')
  demandNoTwin(repository, pull)
  Object.assign(request, { state: 'open', closedAt: undefined })
  pull.headSha = headSha
  pull.baseSha = (await readRef(repository.path, `refs/heads/${pull.baseRef}`)) ?? pull.baseSha
  await refreshPullRefs(hub, repository, request)
  await hub.told(repository, request, actor.account, { action: 'reopened' })
}

async function merge(call: RepositoryCall) {
  const { merge_method, commit_title, commit_message, sha } = call.body as BodyOf<'pulls/merge'>
  const options = {
    method: (merge_method ?? 'merge') as MergeMethod,
    title: commit_title,
    message: commit_message,
    sha,
  }
  const merged = await mergePull(call.hub, call.repository, pullOf(call), call.actor.account, options)
  return ok({ sha: merged, merged: true, message: 'Pull Request successfully merged' })
}

function headOf(
  find: (owner: string, name: string) => Repository | undefined,
  repository: Repository,
  head: string,
): { headRepository: Repository; headRef: string } {
  const [owner, ref] = head.includes(':') ? head.split(':', 2) : [repository.owner.login, head]
  const headRepository = find(owner ?? '', repository.name)
  if (!headRepository) throw invalidField('PullRequest', 'head', 'invalid')
  return { headRepository, headRef: ref ?? '' }
}

function demandNoTwin(repository: Repository, pull: Pull): void {
  const twin = pullsOf(repository).some(
    other =>
      other.state === 'open' &&
      other.pull.headRepository === pull.headRepository &&
      other.pull.headRef === pull.headRef &&
      other.pull.baseRef === pull.baseRef,
  )
  if (twin)
    throw refused(`A pull request already exists for ${pull.headRepository.owner.login}:${pull.headRef}.`)
}

function refused(message: string): Refusal {
  return new Refusal(422, 'Validation Failed', {
    errors: [{ resource: 'PullRequest', code: 'custom', message }],
  })
}

function labelOf({ headRepository, headRef }: Pull): string {
  return `${headRepository.owner.login}:${headRef}`.toLowerCase()
}
