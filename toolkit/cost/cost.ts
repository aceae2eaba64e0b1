import { add, type Decimal, zero } from '../money/decimal.ts'
import type { Cost } from './report.ts'

export const free: Cost = { known: zero, complete: true, usage: false }

/** What could not be estimated at all. */
export const unknownCost: Cost = { known: zero, complete: false, usage: false }

export function exactly(known: Decimal): Cost {
  return { ...free, known }
}

export function addCosts(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (total, cost) => ({
      known: add(total.known, cost.known),
      complete: total.complete && cost.complete,
      usage: total.usage || cost.usage,
    }),
    free,
  )
}
