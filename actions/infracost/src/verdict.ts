import type { Change } from '../../../toolkit/cost/change.ts'
import type { Cost } from '../../../toolkit/cost/report.ts'
import { compare, type Decimal, multiply, signOf } from '../../../toolkit/money/decimal.ts'
import type { Limit, Limits } from './limits.ts'
import type { Standing } from './standing.ts'

/** How a limit was kept. */
export interface Verdict {
  readonly kind: keyof Limits
  readonly limit: Limit
  readonly standing: Standing
  /** `unknown`: it may be broken, and no one can tell; `not-applicable`: what
   * was free before has no percentage. */
  readonly state: 'within' | 'over' | 'unknown' | 'not-applicable'
}

/** Judges every limit that names a root module of this step, or the total. */
export function judge(limits: Limits, total: Standing, roots: readonly Standing[]): Verdict[] {
  return (['monthly', 'increase', 'percent'] as const).flatMap(kind =>
    limits[kind].flatMap(limit => {
      const standing =
        limit.directory === undefined ? total : roots.find(({ directory }) => directory === limit.directory)
      return standing ? [{ kind, limit, standing, state: stateOf(kind, limit.amount, standing) }] : []
    }),
  )
}

/** Directories that limits name and this step does not price. */
export function strangers(limits: Limits, roots: readonly Standing[]): string[] {
  const known = new Set(roots.map(({ directory }) => directory))
  const named = Object.values(limits).flatMap((list: readonly Limit[]) =>
    list.map(({ directory }) => directory),
  )
  return [...new Set(named.filter(name => name !== undefined && !known.has(name)))] as string[]
}

function stateOf(kind: keyof Limits, limit: Decimal, { now, past, change }: Standing): Verdict['state'] {
  if (kind === 'monthly') return bounded(now, true, limit)
  if (change === undefined || past === undefined) return 'unknown'
  if (kind === 'increase') return bounded(change, change.atLeast, limit)
  return percentState(limit, past, change)
}

/** An amount that is at least so much can be over a limit for certain, but never within it. */
function bounded(cost: Cost, atLeast: boolean, limit: Decimal): Verdict['state'] {
  const over = compare(cost.known, limit) > 0
  if (cost.complete) return over ? 'over' : 'within'
  return over && atLeast ? 'over' : 'unknown'
}

// Compared crosswise, so that nothing is rounded: change / past > limit / 100.
function percentState(limit: Decimal, past: Cost, change: Change): Verdict['state'] {
  if (!past.complete) return 'unknown'
  if (signOf(past.known) === 0) return change.complete ? 'not-applicable' : 'unknown'
  const hundredfold = multiply(change.known, { units: 100n, scale: 0 })
  return bounded({ ...change, known: hundredfold }, change.atLeast, multiply(limit, past.known))
}
