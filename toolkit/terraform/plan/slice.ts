import { type Json, parseJson } from './json.ts'
import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  type Ends,
  endOf,
  endOfContainer,
  endOfLiteral,
  endOfString,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './tokens.ts'

/** The bytes of a JSON value that is not parsed yet. */
export interface Slice {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
  /** Whether a number in it may have more digits than a double holds. */
  readonly longNumbers: boolean
  /** Where some of the objects and arrays in it end. */
  readonly ends: Ends | undefined
}

/** The members of an object by name; none where it is no object. */
export type Members = ReadonlyMap<string, Slice>

const EMPTY: Slice = { bytes: Buffer.from('{}'), from: 0, to: 2, longNumbers: false, ends: undefined }

/** Parses the value; undefined where there is none. */
export function parseSlice(slice: Slice | undefined): Json | undefined {
  return slice && parseJson(slice.bytes.toString('utf8', slice.from, slice.to), slice.longNumbers)
}

const LONGEST_REPEATED = 1024
const MOST_REPEATED = 4096

/** Reads values that come again and again, such as the name of a type, only once. What it gives must not be changed. */
export function onlyOnce<T>(read: (slice: Slice | undefined) => T): (slice: Slice | undefined) => T {
  const known = new Map<string, T>()
  return slice => {
    if (slice === undefined || slice.to - slice.from > LONGEST_REPEATED) return read(slice)
    const written = slice.bytes.toString('latin1', slice.from, slice.to)
    const before = known.get(written)
    if (before !== undefined) return before
    if (known.size >= MOST_REPEATED) known.clear()
    const value = read(slice)
    known.set(written, value)
    return value
  }
}

/**
 * Finds the members of an object without parsing them.
 * @param slice of JSON whose brackets and quotes are known to match
 * @param names the members to find, of letters, digits, `_` and `-`; default: all
 * @throws SyntaxError where it is not JSON
 */
export function membersOf(slice: Slice | undefined, names?: readonly string[]): Members {
  const found = new Map<string, Slice>()
  const cursor = cursorOf(slice)
  while (advance(cursor)) {
    const name = names ? whichOf(names, cursor) : nameOf(cursor)
    if (name !== undefined) found.set(name, sliceAt(cursor))
  }
  return found
}

function whichOf(names: readonly string[], cursor: Cursor): string | undefined {
  for (const name of names) if (isNamed(cursor, name)) return name
  return undefined
}

/** Whether the cursor stands on that name; quicker than to ask for the name. */
function isNamed({ bytes, nameFrom, nameTo }: Name, name: string): boolean {
  if (nameTo - nameFrom !== name.length) return false
  for (let i = name.length - 1; i >= 0; i--) if (bytes[nameFrom + i] !== name.charCodeAt(i)) return false
  return true
}

/** The bytes of a member's name, between its quotes. */
export interface Name {
  readonly bytes: Buffer
  readonly nameFrom: number
  readonly nameTo: number
}

/** Goes through the members of an object, one after the other, and makes nothing of them. */
export interface Cursor extends Name {
  readonly bytes: Buffer
  readonly end: number
  readonly longNumbers: boolean
  readonly ends: Ends | undefined
  /** Where the next member begins; behind the end where there is none. */
  at: number
  /** The name of the member that it stands on, between its quotes. */
  nameFrom: number
  nameTo: number
  /** Its value. */
  from: number
  to: number
}

/** A cursor before the first member; what is no object has none. */
export function cursorOf(slice: Slice | undefined): Cursor {
  const isObject = slice !== undefined && slice.bytes[slice.from] === OPEN_OBJECT
  const { bytes, from, to, longNumbers, ends } = isObject ? slice : EMPTY
  const at = skipped(bytes, from + 1)
  return { bytes, end: to, longNumbers, ends, at, nameFrom: 0, nameTo: 0, from: 0, to: 0 }
}

/**
 * Goes on to the next member; false where there is none.
 * @throws SyntaxError where it is not JSON
 */
export function advance(cursor: Cursor): boolean {
  const { bytes, end, at } = cursor
  if (bytes[at] === CLOSE_OBJECT) return false
  if (bytes[at] !== QUOTE) throw new SyntaxError('a name is missing')
  const behind = endOfString(bytes, at + 1, end)
  const colon = skipped(bytes, behind)
  if (bytes[colon] !== COLON) throw new SyntaxError('a colon is missing')
  cursor.nameFrom = at + 1
  cursor.nameTo = behind - 1
  cursor.from = skipped(bytes, colon + 1)
  cursor.to = endOfValue(cursor)
  if (cursor.to <= cursor.from) throw new SyntaxError('a value is missing')
  cursor.at = skipped(bytes, cursor.to)
  if (bytes[cursor.at] === COMMA) cursor.at = skipped(bytes, cursor.at + 1)
  else if (bytes[cursor.at] !== CLOSE_OBJECT) throw new SyntaxError('a comma is missing')
  return true
}

/** A name as its bytes stand in JSON that the tool writes. */
export function nameFrom(name: string): Name {
  const bytes = Buffer.from(JSON.stringify(name))
  return { bytes, nameFrom: 1, nameTo: bytes.length - 1 }
}

/** The value that the cursor stands on. */
export function sliceAt({ bytes, from, to, longNumbers, ends }: Cursor): Slice {
  return { bytes, from, to, longNumbers, ends }
}

/** Whether two values are written alike. */
export function sameBytes(one: Cursor, other: Cursor): boolean {
  return (
    one.to - one.from === other.to - other.from &&
    compareBytes(one.bytes, one.from, one.to, other.bytes, other.from, other.to) === 0
  )
}

/** Less than, equal to or greater than 0, in the order of the names' bytes. */
export function compareNames(one: Name, other: Name): number {
  return compareBytes(one.bytes, one.nameFrom, one.nameTo, other.bytes, other.nameFrom, other.nameTo)
}

// Calling a native function takes longer than to compare so few bytes.
const FEW = 48

function compareBytes(
  one: Buffer,
  oneFrom: number,
  oneTo: number,
  other: Buffer,
  otherFrom: number,
  otherTo: number,
): number {
  const length = Math.min(oneTo - oneFrom, otherTo - otherFrom)
  if (length > FEW) return one.compare(other, otherFrom, otherTo, oneFrom, oneTo)
  for (let i = 0; i < length; i++) {
    const difference = one[oneFrom + i]! - other[otherFrom + i]!
    if (difference !== 0) return difference
  }
  return oneTo - oneFrom - (otherTo - otherFrom)
}

/** Whether the value is `null`. */
export function isNull({ bytes, from }: { readonly bytes: Buffer; readonly from: number }): boolean {
  return bytes[from] === 0x6e
}

/** Whether `true` may stand somewhere in the value. */
export function mayHoldTrue(slice: Pick<Slice, 'bytes' | 'from' | 'to'> | undefined): boolean {
  return slice?.bytes.subarray(slice.from, slice.to).includes('true') === true
}

function skipped(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at]! <= 0x20) at++
  return at
}

/** The name that the cursor stands on. */
export function nameOf({ bytes, nameFrom, nameTo }: Name): string {
  const name = bytes.toString('latin1', nameFrom, nameTo)
  return /^[\x20-\x5b\x5d-\x7e]*$/.test(name)
    ? name
    : (JSON.parse(bytes.toString('utf8', nameFrom - 1, nameTo + 1)) as string)
}

function endOfValue({ bytes, from, end, ends }: Cursor): number {
  const first = bytes[from]
  if (first === QUOTE) return endOfString(bytes, from + 1, end)
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) return endOfLiteral(bytes, from, end)
  return (ends && endOf(ends, from)) ?? endOfContainer(bytes, from, end)
}
