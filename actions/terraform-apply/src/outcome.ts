import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import type { Applied } from './apply-root.ts'
import type { Remainder, Verdict } from './decide.ts'
import type { PlannedRoot, Target } from './plan-roots.ts'
import type { Refusal } from './refusals.ts'

/** What became of one root module. Texts in it are not redacted, but for the plan. */
export type Outcome = { readonly root: Target } & (
  | { readonly kind: 'unplanned'; readonly errors: readonly Diagnostic[] }
  | { readonly kind: 'refused'; readonly planned: PlannedRoot; readonly refusal: Refusal }
  | { readonly kind: 'nothing'; readonly planned: PlannedRoot }
  /** It may be applied, and is not: on a dry run, or because another root module may not, or failed. */
  | { readonly kind: 'held'; readonly planned: PlannedRoot; readonly dryRun: boolean }
  | {
      readonly kind: 'applied'
      readonly planned: PlannedRoot
      readonly applied: Applied
      readonly because: Extract<Verdict, { kind: 'apply' }>['because']
    }
  | { readonly kind: 'failed'; readonly planned: PlannedRoot; readonly applied: Applied; readonly left: Left }
)

/** What a failed apply left to do: part of what was planned, or not (and why), or nobody could look. */
export type Left = { readonly remainder: Remainder } | { readonly beyond: string }

/** Whether the step fails because of this root module. */
export function isFailure({ kind }: Outcome): boolean {
  return kind === 'unplanned' || kind === 'refused' || kind === 'failed'
}
