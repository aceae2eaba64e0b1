import type { World } from '../../../toolkit/action/run.ts'
import { type Applied, applyRoot, remainderOf } from './apply-root.ts'
import { decide, type Review, type Verdict } from './decide.ts'
import type { Left, Outcome } from './outcome.ts'
import {
  type PlannedRoot,
  type Planning,
  planInitialised,
  type Target,
  type UnplannedRoot,
} from './plan-roots.ts'

/** What was reviewed for a root module. */
export type ReviewOf = (root: Target) => Review

/**
 * Applies the plans, one root module after the other, if every one of them may be applied; else none of them. The
 * first that fails ends it.
 * @returns what became of each, in the same order.
 */
export async function applyAll(
  planning: Planning,
  roots: readonly (PlannedRoot | UnplannedRoot)[],
  reviewOf: ReviewOf,
): Promise<Outcome[]> {
  const judged = roots.map(one => judge(planning, one, reviewOf))
  const dryRun = planning.inputs['dry-run']
  if (dryRun || judged.some(({ verdict }) => verdict.kind === 'refuse' || verdict.kind === 'unplanned'))
    return judged.map(one => untouched(one, dryRun))
  const outcomes: Outcome[] = []
  for (const one of judged) {
    const stopped =
      planning.world.signal.aborted || outcomes.some(({ kind }) => kind === 'failed' || kind === 'refused')
    const { planned, verdict } = one
    if (stopped || planned === undefined || verdict.kind === 'unplanned') outcomes.push(untouched(one, false))
    else if (planned.mocked || dependsOn(planned.root, outcomes))
      outcomes.push(await again(planning, planned, reviewOf))
    else if (verdict.kind === 'apply') outcomes.push(await applyOne(planning, planned, verdict, reviewOf))
    else outcomes.push(untouched(one, false))
  }
  return outcomes
}

interface Judged {
  readonly one: PlannedRoot | UnplannedRoot
  readonly planned: PlannedRoot | undefined
  readonly verdict: Verdict | { readonly kind: 'unplanned' }
}

function judge({ inputs }: Planning, one: PlannedRoot | UnplannedRoot, reviewOf: ReviewOf): Judged {
  if ('errors' in one) return { one, planned: undefined, verdict: { kind: 'unplanned' } }
  return { one, planned: one, verdict: decide(one, reviewOf(one.root), inputs.approve) }
}

function untouched({ one, verdict }: Judged, dryRun: boolean): Outcome {
  const { root } = one
  if ('errors' in one) return { root, kind: 'unplanned', errors: one.errors }
  if (verdict.kind === 'refuse') return { root, kind: 'refused', planned: one, refusal: verdict.refusal }
  if (verdict.kind === 'nothing') return { root, kind: 'nothing', planned: one }
  return { root, kind: 'held', planned: one, dryRun }
}

type Approved = Extract<Verdict, { kind: 'apply' }>

async function applyOne(
  planning: Planning,
  planned: PlannedRoot,
  verdict: Approved,
  reviewOf: ReviewOf,
  retry = true,
): Promise<Outcome> {
  const { root } = planned
  const { log } = planning.world
  const applied = await log.group(`Apply ${root.directory}`, () => applyRoot(planning, planned))
  if (applied.ok) return { root, kind: 'applied', planned, applied, because: verdict.because }
  if (applied.stale && retry && !applied.cancelled) {
    log.info(`The state of '${root.directory}' changed since it was planned; planning again`)
    return again(planning, planned, reviewOf)
  }
  return { root, kind: 'failed', planned, applied, left: await leftOf(planning, planned, applied, reviewOf) }
}

/** Whether a unit takes outputs from one that was applied just now. */
function dependsOn({ dependencies = [] }: Target, outcomes: readonly Outcome[]): boolean {
  return outcomes.some(({ kind, root }) => kind === 'applied' && dependencies.includes(root.directory))
}

/**
 * Plans once more what was planned too early, and applies it where that still is what was reviewed: a stale plan, or
 * one of a unit that takes outputs from others. What was reviewed with mock outputs never is.
 */
async function again(planning: Planning, before: PlannedRoot, reviewOf: ReviewOf): Promise<Outcome> {
  const { root } = before
  const one = await planInitialised(planning, root, { name: ' (again)' })
  const judged = judge(planning, one, reviewOf)
  const isMadeUp = judged.planned?.mocked || (before.mocked && judged.verdict.kind === 'refuse')
  if (isMadeUp && judged.planned && judged.verdict.kind !== 'nothing')
    return { root, kind: 'refused', planned: judged.planned, refusal: { reason: 'mocked' } }
  return judged.planned && judged.verdict.kind === 'apply'
    ? applyOne(planning, judged.planned, judged.verdict, reviewOf, false)
    : untouched(judged, false)
}

async function leftOf(
  planning: Planning,
  planned: PlannedRoot,
  applied: Applied,
  reviewOf: ReviewOf,
): Promise<Left> {
  const review = reviewOf(planned.root)
  const reviewed = 'approved' in review ? review.approved.fingerprint : planned.fingerprint
  if (applied.unsavedState !== undefined) return { beyond: 'its state could not be saved' }
  const world: World = { ...planning.world, signal: new AbortController().signal }
  return world.log.group(`What is left of ${planned.root.directory}`, () =>
    remainderOf({ ...planning, world }, planned, reviewed),
  )
}
