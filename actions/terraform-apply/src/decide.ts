import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import type { Approved, ReviewRecord } from '../../../toolkit/terraform/plan/review.ts'
import type { Refusal } from './refusals.ts'

/** What was reviewed on the pull request for one root module, or why nothing can be compared. */
export type Review =
  | {
      readonly approved: Approved
      /** Undefined where the comment had no room for it: then nobody can tell where another plan differs. */
      readonly record: ReviewRecord | undefined
      readonly remainder?: Remainder | undefined
    }
  | { readonly refused: Refusal }

/**
 * What a half-failed apply of a reviewed plan left to do: found to be part of that plan when both were at hand, so that
 * applying it needs no new review.
 */
export interface Remainder {
  /** Fingerprint of the reviewed plan. */
  readonly of: string
  /** Fingerprint of what is left. */
  readonly is: string
}

/** What is to become of a plan. */
export type Verdict =
  | { readonly kind: 'apply'; readonly because: 'reviewed' | 'remainder' | 'auto' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }

/** A plan as far as the decision needs it. */
export interface Planned {
  readonly plan: Pick<
    Plan,
    'changes' | 'outputs' | 'deferred' | 'invocations' | 'checks' | 'errored' | 'applyable' | 'refreshOnly'
  >
  readonly fingerprint: string
}

/** Decides on one root module: only what equals the reviewed plan, or what is left of it, may be applied. */
export function decide(
  { plan, fingerprint }: Planned,
  review: Review,
  approve: 'reviewed' | 'auto',
): Verdict {
  if (plan.errored) return { kind: 'refuse', refusal: { reason: 'errored' } }
  if (isNothing(plan)) return { kind: 'nothing' }
  if (approve === 'auto') return { kind: 'apply', because: 'auto' }
  if ('refused' in review) return { kind: 'refuse', refusal: review.refused }
  const { approved, record, remainder } = review
  if (approved.fingerprint === fingerprint) return { kind: 'apply', because: 'reviewed' }
  if (remainder?.of === approved.fingerprint && remainder.is === fingerprint)
    return { kind: 'apply', because: 'remainder' }
  const untold = record === undefined
  return { kind: 'refuse', refusal: { reason: 'differs', head: approved.head, ...(untold && { untold }) } }
}

/** Whether anything is to be applied that must have been reviewed. */
export function needsReview(
  roots: readonly (Planned | object)[],
  { approve }: { approve: 'reviewed' | 'auto' },
): boolean {
  return approve === 'reviewed' && roots.some(one => 'plan' in one && !isNothing(one.plan))
}

/** Whether applying the plan would change neither an object nor the state. */
export function isNothing(plan: Planned['plan']): boolean {
  const { changes, outputs, invocations, applyable, refreshOnly } = plan
  if (applyable === false) return true
  const acts = changes.filter(({ kind }) => kind !== 'read').length + outputs.length + invocations.length
  if (acts > 0 || refreshOnly) return false
  // Terraform also calls a plan applyable that only reads what a check asks for.
  return applyable === undefined || changes.length > 0
}
