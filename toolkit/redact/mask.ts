import { gunzipSync } from 'node:zlib'
import { spellingsOf } from './spellings.ts'

/** What stands in the place of a secret. */
export const HIDDEN = '***'

/** A text without the secrets. */
export type Mask = (text: string) => string

type Span = readonly [from: number, to: number]

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
  const inPlain = finder(anywhere, SEED)
  const inBase64 = finder(base64, SEED)
  const asWords = finder(words, WORD_SEED, isWhole)
  const spansIn = (text: string): Span[] => [
    ...inPlain(text),
    ...inBase64(text).map(span => widened(text, span)),
    ...asWords(text),
  ]

  const holds = (text: string, depth: number): boolean =>
    spansIn(text).length > 0 || blobs(text).some(blob => depth > 0 && blobHolds(blob.text, depth))
  const blobHolds = (blob: string, depth: number): boolean => {
    const bytes = Buffer.from(blob.replace(/\\r|\\n|\s/g, ''), 'base64')
    const plain = inflated(bytes)
    return plain === undefined || holds(plain, depth - 1)
  }

  return text => {
    if (wholes.size > 0 && wholes.has(unquoted(text))) return text.startsWith('"') ? `"${HIDDEN}"` : HIDDEN
    const spans = spansIn(text)
    for (const blob of blobs(text))
      if (blobHolds(blob.text, 2)) spans.push([blob.at, blob.at + blob.text.length])
    return spans.length === 0 ? text : without(text, spans)
  }
}

function unquoted(text: string): string {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}

const SEED = 4
const WORD_SEED = 3

/** Finds where one of many strings stands: by its first characters, then by a look-up for each length there is. */
function finder(
  wanted: ReadonlySet<string>,
  seed: number,
  accepts: (text: string, span: Span) => boolean = () => true,
): (text: string) => Span[] {
  if (wanted.size === 0) return () => []
  const begins = new Uint8Array(1 << 16)
  const byBegin = new Map<string, Map<number, Set<string>>>()
  for (const one of wanted) {
    begins[hash(one, 0)] = 1
    const begin = one.slice(0, seed)
    const byLength = byBegin.get(begin) ?? new Map<number, Set<string>>()
    byBegin.set(begin, byLength)
    byLength.set(one.length, (byLength.get(one.length) ?? new Set()).add(one))
  }
  const longest = (text: string, at: number): Span | undefined => {
    let found: Span | undefined
    for (const [length, those] of byBegin.get(text.slice(at, at + seed)) ?? []) {
      const span = [at, at + length] as const
      if (
        (found === undefined || found[1] < span[1]) &&
        those.has(text.slice(...span)) &&
        accepts(text, span)
      )
        found = span
    }
    return found
  }
  return text => {
    const spans: Span[] = []
    for (let at = 0; at + seed <= text.length; at++) {
      if (begins[hash(text, at)] === 0) continue
      const span = longest(text, at)
      if (span) spans.push(span)
    }
    return spans
  }
}

function hash(text: string, at: number): number {
  const mixed = (text.charCodeAt(at) << 10) ^ (text.charCodeAt(at + 1) << 5) ^ text.charCodeAt(at + 2)
  return mixed & 0xffff
}

function isWhole(text: string, [from, to]: Span): boolean {
  const beside = /[\p{L}\p{N}]/u
  // A letter behind a backslash belongs to an escape: `\nabc`.
  const escaped = /\\[nrtbf]$/.test(text.slice(Math.max(0, from - 2), from))
  return (escaped || !beside.test(text.charAt(from - 1))) && !beside.test(text.charAt(to))
}

/** All of the base64 that the span is a part of. */
function widened(text: string, [from, to]: Span): Span {
  let first = from
  let last = to
  while (first > 0 && /[A-Za-z0-9+/_-]/.test(text.charAt(first - 1))) first--
  while (/[A-Za-z0-9+/_-]/.test(text.charAt(last))) last++
  while (text.charAt(last) === '=') last++
  return [first, last]
}

const BLOB = /[A-Za-z0-9+/_-]{32,}(?:(?:\r?\n|(?:\\r)?\\n)[ \t]*[A-Za-z0-9+/_-]+)*={0,2}/g

/** Runs that are long enough to be base64 of more than a name; wrapped ones too, also with line breaks as in JSON. */
function blobs(text: string): { at: number; text: string }[] {
  if (text.length < 32) return []
  return [...text.matchAll(BLOB)].map(match => ({ at: match.index, text: match[0] }))
}

// Enough for what a machine is given at its first start; larger ones are hidden unseen.
const LARGEST = 1 << 22

/** What the bytes say; undefined where they are compressed and cannot be read. */
function inflated(bytes: Buffer): string | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString()
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString()
  } catch {
    return undefined
  }
}

function without(text: string, spans: readonly Span[]): string {
  let shown = ''
  let behind = 0
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    if (from > behind || behind === 0) shown += `${text.slice(behind, from)}${HIDDEN}`
    behind = Math.max(behind, to)
  }
  return shown + text.slice(behind)
}
