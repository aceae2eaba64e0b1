import { compare, magnitude, signOf, subtract } from '../money/decimal.ts'
import { addCosts, free } from './cost.ts'
import type { Cost, CostProject, CostResource } from './report.ts'

/** A difference of monthly costs: `known` is signed. */
export interface Change extends Cost {
  /** True where all that is unknown was added: the truth is `known` or more. */
  readonly atLeast: boolean
}

/** What becomes of one resource's cost; undefined where it is not there on that side. */
export interface ResourceChange {
  readonly address: string
  readonly past: CostResource | undefined
  readonly now: CostResource | undefined
  readonly change: Change
}

/** All resources of both sides whose cost differs, or may differ; what changes most comes first. */
export function resourceChanges(project: CostProject): ResourceChange[] {
  return pairs(project)
    .filter(({ change }) => signOf(change.known) !== 0 || !change.complete || change.usage)
    .sort(byWeight)
}

/** The difference of a project; undefined where its past is not known. */
export function projectChange(project: CostProject): Change | undefined {
  if (project.past === undefined) return undefined
  const parts = pairs(project).map(({ change }) => change)
  const total = { ...addChanges(parts), known: subtract(project.now.total.known, project.past.total.known) }
  return project.errors.length === 0 ? total : { ...total, complete: false, atLeast: false }
}

export function addChanges(changes: readonly Change[]): Change {
  return { ...addCosts(changes), atLeast: changes.every(({ complete, atLeast }) => complete || atLeast) }
}

function pairs({ past, now }: CostProject): ResourceChange[] {
  if (past === undefined) return []
  const before = new Map(past.resources.map(resource => [resource.address, resource]))
  const after = new Map(now.resources.map(resource => [resource.address, resource]))
  return [...new Set([...before.keys(), ...after.keys()])].map(address => {
    const sides = { past: before.get(address), now: after.get(address) }
    return { address, ...sides, change: changeOf(sides) }
  })
}

/** What has no price on both sides, in the same quantity, makes no difference. */
function changeOf({ past, now }: Pick<ResourceChange, 'past' | 'now'>): Change {
  const unpriced = unmatched(past, now, ({ complete }) => !complete)
  return {
    known: subtract((now?.cost ?? free).known, (past?.cost ?? free).known),
    complete: unpriced.past === 0 && unpriced.now === 0,
    atLeast: unpriced.past === 0,
    usage: Object.values(unmatched(past, now, ({ usage }) => usage)).some(count => count > 0),
  }
}

function unmatched(
  past: CostResource | undefined,
  now: CostResource | undefined,
  concerned: (cost: Cost) => boolean,
): { past: number; now: number } {
  const [before, after] = [past, now].map(
    resource =>
      new Set(
        (resource?.components ?? [])
          .filter(({ cost }) => concerned(cost))
          .map(({ name, quantity }) => `${name} ${quantity?.units} ${quantity?.scale}`),
      ),
  ) as [Set<string>, Set<string>]
  const missing = (from: Set<string>, other: Set<string>) => [...from].filter(key => !other.has(key)).length
  return { past: missing(before, after), now: missing(after, before) }
}

function byWeight(a: ResourceChange, b: ResourceChange): number {
  const size = compare(magnitude(b.change.known), magnitude(a.change.known))
  return size || Number(a.change.complete) - Number(b.change.complete) || (a.address < b.address ? -1 : 1)
}
