import type { ExpressionFunction } from '../../../test/support/runner/expressions.ts'

/** How a step, a job or a run ended. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped'

/** What `success()`, `failure()` and `cancelled()` answer. */
export interface Status {
  readonly success: boolean
  readonly failure: boolean
  readonly cancelled: boolean
}

/** The status functions of expressions. */
export function statusFunctions(status: Status): Record<string, ExpressionFunction> {
  const says = (answer: boolean): ExpressionFunction => ({ minArgs: 0, maxArgs: 0, call: () => answer })
  return {
    success: says(status.success),
    failure: says(status.failure),
    cancelled: says(status.cancelled),
    always: says(true),
  }
}

/**
 * The status that a job's `if` sees, from the conclusions of all jobs it needs, however far back: one that was
 * skipped is no success.
 */
export function statusOfNeeds(conclusions: readonly Conclusion[], cancelled: boolean): Status {
  return {
    success: !cancelled && conclusions.every(each => each === 'success'),
    failure: conclusions.includes('failure'),
    cancelled,
  }
}

/** How a run, or the jobs of one matrix, ended as a whole. */
export function conclude(conclusions: readonly Conclusion[]): Conclusion {
  if (conclusions.includes('failure')) return 'failure'
  if (conclusions.includes('cancelled')) return 'cancelled'
  return conclusions.length > 0 && conclusions.every(each => each === 'skipped') ? 'skipped' : 'success'
}
