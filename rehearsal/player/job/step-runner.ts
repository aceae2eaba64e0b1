import {
  evaluate,
  interpolate,
  isTruthy,
  resolve,
  resolveTexts,
  type Scope,
} from '../../../test/support/runner/expressions.ts'
import type { Masks } from '../../../test/support/runner/masks.ts'
import { messageOf } from '../../../toolkit/action/errors.ts'
import { type Conclusion, statusFunctions } from '../decide/status.ts'
import type { StepRun } from '../report.ts'
import { runScript } from '../steps/script.ts'
import { runUses } from '../steps/uses-step.ts'
import type { RunDefaults, Step } from '../workflow/model.ts'
import { playComposite } from './composite.ts'
import { hashFiles } from './hash-files.ts'
import { done, type JobWorld, type Outcome, type StepCall } from './world.ts'

/** The steps of a job so far, and what they see. */
export interface StepState {
  readonly world: JobWorld
  /** Contexts that stay as they are: github, needs, matrix, strategy, secrets, vars, inputs, runner. */
  readonly fixed: Readonly<Record<string, unknown>>
  /** Workflow and job `env`. */
  readonly jobEnv: Readonly<Record<string, string>>
  readonly defaults: RunDefaults
  /** The `steps` context. */
  readonly steps: Record<
    string,
    { outputs: Readonly<Record<string, string>>; outcome: Conclusion; conclusion: Conclusion }
  >
  status: 'success' | 'failure' | 'cancelled'
  readonly signal: AbortSignal
  readonly onProgress: (event: { at: 'step-start'; step: string } | { at: 'step-end'; step: StepRun }) => void
}

const CLEAN_UP_TIME = 5 * 60_000

/** Runs one step if its condition holds, and takes what it leaves into the state. */
export async function runStep(step: Step, state: StepState): Promise<StepRun> {
  const scope = scopeOf(state)
  const condition = attempt(() => isTruthy(evaluate(step.condition, scope)))
  const name = state.world.masks.hide(nameOf(step, scope))
  if (condition.ok && !condition.value) return skipped(step, name, state)
  const run = await watched(step, name, state, async call => {
    if (!condition.ok) throw condition.error
    return perform(step, call, scope, state)
  })
  if (run.conclusion === 'failure') state.status = 'failure'
  return run
}

async function perform(step: Step, bare: StepCall, scope: Scope, state: StepState): Promise<Outcome> {
  const env = { ...bare.env, ...resolveTexts(step.env, scope) }
  const inner = { ...scope, contexts: { ...scope.contexts, env } }
  const call: StepCall = { ...bare, env, scope: inner, with: resolveTexts(step.with, inner) }
  if (step.uses !== undefined)
    return runUses(step.uses, call, (folder, from) => playComposite(folder, from, state, runStep))
  const text = (value: string | undefined) => value && String(resolve(value, inner))
  return runScript(
    {
      text: resolveTexts({ run: step.run }, inner).run ?? '',
      shell: text(step.shell ?? state.defaults.shell),
      workingDirectory: text(step.workingDirectory ?? state.defaults['working-directory']),
    },
    call,
  )
}

/** Runs something under a step's name: its log, its time limit, its conclusion. */
export async function watched(
  step: Pick<Step, 'id' | 'uses' | 'timeoutMinutes' | 'continueOnError'>,
  name: string,
  state: StepState,
  play: (call: StepCall) => Promise<Outcome>,
): Promise<StepRun> {
  state.onProgress({ at: 'step-start', step: name })
  const startedAt = new Date()
  const log: string[] = []
  const show = (line: string) => log.push(...state.world.masks.hide(line).split('\n'))
  const scope = scopeOf(state)
  const minutes = Number(resolve(step.timeoutMinutes ?? 0, scope))
  const limit = minutes > 0 ? AbortSignal.timeout(minutes * 60_000) : undefined
  // What still runs after a cancellation, by always() or cancelled(), is not cancelled by it, but has little time.
  const end = state.signal.aborted ? AbortSignal.timeout(CLEAN_UP_TIME) : state.signal
  const call: StepCall = {
    world: state.world,
    name,
    with: {},
    env: { ...state.jobEnv, ...state.world.exported },
    scope,
    show,
    signal: limit ? AbortSignal.any([end, limit]) : end,
  }
  const outcome = await play(call).catch((thrown: unknown): Outcome => {
    show(`##[error]${messageOf(thrown)}`)
    return { ...done, ok: false }
  })
  if (limit?.aborted) show(`##[error]The action '${name}' has timed out after ${minutes} minutes.`)
  Object.assign(state.world.exported, outcome.env)
  state.world.path.push(...outcome.path)
  const ended = end.aborted ? 'cancelled' : outcome.ok && !limit?.aborted ? 'success' : 'failure'
  const tolerated = ended === 'failure' && isTruthy(resolve(step.continueOnError ?? false, scope))
  const run: StepRun = {
    name,
    kind: step.uses ?? 'run',
    standIn: outcome.standIn,
    outcome: ended,
    conclusion: tolerated ? 'success' : ended,
    outputs: hideAll(outcome.outputs, state.world.masks),
    log,
    summary: outcome.summary,
    annotations: outcome.annotations,
    startedAt,
    duration: Date.now() - startedAt.getTime(),
  }
  remember(step.id, { ...run, outputs: outcome.outputs }, state)
  state.onProgress({ at: 'step-end', step: run })
  return run
}

function hideAll(values: Readonly<Record<string, string>>, masks: Masks): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, masks.hide(value)]))
}

/** All that an expression in a step may use. */
export function scopeOf(state: StepState): Scope {
  const { world, status } = state
  const cancelled = state.signal.aborted
  return {
    contexts: {
      ...state.fixed,
      env: { ...state.jobEnv, ...world.exported },
      steps: state.steps,
      job: { status: cancelled ? 'cancelled' : status },
    },
    functions: {
      ...statusFunctions({
        success: status === 'success' && !cancelled,
        failure: status === 'failure' && !cancelled,
        cancelled,
      }),
      hashFiles: hashFiles(world.workspace),
    },
  }
}

function skipped(step: Step, name: string, state: StepState): StepRun {
  const run: StepRun = {
    name,
    kind: step.uses ?? 'run',
    standIn: undefined,
    outcome: 'skipped',
    conclusion: 'skipped',
    outputs: {},
    log: [],
    summary: '',
    annotations: [],
    startedAt: new Date(),
    duration: 0,
  }
  remember(step.id, run, state)
  state.onProgress({ at: 'step-end', step: run })
  return run
}

function remember(
  id: string,
  { outputs, outcome, conclusion }: Pick<StepRun, 'outputs' | 'outcome' | 'conclusion'>,
  state: StepState,
): void {
  if (id !== '') state.steps[id] = { outputs, outcome, conclusion }
}

/** Its name, or what it does; expressions that cannot be known yet stay as they are written. */
function nameOf(step: Step, scope: Scope): string {
  const written = String(step.name || `Run ${step.uses ?? step.run?.trimStart().split('\n')[0] ?? ''}`)
  const named = attempt(() => interpolate(written, scope))
  return named.ok ? named.value : written
}

function attempt<T>(compute: () => T): { ok: true; value: T } | { ok: false; error: unknown } {
  try {
    return { ok: true, value: compute() }
  } catch (error) {
    return { ok: false, error }
  }
}
