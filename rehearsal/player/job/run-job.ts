import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { machineEnvironment, runnerVariables } from '../../../test/support/runner/environment.ts'
import {
  evaluate,
  isTruthy,
  resolve,
  resolveTexts,
  type Scope,
} from '../../../test/support/runner/expressions.ts'
import { createMasks } from '../../../test/support/runner/masks.ts'
import { endProcessesWith } from '../../../test/support/runner/tree.ts'
import { openPremises } from '../../../test/support/services/premises.ts'
import { githubVariables } from '../contexts.ts'
import { type Permissions, tokenPermissions } from '../decide/permissions.ts'
import type { Event } from '../events.ts'
import type { Host } from '../host.ts'
import type { JobRun, StepRun } from '../report.ts'
import type { Job, Workflow } from '../workflow/model.ts'
import { runStep, type StepState, scopeOf, watched } from './step-runner.ts'
import type { JobWorld } from './world.ts'

/** One job that is about to run. */
export interface JobCall {
  readonly host: Host
  readonly workflow: Workflow
  readonly event: Event
  readonly job: Job
  readonly name: string
  readonly permissions: Permissions
  readonly environment: string | undefined
  /** Contexts: github, needs, matrix, strategy, vars, inputs. */
  readonly contexts: Readonly<Record<string, unknown>>
  readonly secrets: Readonly<Record<string, string>>
  /** Variables that every process gets on top of the machine's. */
  readonly env: Readonly<Record<string, string>>
  readonly remarks: readonly string[]
  readonly signal: AbortSignal
  readonly stop: AbortSignal
  readonly onProgress: StepState['onProgress']
}

const DEFAULT_MINUTES = 360
/** Every process of a job inherits this variable; by it the runner finds those that were left behind. */
const TRACKING = 'RUNNER_TRACKING_ID'

/** Runs a job's steps in fresh folders, which are gone afterwards. */
export async function runJob(call: JobCall): Promise<JobRun> {
  await using premises = await openPremises('job')
  return await runIn(premises.folder, call)
}

async function runIn(folder: string, call: JobCall): Promise<JobRun> {
  const startedAt = new Date()
  const remarks = [...call.remarks]
  const minutes = Number(resolve(call.job.timeoutMinutes, { contexts: call.contexts }) ?? DEFAULT_MINUTES)
  const limit = AbortSignal.timeout(minutes * 60_000)
  const state = await prepare(folder, call, AbortSignal.any([call.signal, limit]))
  const steps: StepRun[] = []
  for (const step of call.job.steps) {
    if (call.stop.aborted) break
    steps.push(await runStep(step, state))
  }
  const cancelled = state.signal.aborted
  if (!call.stop.aborted) steps.push(...(await runPosts(state)))
  for (const { pid, name } of endProcessesWith(TRACKING, state.world.env[TRACKING] ?? ''))
    remarks.push(`Terminate orphan process: pid (${pid}) (${name})`)
  if (limit.aborted) remarks.push(`The job has exceeded the maximum execution time of ${minutes} minutes.`)
  return {
    id: call.job.id,
    name: call.name,
    conclusion: cancelled ? 'cancelled' : state.status,
    permissions: call.permissions,
    environment: call.environment,
    outputs: jobOutputs(call.job, state, remarks),
    steps,
    remarks,
    startedAt,
    duration: Date.now() - startedAt.getTime(),
  }
}

async function prepare(folder: string, call: JobCall, signal: AbortSignal): Promise<StepState> {
  const [, repositoryName = ''] = call.event.repository.fullName.split('/')
  const workspace = join(folder, 'work', repositoryName, repositoryName)
  const temp = join(folder, 'work/_temp')
  const tools = join(folder, 'tools')
  const home = join(folder, 'home')
  for (const path of [workspace, temp, tools, home]) await mkdir(path, { recursive: true })
  const eventPath = join(folder, 'event.json')
  const permissions = tokenPermissions(call.permissions)
  const repositories = [call.event.repository.fullName]
  const token = call.host.token({ write: permissions.contents === 'write', repositories, permissions })
  const secrets: Record<string, string> = { ...call.secrets, GITHUB_TOKEN: token }
  const masks = createMasks()
  for (const secret of Object.values(secrets)) masks.add(secret)
  const github: Record<string, unknown> = {
    ...(call.contexts.github as Record<string, unknown>),
    job: call.job.id,
    token,
    workspace,
    event_path: eventPath,
  }
  await writeFile(eventPath, JSON.stringify(github.event))
  const runner = {
    ...runnerVariables(temp, tools),
    // Two jobs never share a runner at one time.
    RUNNER_NAME: `rehearsal ${basename(folder)}`,
    [TRACKING]: `github_${randomUUID()}`,
  }
  const world: JobWorld = {
    host: call.host,
    permissions: call.permissions,
    token,
    masks,
    workspace,
    temp,
    env: { ...machineEnvironment(), HOME: home, ...call.env, ...runner, ...githubVariables(github) },
    exported: {},
    path: [],
    posts: [],
  }
  const fixed = { ...call.contexts, github, secrets, runner: runnerContext(runner) }
  return {
    world,
    fixed,
    jobEnv: jobEnvironment(call, { contexts: fixed }),
    defaults: call.job.defaults,
    steps: {},
    status: 'success',
    signal,
    onProgress: call.onProgress,
  }
}

function jobEnvironment({ workflow, job }: JobCall, scope: Scope): Record<string, string> {
  const outer = resolveTexts(workflow.env, scope)
  const inner = resolveTexts(job.env, { ...scope, contexts: { ...scope.contexts, env: outer } })
  return { ...outer, ...inner }
}

function runnerContext(variables: Record<string, string>): Record<string, string> {
  const named = Object.entries(variables).filter(([name]) => name.startsWith('RUNNER_'))
  return Object.fromEntries(named.map(([name, value]) => [name.slice('RUNNER_'.length).toLowerCase(), value]))
}

/** Second halves run last to first, also where the job failed or was cancelled. */
async function runPosts(state: StepState): Promise<StepRun[]> {
  const runs: StepRun[] = []
  for (const post of [...state.world.posts].reverse()) {
    if (!isTruthy(evaluate(post.condition, scopeOf(state)))) continue
    const step = { id: '', uses: post.kind, timeoutMinutes: undefined, continueOnError: undefined }
    const run = await watched(step, post.name, state, bare =>
      post.play({ ...bare, with: post.with, env: { ...bare.env, ...post.env } }),
    )
    runs.push(run)
    if (run.conclusion === 'failure') state.status = 'failure'
  }
  return runs
}

/** An output that holds a secret does not leave the job. */
function jobOutputs(job: Job, state: StepState, remarks: string[]): Record<string, string> {
  const outputs = Object.entries(resolveTexts(job.outputs, scopeOf(state)))
  const safe = outputs.filter(([, value]) => state.world.masks.hide(value) === value)
  for (const [name, value] of outputs)
    if (state.world.masks.hide(value) !== value)
      remarks.push(`Skip output '${name}' since it may contain secret.`)
  return Object.fromEntries(safe)
}
