import { type Json, parseJson } from './json.ts'
import { endOfLiteral, endOfString, passWithin } from './scan.ts'

/** The bytes of a JSON value that is not parsed yet. */
export interface Slice {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
  /** Whether a number in it may have more digits than a double holds. */
  readonly longNumbers: boolean
  /** Its members, where they have been looked for. */
  readonly members?: Members
}

/** The members of an object by name; none where it is no object. */
export type Members = ReadonlyMap<string, Slice>

const NONE: Members = new Map()
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a

/** Parses the value; undefined where there is none. */
export function parseSlice(slice: Slice | undefined): Json | undefined {
  return slice && parseJson(slice.bytes.toString('utf8', slice.from, slice.to), slice.longNumbers)
}

/**
 * Finds the members of an object without parsing them.
 * @param slice of JSON whose brackets and quotes are known to match
 * @param opened names members whose own members will be asked for: finding them at once spares looking twice
 * @throws SyntaxError where it is not JSON
 */
export function membersOf(slice: Slice | undefined, opened: ReadonlySet<string> = NOTHING): Members {
  if (slice?.members) return slice.members
  if (slice === undefined || slice.bytes[slice.from] !== OPEN_OBJECT) return NONE
  const found = new Map<string, Slice>()
  walk(slice, opened, found)
  return found
}

const NOTHING: ReadonlySet<string> = new Set()

/** @returns where the object ends */
function walk(
  { bytes, from, to: end, longNumbers }: Slice,
  opened: ReadonlySet<string>,
  found: Map<string, Slice>,
): number {
  let at = skipped(bytes, from + 1)
  while (bytes[at] !== CLOSE_OBJECT) {
    if (bytes[at] !== QUOTE) throw new SyntaxError('a name is missing')
    const behind = endOfString(bytes, at + 1, end)
    const name = nameOf(bytes, at, behind)
    at = skipped(bytes, behind)
    if (bytes[at] !== COLON) throw new SyntaxError('a colon is missing')
    const first = skipped(bytes, at + 1)
    const member = memberAt(
      { bytes, from: first, to: end, longNumbers },
      opened.has(name) ? opened : undefined,
    )
    if (member.to <= first) throw new SyntaxError('a value is missing')
    found.set(name, member)
    at = skipped(bytes, member.to)
    if (bytes[at] === COMMA) at = skipped(bytes, at + 1)
    else if (bytes[at] !== CLOSE_OBJECT) throw new SyntaxError('a comma is missing')
  }
  return at + 1
}

function memberAt(open: Slice, opened: ReadonlySet<string> | undefined): Slice {
  const { bytes, from, to, longNumbers } = open
  if (opened === undefined || bytes[from] !== OPEN_OBJECT)
    return { bytes, from, to: endOfValue(bytes, from, to), longNumbers }
  const members = new Map<string, Slice>()
  return { bytes, from, to: walk(open, opened, members), longNumbers, members }
}

/** Whether two values are written alike. */
export function sameBytes(one: Slice, other: Slice): boolean {
  return (
    one.to - one.from === other.to - other.from &&
    one.bytes.compare(other.bytes, other.from, other.to, one.from, one.to) === 0
  )
}

/** Whether the value is `null`, or there is none. */
export function isNull(slice: Slice | undefined): boolean {
  return slice === undefined || slice.bytes[slice.from] === 0x6e
}

/** Whether `true` may stand somewhere in the value. */
export function mayHoldTrue(slice: Slice | undefined): boolean {
  return slice?.bytes.subarray(slice.from, slice.to).includes('true') === true
}

function skipped(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at]! <= 0x20) at++
  return at
}

function nameOf(bytes: Buffer, from: number, to: number): string {
  const name = bytes.toString('latin1', from + 1, to - 1)
  return /^[\x20-\x5b\x5d-\x7e]*$/.test(name)
    ? name
    : (JSON.parse(bytes.toString('utf8', from, to)) as string)
}

function endOfValue(bytes: Buffer, from: number, end: number): number {
  const first = bytes[from]
  if (first === QUOTE) return endOfString(bytes, from + 1, end)
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) return endOfLiteral(bytes, from, end)
  return passWithin(bytes, from, end, { depth: 0, spaced: false, longNumbers: false })
}
