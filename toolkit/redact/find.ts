/** From the first character to behind the last. */
export type Span = readonly [from: number, to: number]

/** Strings to find; what is found of them is told together with `found`. */
export interface Wanted {
  readonly strings: ReadonlySet<string>
  /** The span to hide for what was found; undefined to go on. */
  found(text: string, span: Span): Span | undefined
}

/**
 * Finds where any of many strings stand: by their first characters, then by a look-up for each length that strings
 * with this beginning have. That takes one pass over the text, however many strings there are.
 * @param all hold strings of at least 3 characters
 */
export function finder(all: readonly Wanted[]): (text: string) => Span[] {
  const sets = all.filter(({ strings }) => strings.size > 0)
  if (sets.length === 0) return () => []
  const seeds = new Uint8Array(TABLE)
  const lengths = new Map<string, number[]>()
  for (const { strings } of sets)
    for (const one of strings) {
      const begin = one.slice(0, SEED)
      seeds[begin.split('').reduce((hash, unit) => step(hash, unit.charCodeAt(0)), 0)] = 1
      const those = lengths.get(begin)
      if (those === undefined) lengths.set(begin, [one.length])
      else if (!those.includes(one.length)) those.push(one.length)
    }
  const spansAt = (text: string, at: number, spans: Span[]): void => {
    for (const length of lengths.get(text.slice(at, at + SEED)) ?? []) {
      const candidate = text.slice(at, at + length)
      for (const { strings, found } of sets) {
        const span = strings.has(candidate) ? found(text, [at, at + length]) : undefined
        if (span) spans.push(span)
      }
    }
  }
  return text => {
    const spans: Span[] = []
    let hash = 0
    for (let i = 0; i < text.length; i++) {
      hash = step(hash, text.charCodeAt(i))
      if (seeds[hash] === 1 && i + 1 >= SEED) spansAt(text, i + 1 - SEED, spans)
    }
    return spans
  }
}

const SEED = 3
const BITS = 18
// Thousands of secrets then mark few places of the table, and most characters of a text need no more than a look.
const TABLE = 1 << BITS

/** The hash of the last three characters: of those before, three steps leave nothing. */
function step(hash: number, code: number): number {
  return ((hash << (BITS / SEED)) ^ code) & (TABLE - 1)
}

/** The text with each span, and spans that overlap or touch together, replaced. */
export function without(text: string, spans: readonly Span[], replacement: string): string {
  let shown = ''
  let behind = -1
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    if (from > behind) shown += text.slice(Math.max(0, behind), from) + replacement
    behind = Math.max(behind, to)
  }
  return shown + text.slice(Math.max(0, behind))
}
