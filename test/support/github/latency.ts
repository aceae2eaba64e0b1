/** Slowness that stays, for some requests. */
export interface Latency {
  /** Default: any method. */
  readonly method?: string
  /** Matched against path and query as they came. */
  readonly path: RegExp
  /** Milliseconds on the way there: what happens meanwhile, the request sees. Two numbers: somewhere between. */
  readonly before?: number | readonly [least: number, most: number]
  /** Milliseconds on the way back: what happens meanwhile, the reply does not tell. */
  readonly after?: number | readonly [least: number, most: number]
}

/** The delays that requests meet. */
export function createLatencies() {
  const known: Latency[] = []
  const matching = (method: string, path: string) =>
    known.filter(latency => (latency.method ?? method) === method && latency.path.test(path))
  return {
    add(latency: Latency): void {
      known.push(latency)
    },
    /** Milliseconds to wait before and after serving this request. */
    of(method: string, path: string): { before: number; after: number } {
      const met = matching(method, path)
      const total = (way: 'before' | 'after') => met.reduce((sum, latency) => sum + pick(latency[way]), 0)
      return { before: total('before'), after: total('after') }
    },
  }
}

function pick(delay: Latency['before'] = 0): number {
  if (typeof delay === 'number') return delay
  const [least, most] = delay
  return least + Math.random() * (most - least)
}
