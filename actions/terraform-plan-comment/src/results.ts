import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import type { RootModule } from '../../../toolkit/terraform/run/root-modules.ts'
import type { FormatDifference } from '../../../toolkit/terraform/run/validate.ts'
import { isChanged } from './gate.ts'

interface Common {
  readonly root: RootModule
  readonly workspace: string
  readonly diagnostics: readonly Diagnostic[]
}

/** A root module that was planned; also one whose plan failed midway and tells what was found until then. */
export interface Planned extends Common {
  readonly outcome: 'planned'
  /** False where planning failed midway. */
  readonly ok: boolean
  readonly plan: Plan
  readonly fingerprint: string
  readonly planFile: string | undefined
  readonly jsonFile: string | undefined
}

/** A root module that was planned, but whose plan cannot be read: only the tool's own text is there. */
export interface Texted extends Common {
  readonly outcome: 'text'
  readonly text: string
  readonly why: string
  readonly planFile: string | undefined
}

/** A root module that could not be planned or validated at all. */
export interface Failed extends Common {
  readonly outcome: 'failed'
  /** What was being done: `init`, `plan`. */
  readonly step: string
}

/** A root module that was validated. */
export interface Validated extends Common {
  readonly outcome: 'valid' | 'invalid'
  readonly formatting: readonly FormatDifference[]
}

/** What became of a root module. */
export type Result = Planned | Texted | Failed | Validated

/** Whether the step fails because of this root module. */
export function isFailure(result: Result): boolean {
  switch (result.outcome) {
    case 'planned':
      return !result.ok || result.plan.errored
    case 'valid':
    case 'text':
      return false
    default:
      return true
  }
}

/**
 * Whether there is anything to tell: a change, a failed check, a failure. What changed outside with no consequence is
 * none: providers report such things in each plan.
 */
export function hasNews(result: Result): boolean {
  if (result.outcome === 'text') return true
  if (result.outcome !== 'planned') return isFailure(result)
  return isFailure(result) || isChanged(result.plan) || result.plan.checks.length > 0
}
