import { isTruthy, resolve, resolveTexts } from '../../test/support/runner/expressions.ts'
import { type Groups, readConcurrency } from './concurrency.ts'
import type { RunIdentity } from './contexts.ts'
import { type Combination, expandMatrix, matrixSuffix } from './decide/matrix.ts'
import { effectivePermissions, readOnly } from './decide/permissions.ts'
import type { Conclusion } from './decide/status.ts'
import type { Event } from './events.ts'
import type { Host, Settings } from './host.ts'
import { runJob } from './job/run-job.ts'
import type { JobRun, Progress } from './report.ts'
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
  /** The run is cancelled, or the machine given up. */
  readonly signal: AbortSignal
  /** The machine is given up: nothing more begins. */
  readonly stop: AbortSignal
}

/** What is known of the jobs so far. */
export interface Running extends RunCall {
  readonly base: Readonly<Record<string, unknown>>
  readonly ended: Map<string, Promise<JobRun[]>>
  readonly cancelled: AbortSignal
}

/** Runs a job, once for each combination of its matrix. */
export async function runMatrix(
  job: Job,
  needs: Record<string, unknown>,
  running: Running,
): Promise<JobRun[]> {
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
  const vars = event.fromFork ? {} : { ...settings.vars, ...own?.vars }
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
        contexts: { ...contexts, vars },
        secrets,
        env: running.env,
        remarks,
        signal,
        stop: running.stop,
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

/** Runs something in its concurrency group, if it has one; undefined where a later comer took its place. */
export async function inGroup<T>(
  groups: Groups,
  { repository }: Event,
  concurrency: unknown,
  cancel: AbortController,
  body: () => Promise<T>,
): Promise<T | undefined> {
  const group = readConcurrency(concurrency)
  if (group === undefined) return body()
  const name = `${repository.fullName}/${group.group}`.toLowerCase()
  const leave = await groups.enter({ ...group, group: name }, () => cancel.abort())
  if (leave === undefined) return undefined
  try {
    return await body()
  } finally {
    leave()
  }
}

/** A job that was not run, and why. */
export function notRun(job: Job, conclusion: Conclusion, remarks: readonly string[], name = job.id): JobRun {
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

function environmentName(environment: unknown): string | undefined {
  if (environment === undefined || environment === null || environment === '') return undefined
  return typeof environment === 'object'
    ? String((environment as { name?: unknown }).name)
    : String(environment)
}
