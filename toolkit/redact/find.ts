/** From the first character to behind the last. */
export type Span = readonly [from: number, to: number]

/** Strings to find; what is found of them is told together with `found`. */
export interface Wanted {
  readonly strings: ReadonlySet<string>
  /** The span to hide for what was found; undefined to go on. */
  found(text: string, span: Span): Span | undefined
}

const SEED = 3

/**
 * Finds where any of many strings stand: by their first characters, then by a look-up for each length that strings
 * with this beginning have. That takes one pass over the text, however many strings there are.
 * @param all hold strings of at least 3 characters
 */
export function finder(all: readonly Wanted[]): (text: string) => Span[] {
  const seeds = new Uint8Array(1 << 16)
  const lengths = new Map<string, number[]>()
  for (const { strings } of all)
    for (const one of strings) {
      seeds[hash(one, 0)] = 1
      const begin = one.slice(0, SEED)
      const those = lengths.get(begin)
      if (those === undefined) lengths.set(begin, [one.length])
      else if (!those.includes(one.length)) those.push(one.length)
    }
  const spansAt = (text: string, at: number, spans: Span[]): void => {
    for (const length of lengths.get(text.slice(at, at + SEED)) ?? []) {
      const candidate = text.slice(at, at + length)
      for (const { strings, found } of all) {
        const span = strings.has(candidate) ? found(text, [at, at + length]) : undefined
        if (span) spans.push(span)
      }
    }
  }
  return text => {
    const spans: Span[] = []
    for (let at = 0; at + SEED <= text.length; at++) if (seeds[hash(text, at)] === 1) spansAt(text, at, spans)
    return spans
  }
}

function hash(text: string, at: number): number {
  const mixed = (text.charCodeAt(at) << 10) ^ (text.charCodeAt(at + 1) << 5) ^ text.charCodeAt(at + 2)
  return mixed & 0xffff
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
