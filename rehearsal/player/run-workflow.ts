import {
  evaluate,
  isTruthy,
  resolve,
  resolveTexts,
  type Scope,
} from '../../test/support/runner/expressions.ts'
import { messageOf } from '../../toolkit/action/errors.ts'
import { type Groups, readConcurrency } from './concurrency.ts'
import { dispatchInputs, githubContext, type RunIdentity } from './contexts.ts'
import { type Combination, expandMatrix, matrixSuffix } from './decide/matrix.ts'
import { effectivePermissions, readOnly } from './decide/permissions.ts'
import { type Conclusion, conclude, statusFunctions, statusOfNeeds } from './decide/status.ts'
import type { Event } from './events.ts'
import type { Host, Settings } from './host.ts'
import { runJob } from './job/run-job.ts'
import type { JobRun, Progress, WorkflowRun } from './report.ts'
import type { Job, Workflow } from './workflow/model.ts'

/** One run of a workflow that is about to start. */
export interface RunCall extends RunIdentity {
  readonly host: Host
  readonly workflow: Workflow
  readonly event: Event
  readonly settings: Settings
  readonly env: Readonly<Record<string, string>>
  readonly groups: Groups
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** What is known of the jobs so far. */
interface Running extends RunCall {
  readonly base: Readonly<Record<string, unknown>>
  readonly ended: Map<string, Promise<JobRun[]>>
  readonly cancelled: AbortSignal
}

/** Runs all jobs of a workflow, each as soon as those it needs have ended. */
export async function runWorkflow(call: RunCall): Promise<WorkflowRun> {
  const startedAt = new Date()
  const { workflow, event } = call
  const base = {
    github: githubContext(call.host, workflow, event, call),
    inputs: dispatchInputs(workflow, event),
    vars: call.settings.vars ?? {},
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
  return {
    workflow: workflow.name,
    path: workflow.path,
    repository: event.repository.fullName,
    event: event.occurrence.name,
    ref: event.ref,
    sha: event.sha,
    runId: call.runId,
    runNumber: call.runNumber,
    conclusion: jobs === undefined ? 'cancelled' : conclude(jobs.map(({ conclusion }) => conclusion)),
    jobs: jobs ?? [],
    startedAt,
    duration: Date.now() - startedAt.getTime(),
  }
}

/** Runs something in its concurrency group, if it has one; undefined where a later comer took its place. */
async function inGroup<T>(
  groups: Groups,
  { repository }: Event,
  concurrency: unknown,
  cancel: AbortController,
  body: () => Promise<T>,
): Promise<T | undefined> {
  const group = readConcurrency(concurrency)
  if (group === undefined) return body()
  const name = `${repository.fullName}/${group.group}`.toLowerCase()
  const leave = await groups.enter(name, group.cancelInProgress, () => cancel.abort())
  if (leave === undefined) return undefined
  try {
    return await body()
  } finally {
    leave()
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
    if (!isTruthy(evaluate(job.condition, scope))) return [notRun(job, 'skipped', [])]
    return await runMatrix(job, needs, running)
  } catch (thrown) {
    return [notRun(job, 'failure', [messageOf(thrown)])]
  }
}

async function runMatrix(job: Job, needs: Record<string, unknown>, running: Running): Promise<JobRun[]> {
  const contexts = { ...running.base, needs }
  const strategy = (resolve(job.strategy ?? {}, { contexts }) ?? {}) as Record<string, unknown>
  const combinations = expandMatrix(strategy.matrix)
  const failFast = strategy['fail-fast'] !== false
  const maxParallel = Number(strategy['max-parallel'] ?? combinations.length)
  const stop = new AbortController()
  const runs: JobRun[] = []
  const waiting = [...combinations.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, matrix] = next
      const place = {
        'fail-fast': failFast,
        'job-index': index,
        'job-total': combinations.length,
        'max-parallel': maxParallel,
      }
      const run = await runOne(job, matrix, { ...contexts, matrix, strategy: place }, running, stop)
      runs[index] = run
      if (failFast && run.conclusion === 'failure') stop.abort()
    }
  }
  await Promise.all(Array.from({ length: Math.min(maxParallel, combinations.length) }, worker))
  return runs
}

async function runOne(
  job: Job,
  matrix: Combination,
  contexts: Record<string, unknown>,
  running: Running,
  stop: AbortController,
): Promise<JobRun> {
  const { workflow, event, settings } = running
  const given = resolveTexts({ name: job.name }, { contexts }).name ?? job.id
  const name = job.name === job.id ? given + matrixSuffix(matrix) : given
  const cancel = new AbortController()
  const signal = AbortSignal.any([running.cancelled, stop.signal, cancel.signal])
  if (signal.aborted) return notRun(job, 'cancelled', [], name)
  const environment = environmentName(resolve(job.environment, { contexts }))
  const own = settings.environments?.[environment ?? '']
  const declared = effectivePermissions(workflow.permissions, job.permissions)
  const permissions = event.fromFork ? readOnly(declared) : declared
  const secrets = event.fromFork ? {} : { ...settings.secrets, ...own?.secrets }
  const remarks =
    environment === undefined ? [] : [`Environment '${environment}': approved by the rehearsal.`]
  const tell = (progress: Progress) => running.onProgress(progress)
  const run = await inGroup(
    running.groups,
    event,
    resolve(job.concurrency, { contexts }),
    cancel,
    async () => {
      tell({ at: 'job-start', workflow: workflow.name, job: name })
      return runJob({
        host: running.host,
        workflow,
        event,
        job,
        name,
        permissions,
        environment,
        contexts: { ...contexts, vars: { ...settings.vars, ...own?.vars } },
        secrets,
        env: running.env,
        remarks,
        signal,
        onProgress: progress => tell({ ...progress, workflow: workflow.name, job: name }),
      })
    },
  )
  const ended =
    run ?? notRun(job, 'cancelled', ['A later run took its place in the concurrency group.'], name)
  tell({ at: 'job-end', workflow: workflow.name, job: ended })
  const tolerated = ended.conclusion === 'failure' && isTruthy(resolve(job.continueOnError, { contexts }))
  return tolerated
    ? {
        ...ended,
        conclusion: 'success',
        remarks: [...ended.remarks, 'Failed, but continue-on-error is set.'],
      }
    : ended
}

function notRun(job: Job, conclusion: Conclusion, remarks: readonly string[], name = job.id): JobRun {
  return {
    id: job.id,
    name,
    conclusion,
    permissions: {},
    environment: undefined,
    outputs: {},
    steps: [],
    remarks,
    startedAt: new Date(),
    duration: 0,
  }
}

function needContext(runs: readonly JobRun[]): Record<string, unknown> {
  return {
    result: conclude(runs.map(({ conclusion }) => conclusion)),
    outputs: Object.assign({}, ...runs.map(({ outputs }) => outputs)) as Record<string, string>,
  }
}

function environmentName(environment: unknown): string | undefined {
  if (environment === undefined || environment === null || environment === '') return undefined
  return typeof environment === 'object'
    ? String((environment as { name?: unknown }).name)
    : String(environment)
}

function ancestors(job: Job, jobs: readonly Job[]): Set<string> {
  const found = new Set(job.needs)
  for (const id of found)
    for (const further of jobs.find(each => each.id === id)?.needs ?? []) found.add(further)
  return found
}
