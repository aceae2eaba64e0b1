// The bytes that JSON is made of (RFC 8259).
export const QUOTE = 0x22
const BACKSLASH = 0x5c
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d
export const OPEN_ARRAY = 0x5b
export const CLOSE_ARRAY = 0x5d

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
export interface Seen extends Looks {
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
export function unseen(origin: number, deep: boolean): Seen {
  return { depth: 0, spaced: false, longNumbers: false, ends: new Map(), origin, deep, second: 0, third: 0 }
}

/**
 * Passes over brackets until all are closed, or the bytes end.
 * @param start is the offset of the first byte, in what `seen` counts in
 * @returns where it stopped; where that is within a string, the complement
 */
export function passWithin(bytes: Buffer, from: number, end: number, seen: Seen, start: number): number {
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
