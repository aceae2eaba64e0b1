import { gunzipSync } from 'node:zlib'
import type { Span } from './find.ts'

const SHORTEST_BLOB = 32
// Enough for what a machine is given at its first start; what is larger counts as unreadable.
const LARGEST_INFLATED = 1 << 22

const BACKSLASH = 0x5c

const alphabet = new Uint8Array(128)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-')
  alphabet[character.charCodeAt(0)] = 1

function belongs(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 && alphabet[code] === 1
}

/** Whether a letter there belongs to an escape such as `\\n`. */
function escaped(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === BACKSLASH
}

/** All of the base64 that the span is a part of. */
export function widened(text: string, [from, to]: Span): Span {
  let first = from
  let last = to
  while (first > 0 && belongs(text, first - 1) && !escaped(text, first - 1)) first--
  while (last < text.length && belongs(text, last)) last++
  while (text.charAt(last) === '=') last++
  return [first, last]
}

/**
 * Runs that are long enough to be base64 of more than a name; those that go on behind a line break, also one as JSON
 * writes it, are one.
 */
export function blobs(text: string): Span[] {
  const found: Span[] = []
  let at = 0
  while (at + SHORTEST_BLOB <= text.length) {
    if (escaped(text, at)) at++
    const gap = lastGap(text, at, at + SHORTEST_BLOB)
    if (gap >= at) {
      at = gap + 1
      continue
    }
    const from = at
    while (at < text.length && belongs(text, at)) at++
    at = endOfWrapped(text, at)
    found.push([from, at])
    at++
  }
  return found
}

/** The last character between those places that belongs to no base64; before `from` where all do. */
function lastGap(text: string, from: number, to: number): number {
  let at = to - 1
  while (at >= from && belongs(text, at)) at--
  return at
}

const CONTINUED = /(?:(?:\r?\n|(?:\\+r)?\\+n)[ \t]*[A-Za-z0-9+/_-]+)*={0,2}/y

function endOfWrapped(text: string, at: number): number {
  CONTINUED.lastIndex = at
  CONTINUED.test(text)
  return Math.max(at, CONTINUED.lastIndex)
}

/**
 * What base64 may say, inflated where it is compressed by gzip: what stands right before it may look like a part of
 * it, so it may begin at each of its first four characters. Undefined where it is compressed and cannot be read.
 */
export function decodings(blob: string): (string | undefined)[] {
  const joined = blob.replace(/\\+[rn]|\s/g, '')
  const compressed = joined.indexOf(GZIP)
  const begins = compressed > 3 ? [0, 1, 2, 3, compressed] : [0, 1, 2, 3]
  return begins.map(begin => inflated(Buffer.from(joined.slice(begin), 'base64')))
}

// Of 1f 8b 08, as gzip begins.
const GZIP = 'H4sI'

function inflated(bytes: Buffer): string | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString()
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_INFLATED }).toString()
  } catch {
    return undefined
  }
}
