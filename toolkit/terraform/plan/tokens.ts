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
   * Where objects and arrays end that are its members; where it was to be opened, those within its members, too. They
   * count from the value's first byte, and change with the next value.
   */
  readonly ends: Ends
}

/** Where objects and arrays begin, in this order, and where they end; the first `count` of each. */
export interface Ends {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly count: number
}

/** The end of what begins there; undefined where it was not noted. */
export function endOf({ from, to, count }: Ends, begin: number): number | undefined {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < begin) low = middle + 1
    else high = middle
  }
  return low < count && from[low] === begin ? to[low] : undefined
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
  readonly ends: Noted
  deep: boolean
  /** The offset of the value's first byte. */
  origin: number
}

interface Noted extends Ends {
  readonly from: number[]
  readonly to: number[]
  count: number
  /** Which of them opened last on the second and the third level; the value itself is the first. */
  second: number
  third: number
}

/** For the values of a document, one after the other. */
export function unseen(): Seen {
  const ends = { from: [], to: [], count: 0, second: 0, third: 0 }
  return { depth: 0, spaced: false, longNumbers: false, ends, deep: false, origin: 0 }
}

/** Forgets the value before. */
export function beginAnew(seen: Seen, origin: number, deep: boolean): void {
  seen.depth = 0
  seen.spaced = false
  seen.longNumbers = false
  seen.ends.count = 0
  seen.deep = deep
  seen.origin = origin
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
      seen.depth--
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
  const { ends } = seen
  seen.depth++
  if (seen.depth === 2) ends.second = ends.count
  else if (seen.depth === 3 && seen.deep) ends.third = ends.count
  else return
  ends.from[ends.count++] = offset - seen.origin
}

function close({ depth, deep, ends, origin }: Seen, offset: number): void {
  if (depth === 2) ends.to[ends.second] = offset - origin
  else if (depth === 3 && deep) ends.to[ends.third] = offset - origin
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
