import { readSync } from 'node:fs'

/** Where a value stands: keys and indexes from the root. The scan changes it as it goes; copy what is kept. */
export type Path = readonly (string | number)[]

/**
 * What to do with a value: look at its members, take its bytes (and, where it is to be opened, note where the parts of
 * its parts end, too), or pass over it.
 */
export type Step = 'enter' | 'take' | 'open' | 'skip'

/** What the scan saw in a value, besides its end. */
export interface Looks {
  /** Whether there is whitespace between its tokens. */
  readonly spaced: boolean
  /** Whether a number in it may have more digits than a double holds. */
  readonly longNumbers: boolean
  /**
   * Where objects and arrays end that are its members, by where they begin; where it was to be opened, those within
   * its members, too.
   */
  readonly ends: ReadonlyMap<number, number>
  /** What those offsets count from: the offset of the value's first byte. */
  readonly origin: number
}

/** Who reads a JSON document while it is scanned. */
export interface Visitor {
  step(path: Path): Step
  /** A value that was to be taken; its bytes change once this returns. */
  take(path: Path, bytes: Buffer, looks: Looks): void
  /** The root's members whose bytes are wanted in pieces, whatever else is done with them. */
  readonly pieces: ReadonlySet<string>
  piece(key: string, bytes: Buffer): void
}

/** The document is not JSON; `truncated` where it ends before its end, `more` where another value follows it. */
export class JsonError extends Error {
  readonly kind: 'syntax' | 'truncated' | 'more'
  readonly offset: number | undefined
  constructor(kind: 'syntax' | 'truncated' | 'more', offset: number | undefined) {
    super(kind)
    this.kind = kind
    this.offset = offset
  }
}

const WINDOW = 1 << 18
const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d

const ORDINARY = 0
const OPENS = 1
const CLOSES = 2
const QUOTES = 3
const DIGIT = 4
const SPACE = 5
const classes = new Uint8Array(256)
classes[OPEN_OBJECT] = OPENS
classes[OPEN_ARRAY] = OPENS
classes[CLOSE_OBJECT] = CLOSES
classes[CLOSE_ARRAY] = CLOSES
classes[QUOTE] = QUOTES
classes.fill(DIGIT, 0x30, 0x3a)
classes.fill(SPACE, 0, 0x21)

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
  let seen = unseen(0, false)
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

  function fail(kind: 'syntax' | 'truncated' | 'more'): never {
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
    seen = unseen(start + at, deep)
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

/**
 * Behind the quote that ends a string; where the bytes end before it, the complement of where to go on: one behind
 * their end where the last of them is a backslash.
 */
export function endOfString(bytes: Buffer, from: number, end: number): number {
  let i = from
  while (i < end) {
    const byte = bytes[i]!
    if (byte === QUOTE) return i + 1
    i += byte === BACKSLASH ? 2 : 1
  }
  return ~i
}

/** Behind a number, `true`, `false` or `null`. */
export function endOfLiteral(bytes: Buffer, from: number, end: number): number {
  let i = from
  while (i < end && bytes[i]! > 0x20 && bytes[i] !== COMMA && classes[bytes[i]!] !== CLOSES) i++
  return i
}

/** What is told of a value while it is passed over. */
interface Seen extends Looks {
  depth: number
  spaced: boolean
  longNumbers: boolean
  readonly ends: Map<number, number>
  readonly deep: boolean
  /** Where the brackets of the second and third level opened last; the value itself is the first. */
  second: number
  third: number
}

/** A value that nothing is known of. */
function unseen(origin: number, deep: boolean): Seen {
  return { depth: 0, spaced: false, longNumbers: false, ends: new Map(), origin, deep, second: 0, third: 0 }
}

/**
 * Passes over brackets until all are closed, or the bytes end.
 * @param start is the offset of the first byte, in what `seen` counts in
 * @returns where it stopped; where that is within a string, the complement
 */
function passWithin(bytes: Buffer, from: number, end: number, seen: Seen, start: number): number {
  let i = from
  while (i >= 0 && i < end) {
    const kind = classes[bytes[i]!]!
    i++
    if (kind === ORDINARY) continue
    if (kind === QUOTES) i = endOfString(bytes, i, end)
    else if (kind === OPENS) open(seen, start + i - 1)
    else if (kind === CLOSES) {
      close(seen, start + i)
      if (seen.depth === 0) return i
    } else if (kind === SPACE) seen.spaced = true
    else {
      const first = i
      i = endOfNumber(bytes, i, end)
      if (i - first >= SHORTEST_LONG_NUMBER || i === end) seen.longNumbers = true
    }
  }
  return i
}

function open(seen: Seen, offset: number): void {
  seen.depth++
  if (seen.depth === 2) seen.second = offset
  else if (seen.depth === 3) seen.third = offset
}

function close(seen: Seen, offset: number): void {
  if (seen.depth === 2) seen.ends.set(seen.second - seen.origin, offset - seen.origin)
  else if (seen.depth === 3 && seen.deep) seen.ends.set(seen.third - seen.origin, offset - seen.origin)
  seen.depth--
}

/** Behind the object or array that begins there. */
export function endOfContainer(bytes: Buffer, from: number, end: number): number {
  let depth = 0
  let i = from
  while (i >= 0 && i < end) {
    const kind = classes[bytes[i]!]!
    i++
    if (kind === QUOTES) i = endOfString(bytes, i, end)
    else if (kind === OPENS) depth++
    else if (kind === CLOSES) depth--
    if (depth === 0) return i
  }
  return -1
}

// Every number of 15 digits fits into a double.
const SHORTEST_LONG_NUMBER = 14

function endOfNumber(bytes: Buffer, from: number, end: number): number {
  let i = from
  // Digits, and what else a number is made of: . + - e E
  while (i < end && (classes[bytes[i]!] === DIGIT || NUMERIC.has(bytes[i]!))) i++
  return i
}

const NUMERIC = new Set([0x2e, 0x2b, 0x2d, 0x65, 0x45])
