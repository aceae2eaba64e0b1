import { same } from './json.ts'
import {
  advance,
  type Cursor,
  compareNames,
  cursorOf,
  isNull,
  type Members,
  mayHoldTrue,
  membersOf,
  nameFrom,
  nameOf,
  parseSlice,
  type Slice,
  sameBytes,
  sliceAt,
} from './slice.ts'

/** A member of what changes: both sides, and what of the new one is unknown, as far as they have it. */
export interface ChangedMember {
  readonly name: string
  readonly before: Slice | undefined
  readonly after: Slice | undefined
  readonly unknown: Slice | undefined
}

/** Which members to list besides counting those that differ. */
export interface Asked {
  readonly differing: boolean
  /** Names that are listed even where they do not differ. */
  readonly always: readonly string[]
}

/** What differs between the objects before and after. */
export interface ChangedMembers {
  /** How many members differ. */
  readonly count: number
  /** Those, and those that were asked for. */
  readonly members: readonly ChangedMember[]
}

/**
 * Finds the members that differ by their bytes, without parsing them; undefined where neither side is an object.
 * Null is the same as absent.
 * @param change has `before`, `after` and `after_unknown`
 */
export function changedMembers(change: Members, asked: Asked): ChangedMembers | undefined {
  const sides = [change.get('before'), change.get('after'), change.get('after_unknown')] as const
  const turns = sides.map(begin)
  if (!turns.some(turn => turn.waits)) return undefined
  const always = asked.always.map(nameFrom)
  const members: ChangedMember[] = []
  let count = 0
  const [old, next, open] = turns as [Turn, Turn, Turn]
  while (old.waits || next.waits || open.waits) {
    const first = least(old, least(next, open)).cursor
    const was = standsOn(old, first) ? old.cursor : undefined
    const becomes = standsOn(next, first) ? next.cursor : undefined
    const opens = standsOn(open, first) ? open.cursor : undefined
    const changes = differ(was, becomes) || (opens !== undefined && mayHoldTrue(opens))
    if (changes) count++
    if ((changes && asked.differing) || always.some(name => compareNames(name, first) === 0))
      members.push(memberOf(first, was, becomes, opens))
    goOn(old, was)
    goOn(next, becomes)
    goOn(open, opens)
  }
  return turns.every(turn => turn.sorted) ? { count, members } : unsorted(sides, asked)
}

/** The members of one object in turn. */
interface Turn {
  readonly cursor: Cursor
  /** Whether there is one that was not looked at. */
  waits: boolean
  /** Whether each name came behind that before it, as the tool writes them. */
  sorted: boolean
}

function begin(slice: Slice | undefined): Turn {
  const cursor = cursorOf(slice)
  return { cursor, waits: advance(cursor), sorted: true }
}

function least(one: Turn, other: Turn): Turn {
  if (!one.waits || !other.waits) return one.waits ? one : other
  return compareNames(one.cursor, other.cursor) <= 0 ? one : other
}

function standsOn(turn: Turn, name: Cursor): boolean {
  return turn.waits && (turn.cursor === name || compareNames(turn.cursor, name) === 0)
}

function goOn(turn: Turn, looked: Cursor | undefined): void {
  if (looked === undefined) return
  const { bytes, nameFrom, nameTo } = looked
  turn.waits = advance(turn.cursor)
  if (turn.waits && compareNames(turn.cursor, { bytes, nameFrom, nameTo }) <= 0) turn.sorted = false
}

function differ(one: Cursor | undefined, other: Cursor | undefined): boolean {
  const old = one === undefined || isNull(one) ? undefined : one
  const next = other === undefined || isNull(other) ? undefined : other
  if (old === undefined || next === undefined) return old !== next
  return !sameBytes(old, next)
}

function memberOf(
  name: Cursor,
  before: Cursor | undefined,
  after: Cursor | undefined,
  unknown: Cursor | undefined,
): ChangedMember {
  return {
    name: nameOf(name),
    before: before && sliceAt(before),
    after: after && sliceAt(after),
    unknown: unknown && sliceAt(unknown),
  }
}

/** The same where names stand in any order: they cannot be compared in passing. */
function unsorted(sides: readonly (Slice | undefined)[], { differing, always }: Asked): ChangedMembers {
  const [old, next, open] = sides.map(side => membersOf(side)) as [Members, Members, Members]
  const names = [...new Set([...old.keys(), ...next.keys(), ...open.keys()])].sort()
  const all = names.map(name => ({
    name,
    before: old.get(name),
    after: next.get(name),
    unknown: open.get(name),
  }))
  const changed = new Set(
    all.filter(
      ({ before, after, unknown }) =>
        mayHoldTrue(unknown) || !same(parseSlice(before) ?? undefined, parseSlice(after) ?? undefined),
    ),
  )
  const members = all.filter(one => always.includes(one.name) || (differing && changed.has(one)))
  return { count: changed.size, members }
}
