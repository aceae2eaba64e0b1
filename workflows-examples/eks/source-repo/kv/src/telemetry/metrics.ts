/** Names of labels and their values. */
type Labels = Readonly<Record<string, string>>

const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export type Metrics = ReturnType<typeof createMetrics>

/** Counts, and prints the counts in Prometheus' text format 0.0.4. */
export function createMetrics() {
  const families: (() => string[])[] = []
  const family = (name: string, type: string, help: string, samples: () => string[]) => {
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples()])
  }

  return {
    /** A number that only grows; without labels it starts at 0. */
    counter(name: string, help: string, labelled = false): (labels?: Labels, by?: number) => void {
      const values = new Map<string, number>(labelled ? [] : [['', 0]])
      family(name, 'counter', help, () => [...values].map(([labels, value]) => `${name}${labels} ${value}`))
      return (labels = {}, by = 1) => {
        const key = print(labels)
        values.set(key, (values.get(key) ?? 0) + by)
      }
    },

    /** A number that is asked for when somebody looks. */
    gauge(name: string, help: string, read: () => number, labels: Labels = {}): void {
      family(name, 'gauge', help, () => [`${name}${print(labels)} ${read()}`])
    },

    /** How long things take, in seconds. */
    histogram(name: string, help: string): (labels: Labels, seconds: number) => void {
      const series = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>()
      family(name, 'histogram', help, () =>
        [...series.values()].flatMap(({ labels, counts, sum, count }) => [
          ...BOUNDS.map(
            (le, index) => `${name}_bucket${print({ ...labels, le: String(le) })} ${counts[index]}`,
          ),
          `${name}_bucket${print({ ...labels, le: '+Inf' })} ${count}`,
          `${name}_sum${print(labels)} ${sum}`,
          `${name}_count${print(labels)} ${count}`,
        ]),
      )
      return (labels, seconds) => {
        const key = print(labels)
        const one = series.get(key) ?? { labels, counts: BOUNDS.map(() => 0), sum: 0, count: 0 }
        series.set(key, one)
        one.counts = one.counts.map((count, index) => count + (seconds <= BOUNDS[index]! ? 1 : 0))
        one.sum += seconds
        one.count++
      }
    },

    print: (): string => `${families.flatMap(lines => lines()).join('\n')}\n`,
  }
}

function print(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (value: string) => value.replace(/[\\"\n]/g, char => (char === '\n' ? '\\n' : `\\${char}`))
