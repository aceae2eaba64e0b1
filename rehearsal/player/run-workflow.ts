import { evaluate, isTruthy, resolve, type Scope } from '../../test/support/runner/expressions.ts'
import { messageOf } from '../../toolkit/action/errors.ts'
import { dispatchInputs, githubContext } from './contexts.ts'
import { conclude, statusFunctions, statusOfNeeds } from './decide/status.ts'
import type { JobRun, WorkflowRun } from './report.ts'
import { inGroup, notRun, type RunCall, type Running, runMatrix } from './run-matrix.ts'
import type { Job } from './workflow/model.ts'

/** Runs all jobs of a workflow, each as soon as those it needs have ended. */
export async function runWorkflow(call: RunCall): Promise<WorkflowRun> {
  const startedAt = new Date()
  const { workflow, event } = call
  const base = {
    github: githubContext(call.host, workflow, event, call),
    inputs: dispatchInputs(workflow, event),
    vars: event.fromFork ? {} : (call.settings.vars ?? {}),
  }
  const cancel = new AbortController()
  const jobs = await inGroup(
    call.groups,
    event,
    resolve(workflow.concurrency, { contexts: base }),
    cancel,
    () => {
      const cancelled = AbortSignal.any([call.signal, cancel.signal])
      return runJobs({ ...call, base, ended: new Map(), cancelled })
    },
  )
  const conclusion = jobs === undefined ? 'cancelled' : conclude(jobs.map(each => each.conclusion))
  await call.host.runs.finish(call.runId, conclusion)
  return {
    workflow: workflow.name,
    path: workflow.path,
    repository: event.repository.fullName,
    event: event.occurrence.name,
    ref: event.ref,
    sha: event.sha,
    runId: call.runId,
    runNumber: call.runNumber,
    runAttempt: call.runAttempt,
    conclusion,
    jobs: jobs ?? [],
    startedAt,
    duration: Date.now() - startedAt.getTime(),
  }
}

async function runJobs(running: Running): Promise<JobRun[]> {
  for (const job of inOrder(running.workflow.jobs)) running.ended.set(job.id, startWhenReady(job, running))
  return (await Promise.all(running.ended.values())).flat()
}

/** Every job after those it needs; GitHub's parser has made sure that there is such an order. */
function inOrder(jobs: readonly Job[]): Job[] {
  const ordered: Job[] = []
  const place = (job: Job) => {
    if (ordered.includes(job)) return
    for (const needed of jobs) if (job.needs.includes(needed.id)) place(needed)
    ordered.push(job)
  }
  for (const job of jobs) place(job)
  return ordered
}

async function startWhenReady(job: Job, running: Running): Promise<JobRun[]> {
  const before = new Map<string, JobRun[]>()
  for (const id of ancestors(job, running.workflow.jobs)) before.set(id, await running.ended.get(id)!)
  const needs = Object.fromEntries(job.needs.map(id => [id, needContext(before.get(id) ?? [])]))
  const conclusions = [...before.values()].map(runs => conclude(runs.map(({ conclusion }) => conclusion)))
  const scope: Scope = {
    contexts: { ...running.base, needs },
    functions: statusFunctions(statusOfNeeds(conclusions, running.cancelled.aborted)),
  }
  try {
    if (running.stop.aborted) return [notRun(job, 'cancelled', [])]
    if (!isTruthy(evaluate(job.condition, scope))) return [notRun(job, 'skipped', [])]
    return await runMatrix(job, needs, running)
  } catch (thrown) {
    return [notRun(job, 'failure', [messageOf(thrown)])]
  }
}

function needContext(runs: readonly JobRun[]): Record<string, unknown> {
  return {
    result: conclude(runs.map(({ conclusion }) => conclusion)),
    outputs: Object.assign({}, ...runs.map(({ outputs }) => outputs)) as Record<string, string>,
  }
}

function ancestors(job: Job, jobs: readonly Job[]): Set<string> {
  const found = new Set(job.needs)
  for (const id of found)
    for (const further of jobs.find(each => each.id === id)?.needs ?? []) found.add(further)
  return found
}
