import { readSync } from 'node:fs'
import {
  beginAnew,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfLiteral,
  endOfString,
  type Looks,
  OPEN_ARRAY,
  OPEN_OBJECT,
  passWithin,
  QUOTE,
  unseen,
} from './tokens.ts'

/** Where a value stands: keys and indexes from the root. The scan changes it as it goes; copy what is kept. */
export type Path = readonly (string | number)[]

/**
 * What to do with a value: look at its members, take its bytes (and, where it is to be opened, note where the parts of
 * its parts end, too), or pass over it.
 */
export type Step = 'enter' | 'take' | 'open' | 'skip'

/** Who reads a JSON document while it is scanned. */
export interface Visitor {
  step(path: Path): Step
  /** A value that was to be taken; its bytes change once this returns. */
  take(path: Path, bytes: Buffer, looks: Looks): void
  /** The root's members whose bytes are wanted in pieces, whatever else is done with them. */
  readonly pieces: ReadonlySet<string>
  piece(key: string, bytes: Buffer): void
}

/**
 * What is wrong with a document: it is not JSON (`syntax`), ends before its end (`truncated`), another value follows it
 * (`more`), or a member of the root that was to be entered is a scalar (`shape`).
 */
type Wrong = 'syntax' | 'truncated' | 'more' | 'shape'

/** The document is not what it should be. */
export class JsonError extends Error {
  readonly kind: Wrong
  readonly offset: number | undefined
  constructor(kind: Wrong, offset: number | undefined) {
    super(kind)
    this.kind = kind
    this.offset = offset
  }
}

const WINDOW = 1 << 18
/** The first byte of `null`. */
const NULL = 0x6e

/**
 * Reads a JSON document of any size through a small window and hands over the values that the visitor takes.
 * What is passed over is not checked further than its brackets and quotes.
 * @param file is an open file descriptor, at its beginning; a UTF-8 byte order mark is passed over
 * @throws JsonError where the document is not JSON, or not whole
 */
export function scanJson(file: number, visitor: Visitor): void {
  let window = Buffer.allocUnsafeSlow(WINDOW)
  let length = 0
  let at = 0
  /** Offset in the file of the window's first byte. */
  let start = 0
  /** From here on the window must stay; -1 where nothing is being taken. */
  let kept = -1
  /** The first byte that was not handed over as a piece yet; -1 where no pieces are wanted. */
  let unsent = -1
  let sending = ''
  const seen = unseen()
  const path: (string | number)[] = []

  function more(): boolean {
    if (unsent >= 0 && unsent < length) visitor.piece(sending, window.subarray(unsent, length))
    if (unsent >= 0) unsent = length
    const from = Math.min(kept >= 0 ? kept : at, length)
    if (from > 0) window.copyWithin(0, from, length)
    else if (length === window.length) {
      const larger = Buffer.allocUnsafeSlow(2 * window.length)
      window.copy(larger, 0, 0, length)
      window = larger
    }
    length -= from
    at -= from
    start += from
    if (kept >= 0) kept -= from
    if (unsent >= 0) unsent -= from
    const read = readSync(file, window, length, window.length - length, null)
    length += read
    return read > 0
  }

  function fail(kind: Wrong): never {
    throw new JsonError(kind, start + at)
  }

  /** The next byte that is no whitespace, not yet passed; -1 at the end. */
  function peek(): number {
    for (;;) {
      while (at < length) {
        const byte = window[at]!
        if (byte > 0x20) return byte
        at++
      }
      if (!more()) return -1
    }
  }

  function expect(byte: number): void {
    const found = peek()
    if (found === -1) fail('truncated')
    if (found !== byte) fail('syntax')
    at++
  }

  /** Whether that byte comes next; then it is behind. */
  function passed(byte: number): boolean {
    if (peek() !== byte) return false
    at++
    return true
  }

  /** Passes to behind the quote that ends the string; `at` stands within it. */
  function passString(): void {
    for (;;) {
      const behind = endOfString(window, at, length)
      at = behind < 0 ? ~behind : behind
      if (behind >= 0) return
      if (!more()) fail('truncated')
    }
  }

  /** Passes over an object or array; `at` stands on its first bracket. */
  function passContainer(): void {
    for (;;) {
      const stopped = passWithin(window, at, length, seen, start)
      at = stopped < 0 ? ~stopped : stopped
      if (seen.depth === 0) return
      if (stopped < 0) passString()
      else if (!more()) fail('truncated')
    }
  }

  /** Passes over a number, `true`, `false` or `null`. */
  function passLiteral(): void {
    for (;;) {
      at = endOfLiteral(window, at, length)
      if (at < length || !more()) return
    }
  }

  function pass(first: number, deep: boolean): void {
    beginAnew(seen, start + at, deep)
    if (first === OPEN_OBJECT || first === OPEN_ARRAY) passContainer()
    else if (first === QUOTE) {
      at++
      passString()
    } else {
      // Not looked at: a number alone is parsed with care.
      seen.longNumbers = true
      passLiteral()
    }
  }

  function taken(first: number, deep: boolean): Buffer {
    kept = at
    pass(first, deep)
    const bytes = window.subarray(kept, at)
    kept = -1
    if (bytes.length === 0) fail('syntax')
    return bytes
  }

  function value(): void {
    const first = peek()
    if (first === -1) fail('truncated')
    const step = visitor.step(path)
    if (step === 'take' || step === 'open') visitor.take(path, taken(first, step === 'open'), seen)
    else if (step === 'enter' && first === OPEN_OBJECT) members()
    else if (step === 'enter' && first === OPEN_ARRAY) elements()
    // A section that is a scalar would be missed without a word.
    else if (step === 'enter' && path.length === 1 && first !== NULL) fail('shape')
    else pass(first, false)
  }

  function members(): void {
    expect(OPEN_OBJECT)
    for (let first = true; !passed(CLOSE_OBJECT); first = false) {
      if (!first) expect(COMMA)
      if (peek() !== QUOTE) fail(peek() === -1 ? 'truncated' : 'syntax')
      const key = keyOf(taken(QUOTE, false))
      expect(COLON)
      path.push(key)
      if (path.length === 1 && visitor.pieces.has(key)) inPieces(key)
      else value()
      path.pop()
    }
  }

  function elements(): void {
    expect(OPEN_ARRAY)
    for (let index = 0; !passed(CLOSE_ARRAY); index++) {
      if (index > 0) expect(COMMA)
      path.push(index)
      value()
      path.pop()
    }
  }

  function inPieces(key: string): void {
    peek()
    sending = key
    unsent = at
    value()
    visitor.piece(key, window.subarray(unsent, at))
    unsent = -1
  }

  function keyOf(bytes: Buffer): string {
    try {
      return JSON.parse(bytes.toString()) as string
    } catch {
      return fail('syntax')
    }
  }

  more()
  if (window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf) at = 3
  value()
  if (peek() !== -1) fail('more')
}
