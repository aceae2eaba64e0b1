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
 * @param seed is how many characters each of the strings has at least; the more, the faster
 */
export function finder(all: readonly Wanted[], seed: 3 | 4): (text: string) => Span[] {
  const sets = all.filter(({ strings }) => strings.size > 0)
  if (sets.length === 0) return () => []
  const seeds = new Uint8Array(TABLE)
  const lengths = new Map<string, number[]>()
  for (const { strings } of sets)
    for (const one of strings) {
      seeds[hash(one, 0, seed)] = 1
      const begin = one.slice(0, seed)
      const those = lengths.get(begin)
      if (those === undefined) lengths.set(begin, [one.length])
      else if (!those.includes(one.length)) those.push(one.length)
    }
  const spansAt = (text: string, at: number, spans: Span[]): void => {
    for (const length of lengths.get(text.slice(at, at + seed)) ?? []) {
      const candidate = text.slice(at, at + length)
      for (const { strings, found } of sets) {
        const span = strings.has(candidate) ? found(text, [at, at + length]) : undefined
        if (span) spans.push(span)
      }
    }
  }
  return text => {
    const spans: Span[] = []
    for (let at = 0; at + seed <= text.length; at++)
      if (seeds[hash(text, at, seed)] === 1) spansAt(text, at, spans)
    return spans
  }
}

// Thousands of secrets then mark few places of the table, and most characters of a text need no more than a look.
const TABLE = 1 << 18

function hash(text: string, at: number, seed: 3 | 4): number {
  const fourth = seed === 4 ? text.charCodeAt(at + 3) : 0
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35) ^
    Math.imul(fourth, 0x27d4eb2f)
  return mixed >>> 14
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
