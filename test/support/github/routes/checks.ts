/** Commit statuses and check runs. */
import { type CheckRun, type CheckRunChange, latestStatuses, type Status } from '../checks.ts'
import { resolve } from '../git-store.ts'
import { runAutoMerges } from '../merge.ts'
import { notFound, unprocessable } from '../refusal.ts'
import { type BodyOf, created, ok, page, type RepositoryCall, type RepositoryRoutes } from '../router.ts'
import { checkRunView, simpleStatusView, statusView } from '../views/checks.ts'
import { apiUrl } from '../views/git.ts'
import { repositoryView } from '../views/repository.ts'

export const checkRoutes: RepositoryRoutes = {
  'POST /repos/{owner}/{repo}/statuses/{sha}': createStatus,
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses': async call => {
    const { hub, repository } = call
    const sha = await commitAt(call, call.params.ref)
    const found = repository.statuses.filter(status => status.sha === sha).reverse()
    return page(
      call,
      found.map(status => statusView(hub, repository, status)),
    )
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/status': combinedStatus,
  'POST /repos/{owner}/{repo}/check-runs': createCheckRun,
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': async call => {
    const run = checkRunOf(call)
    applyChange(run, call.body as CheckRunChange)
    await runAutoMerges(call.hub, call.repository)
    return ok(checkRunView(call.hub, call.repository, run))
  },
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': call =>
    ok(checkRunView(call.hub, call.repository, checkRunOf(call))),
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': call => {
    const run = checkRunOf(call)
    return page(
      call,
      run.annotations.map(annotation => ({
        start_column: null,
        end_column: null,
        title: null,
        raw_details: null,
        blob_href: apiUrl(call.hub, call.repository, `/contents/${annotation.path}?ref=${run.sha}`),
        ...annotation,
      })),
    )
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': async call => {
    const { hub, repository, query } = call
    const sha = await commitAt(call, call.params.ref)
    const name = query.get('check_name')
    const found = repository.checkRuns.filter(run => run.sha === sha && (name === null || run.name === name))
    return page(
      call,
      found.map(run => checkRunView(hub, repository, run)),
      check_runs => ({ total_count: found.length, check_runs }),
    )
  },
}

async function commitAt({ repository }: RepositoryCall, name = ''): Promise<string> {
  const sha = await resolve(repository.path, name)
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${name}`)
  return sha
}

async function createStatus(call: RepositoryCall) {
  const { hub, repository, actor } = call
  const given = call.body as BodyOf<'repos/create-commit-status'>
  const status: Status = {
    id: hub.nextId(),
    sha: await commitAt(call, call.params.sha),
    state: given.state,
    context: given.context ?? 'default',
    description: given.description ?? null,
    targetUrl: given.target_url ?? null,
    creator: actor.account,
    createdAt: new Date(),
  }
  repository.statuses.push(status)
  await runAutoMerges(hub, repository)
  return created(statusView(hub, repository, status))
}

async function combinedStatus(call: RepositoryCall) {
  const { hub, repository } = call
  const sha = await commitAt(call, call.params.ref)
  const latest = latestStatuses(repository, sha)
  const url = apiUrl(hub, repository, `/commits/${sha}`)
  const has = (...states: string[]) => latest.some(({ state }) => states.includes(state))
  const done = latest.length > 0 && !has('pending')
  return ok({
    state: has('error', 'failure') ? 'failure' : done ? 'success' : 'pending',
    sha,
    total_count: latest.length,
    statuses: latest.map(status => simpleStatusView(hub, repository, status)),
    repository: repositoryView(hub, repository),
    commit_url: url,
    url: `${url}/status`,
  })
}

async function createCheckRun(call: RepositoryCall) {
  const { hub, repository, actor } = call
  const given = call.body as BodyOf<'checks/create'>
  const run: CheckRun = {
    id: hub.nextId(),
    sha: await commitAt(call, given.head_sha),
    creator: actor.account,
    startedAt: new Date(),
    name: given.name,
    given: {},
    annotations: [],
  }
  applyChange(run, given)
  repository.checkRuns.push(run)
  await runAutoMerges(hub, repository)
  return created(checkRunView(hub, repository, run))
}

function applyChange(run: CheckRun, change: CheckRunChange): void {
  run.name = change.name ?? run.name
  run.annotations.push(...(change.output?.annotations ?? []))
  run.given = { ...run.given, ...change }
}

function checkRunOf({ repository, params }: RepositoryCall): CheckRun {
  const run = repository.checkRuns.find(({ id }) => id === Number(params.check_run_id))
  if (!run) throw notFound()
  return run
}
