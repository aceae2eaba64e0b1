/** One line of the table: a thing of ours beside the thing it is measured against, in the same run. */
export interface Row {
  readonly what: string
  /** Median milliseconds of ours. */
  readonly ours: number
  /** What it is measured against, in words. */
  readonly beside: string
  /** Median milliseconds of that. */
  readonly theirs: number
  /** The highest ratio ours/theirs that is good enough; undefined where it is only shown. */
  readonly bound: number | undefined
}

/** Runs each contender once a round, in turn, so that whatever else the machine does meets all of them alike. */
export async function interleave<K extends string>(
  rounds: number,
  contenders: Record<K, () => unknown>,
): Promise<Record<K, number>> {
  const names = Object.keys(contenders) as K[]
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now()
      await contenders[name]()
      times[name].push(performance.now() - started)
    }
  }
  return Object.fromEntries(names.map(name => [name, median(times[name])])) as Record<K, number>
}

/** The middle value; of an even number of values, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}
