import { addChanges, type Change, projectChange } from '../../../toolkit/cost/change.ts'
import { addCosts } from '../../../toolkit/cost/cost.ts'
import type { Cost, CostProject, CostReport } from '../../../toolkit/cost/report.ts'
import { type Decimal, percentOf } from '../../../toolkit/money/decimal.ts'

/** What one root module, or all together, cost. */
export interface Standing {
  /** undefined: the total. */
  readonly directory: string | undefined
  readonly projects: readonly CostProject[]
  readonly now: Cost
  /** These two: undefined where nothing is known about before. */
  readonly past: Cost | undefined
  readonly change: Change | undefined
}

/** Every root module of a report, in its order. */
export function standings({ projects }: Pick<CostReport, 'projects'>): Standing[] {
  const byDirectory = Map.groupBy(projects, ({ directory }) => directory)
  return [...byDirectory].map(([directory, group]) => standing(directory, group))
}

/** All root modules together. */
export function totalStanding({ projects }: Pick<CostReport, 'projects'>): Standing {
  return standing(undefined, projects)
}

function standing(directory: string | undefined, projects: readonly CostProject[]): Standing {
  const pasts = projects.map(({ past }) => past?.total)
  const changes = projects.map(projectChange)
  return {
    directory,
    projects,
    now: addCosts(projects.map(({ now }) => now.total)),
    past: all(pasts) && addCosts(pasts as Cost[]),
    change: all(changes) && addChanges(changes as Change[]),
  }
}

function all(values: readonly unknown[]): true | undefined {
  return values.every(value => value !== undefined) ? true : undefined
}

/** The known difference in percent of what it was; undefined where that was nothing, or where it is not known. */
export function percentChange({ past, change }: Standing, digits: number): Decimal | undefined {
  if (past === undefined || change === undefined || !change.complete || !past.complete) return undefined
  return percentOf(change.known, past.known, digits)
}
