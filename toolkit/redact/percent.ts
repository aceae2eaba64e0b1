import type { Span } from './find.ts'

/** A text with its percent-encoding undone. */
export interface Decoded {
  readonly text: string
  /** Where a span of it stands in the text as it was. */
  origin(span: Span): Span
}

/**
 * Undoes percent-encoding, whichever characters were encoded: programs differ in that, also by the part of a URL.
 * Undefined where nothing is.
 */
export function percentDecoded(text: string): Decoded | undefined {
  if (!text.includes('%') || !/%[0-9a-f]{2}/i.test(text)) return undefined
  const starts: number[] = []
  const pieces: string[] = []
  const take = (piece: string, from: number, width: number) => {
    pieces.push(piece)
    for (let unit = 0; unit < piece.length; unit++) starts.push(from + unit * width)
  }
  let behind = 0
  for (const { 0: run, index } of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) {
    take(text.slice(behind, index), behind, 1)
    behind = index
    const bytes = Buffer.from(run.replaceAll('%', ''), 'hex')
    const utf8 = bytes.toString()
    for (const character of utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8) {
      take(character, behind, 0)
      behind += 3 * (utf8.includes('\ufffd') ? 1 : Buffer.byteLength(character))
    }
  }
  take(text.slice(behind), behind, 1)
  const originOf = (index: number) => starts[index] ?? text.length
  return { text: pieces.join(''), origin: ([from, to]) => [originOf(from), originOf(to)] }
}
