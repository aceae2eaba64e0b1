import { readFile } from 'node:fs/promises'
import { outliving } from '../../../toolkit/exec/outliving.ts'
import { applyPlan } from '../../../toolkit/terraform/run/commands.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import { errorsOf } from '../../../toolkit/terraform/run/exec-tool.ts'
import type { Message } from '../../../toolkit/terraform/run/messages.ts'
import { learnState } from '../../../toolkit/terraform/run/state-secrets.ts'
import type { Remainder } from './decide.ts'
import { saveState } from './errored-state.ts'
import { type PlannedRoot, type Planning, planInitialised } from './plan-roots.ts'
import { type Progress, progressOf } from './progress.ts'
import { beyondReview, parseRawPlan } from './remainder.ts'

/** How the apply of one plan ended; the errors are not redacted. */
export interface Applied {
  readonly ok: boolean
  readonly progress: Progress
  readonly errors: readonly Diagnostic[]
  readonly cancelled: boolean
  /** Nothing was applied because the state has changed since it was planned, a moment ago. */
  readonly stale: boolean
  /** Where the state lies that could not be saved; undefined where it is safe. */
  readonly unsavedState: string | undefined
}

/**
 * Applies a saved plan. Where the job is cancelled, Terraform is told once, and waited for; it saves the state.
 */
export async function applyRoot(
  { world, tool, inputs }: Planning,
  { root, plan, planFile }: PlannedRoot,
): Promise<Applied> {
  const messages: Message[] = []
  const onMessage = (message: Message) => void messages.push(message)
  const lasting = { ...world, exec: outliving(await world.jobFolder()) }
  const held: string[] = []
  const run = await applyPlan(lasting, tool, root, inputs, {
    ...{ planFile, onMessage, sayDiagnostic: line => held.push(line) },
  })
  // What the apply itself made up, such as a password, only the new state tells; an error may hold it.
  if (!run.ok) await learnState({ ...world, signal: new AbortController().signal }, tool, root)
  for (const line of held) world.log.info(line)
  const errors = run.ok ? [] : errorsOf(run)
  return {
    ok: run.ok,
    progress: progressOf(plan.changes, messages, run.ok),
    errors,
    cancelled: run.cancelled,
    stale: errors.some(({ summary }) => summary === 'Saved plan is stale'),
    unsavedState: await saveState(world, tool.program, root),
  }
}

/**
 * What a failed apply left to do, where that is part of what was planned before; else why it is not (by address), or
 * that it could not be planned.
 */
export async function remainderOf(
  planning: Planning,
  before: PlannedRoot,
  reviewed: string,
): Promise<{ readonly remainder: Remainder } | { readonly beyond: string }> {
  const left = await planInitialised(planning, before.root, { name: ' (what is left)' })
  if ('errors' in left) return { beyond: 'it could not be planned again' }
  const [was, is] = await Promise.all(
    [before, left].map(async one => parseRawPlan(await readFile(one.jsonFile, 'utf8'))),
  )
  const beyond = beyondReview(was ?? {}, is ?? {})
  return beyond === undefined ? { remainder: { of: reviewed, is: left.fingerprint } } : { beyond }
}
