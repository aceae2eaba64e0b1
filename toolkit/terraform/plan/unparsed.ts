import { compare } from './attributes.ts'
import { entries, isObject, type Json, member, same } from './json.ts'
import { marksAnything, within } from './marks.ts'
import type { Collection } from './secrets.ts'
import type { Sink } from './sink.ts'
import {
  advance,
  type Cursor,
  compareNames,
  cursorOf,
  isNull,
  type Members,
  mayHoldTrue,
  membersOf,
  parseSlice,
  type Slice,
  sameBytes,
} from './slice.ts'

/**
 * Counts the members that differ, told by their bytes; of what is no object, whether it differs. The tool writes
 * names in order, `after_unknown` with nothing but what is unknown in it.
 */
export function countChanged(change: Members): number {
  const [before, after, unknown] = [change.get('before'), change.get('after'), change.get('after_unknown')]
  const [old, next, open] = [begin(before), begin(after), begin(unknown)]
  if (!old.waits && !next.waits && !open.waits)
    return mayHoldTrue(unknown) || !same(parseSlice(before), parseSlice(after)) ? 1 : 0
  let count = 0
  while (old.waits || next.waits || open.waits) {
    const first = least(old, least(next, open)).cursor
    const isOld = standsOn(old, first)
    const isNext = standsOn(next, first)
    const isOpen = standsOn(open, first)
    if (differ(isOld ? old.cursor : undefined, isNext ? next.cursor : undefined)) count++
    else if (isOpen && mayHoldTrue(open.cursor)) count++
    goOn(old, isOld)
    goOn(next, isNext)
    goOn(open, isOpen)
  }
  return count
}

/** The members of one object in turn; `waits` while there is one that was not counted. */
interface Turn {
  readonly cursor: Cursor
  waits: boolean
}

function begin(slice: Slice | undefined): Turn {
  const cursor = cursorOf(slice)
  return { cursor, waits: advance(cursor) }
}

function least(one: Turn, other: Turn): Turn {
  if (!one.waits || !other.waits) return one.waits ? one : other
  return compareNames(one.cursor, other.cursor) <= 0 ? one : other
}

function standsOn(turn: Turn, name: Cursor): boolean {
  return turn.waits && (turn.cursor === name || compareNames(turn.cursor, name) === 0)
}

function goOn(turn: Turn, counted: boolean): void {
  if (counted) turn.waits = advance(turn.cursor)
}

function differ(one: Cursor | undefined, other: Cursor | undefined): boolean {
  const old = one === undefined || isNull(one) ? undefined : one
  const next = other === undefined || isNull(other) ? undefined : other
  if (old === undefined || next === undefined) return old !== next
  return !sameBytes(old, next)
}

/** Tells the sink what hides in a change, parsing no more of it than that. */
export function collectMarked(change: Members, sink: Sink): void {
  const marks = [
    parseSlice(change.get('before_sensitive')),
    parseSlice(change.get('after_sensitive')),
  ] as const
  const [before, after] = [change.get('before'), change.get('after')]
  if (marks.some(mark => marksAnything(mark) && !isObject(mark))) {
    sink.secret(parseSlice(before))
    sink.secret(parseSlice(after))
  }
  const keys = new Set(marks.flatMap(hidingKeys))
  if (keys.size === 0) return
  const [old, next] = [membersOf(before), membersOf(after)]
  for (const key of keys)
    compare(
      { up: undefined, key },
      { value: parseSlice(old.get(key)), mark: within(marks[0], key) },
      { value: parseSlice(next.get(key)), mark: within(marks[1], key) },
      undefined,
      sink,
    )
}

/** Adds what `sensitive_values` hides in the `values` of a resource, parsing no more than that. */
export function addSensitiveValues(secrets: Collection, resource: Members): void {
  const mark = parseSlice(resource.get('sensitive_values'))
  const values = resource.get('values')
  const members: Members = isObject(mark) ? membersOf(values) : new Map<string, Slice>()
  if (members.size === 0) secrets.addMarked(parseSlice(values), mark)
  else for (const key of hidingKeys(mark)) secrets.addMarked(parseSlice(members.get(key)), member(mark, key))
}

function hidingKeys(mark: Json | undefined): string[] {
  return entries(mark).flatMap(([key, part]) => (marksAnything(part) ? key : []))
}
