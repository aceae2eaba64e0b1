import { isDeepStrictEqual } from 'node:util'

/** One job's values out of a matrix. */
export type Combination = Readonly<Record<string, unknown>>

/**
 * Every combination of a matrix whose expressions are evaluated
 * (docs.github.com, "Running variations of jobs in a workflow").
 * No matrix: one combination without values.
 */
export function expandMatrix(matrix: unknown): Combination[] {
  if (matrix === undefined || matrix === null) return [{}]
  const { include, exclude, ...axes } = matrix as Record<string, unknown>
  const excluded = combinations(exclude)
  const product = Object.keys(axes).length === 0 ? [] : multiply(axes)
  const kept = product.filter(made => !excluded.some(pattern => matches(made, pattern)))
  return addIncluded(kept, combinations(include), new Set(Object.keys(axes)))
}

/** `job (a, b)`: what GitHub shows where the job has no name of its own. */
export function matrixSuffix(combination: Combination): string {
  const values = Object.values(combination).map(value =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  )
  return values.length === 0 ? '' : ` (${values.join(', ')})`
}

function multiply(axes: Record<string, unknown>): Combination[] {
  return Object.entries(axes).reduce<Combination[]>(
    (made, [axis, values]) => {
      if (!Array.isArray(values)) throw new Error(`matrix '${axis}' is not a list`)
      return made.flatMap(combination => values.map(value => ({ ...combination, [axis]: value })))
    },
    [{}],
  )
}

/** An entry extends every combination whose original values it leaves as they are; else it is one more. */
function addIncluded(
  kept: readonly Combination[],
  included: readonly Combination[],
  axes: ReadonlySet<string>,
): Combination[] {
  const extended = [...kept]
  const added: Combination[] = []
  for (const entry of included) {
    const fixed = Object.fromEntries(Object.entries(entry).filter(([key]) => axes.has(key)))
    const fitting = kept.flatMap((made, index) => (matches(made, fixed) ? [index] : []))
    for (const index of fitting) extended[index] = { ...extended[index], ...entry }
    if (fitting.length === 0) added.push(entry)
  }
  return [...extended, ...added]
}

function matches(made: Combination, pattern: Combination): boolean {
  return Object.entries(pattern).every(([key, value]) => isDeepStrictEqual(made[key], value))
}

function combinations(value: unknown): Combination[] {
  return Array.isArray(value) ? (value as Combination[]) : []
}
