import { blobs, decodings, widened } from './base64.ts'
import { finder, type Span, without } from './find.ts'
import { percentDecoded } from './percent.ts'
import { spellingsOf } from './spellings.ts'

/** What stands in the place of a secret. */
export const HIDDEN = '***'

/** A text without the secrets. */
export type Mask = (text: string) => string

/** How many times base64 is looked into that stands in base64. */
const DEPTH = 2

/**
 * Hides secrets in texts: as they are, trimmed, line by line, in JSON, percent-encoded, in hexadecimal, in base64 of
 * either alphabet, also within longer base64, wrapped, encoded twice or compressed by gzip. Base64 that holds one is
 * hidden as a whole. Secrets of 3 and 4 characters (of digits: up to 5) are hidden as whole words only, of 2 where
 * they are the whole text; single characters and words like `true` never. Takes time in proportion to the texts,
 * however many secrets there are.
 */
export function createMask(secrets: Iterable<string>): Mask {
  const anywhere = new Set<string>()
  const base64 = new Set<string>()
  const words = new Set<string>()
  const wholes = new Set<string>()
  for (const secret of secrets) {
    const spellings = spellingsOf(secret)
    for (const spelling of spellings.anywhere) anywhere.add(spelling)
    for (const spelling of spellings.base64) base64.add(spelling)
    for (const spelling of spellings.words) words.add(spelling)
    for (const spelling of spellings.wholes) wholes.add(spelling)
  }
  if (anywhere.size + words.size + wholes.size === 0) return text => text
  const literal = finder([
    { strings: anywhere, found: (_, span) => span },
    { strings: base64, found: widened },
    { strings: words, found: (text, span) => (isWord(text, span) ? span : undefined) },
  ])

  const spansIn = (text: string): Span[] => {
    const decoded = percentDecoded(text)
    return decoded === undefined
      ? literal(text)
      : [...literal(text), ...literal(decoded.text).map(decoded.origin)]
  }
  const blobsIn = (text: string, depth: number): Span[] =>
    depth === 0
      ? []
      : blobs(text).filter(([from, to]) =>
          decodings(text.slice(from, to)).some(decoded => holds(decoded, depth - 1)),
        )
  const holds = (text: string | undefined, depth: number): boolean =>
    text === undefined || spansIn(text).length > 0 || blobsIn(text, depth).length > 0

  return text => {
    if (wholes.size > 0 && wholes.has(unquoted(text))) return text.startsWith('"') ? `"${HIDDEN}"` : HIDDEN
    const spans = spansIn(text)
    spans.push(...blobsIn(text, DEPTH))
    return spans.length === 0 ? text : without(text, spans, HIDDEN)
  }
}

function unquoted(text: string): string {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}

function isWord(text: string, [from, to]: Span): boolean {
  const beside = /[\p{L}\p{N}]/u
  // A letter behind a backslash belongs to an escape: `\nabc`.
  const escaped = /\\[nrtbf]$/.test(text.slice(Math.max(0, from - 2), from))
  return (escaped || !beside.test(text.charAt(from - 1))) && !beside.test(text.charAt(to))
}
