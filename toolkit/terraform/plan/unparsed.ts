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
  const [old, next, open] = [cursorOf(before), cursorOf(after), cursorOf(unknown)] as const
  const waiting: Waiting = [advance(old), advance(next), advance(open)]
  if (!waiting.includes(true))
    return mayHoldTrue(unknown) || !same(parseSlice(before), parseSlice(after)) ? 1 : 0
  let count = 0
  for (let first = least(old, next, open, waiting); first; first = least(old, next, open, waiting)) {
    const here = (cursor: Cursor, i: 0 | 1 | 2) => waiting[i] && compareNames(cursor, first) === 0
    const [inOld, inNext, inOpen] = [here(old, 0), here(next, 1), here(open, 2)]
    if ((inOpen && mayHoldTrue(open)) || differ(inOld ? old : undefined, inNext ? next : undefined)) count++
    if (inOld) waiting[0] = advance(old)
    if (inNext) waiting[1] = advance(next)
    if (inOpen) waiting[2] = advance(open)
  }
  return count
}

/** Whether the old side, the new one, and what is unknown have a member that was not looked at yet. */
type Waiting = [boolean, boolean, boolean]

/** The one that stands on the first name of all. */
function least(old: Cursor, next: Cursor, open: Cursor, waiting: Waiting): Cursor | undefined {
  let first = waiting[0] ? old : undefined
  if (waiting[1] && (first === undefined || compareNames(next, first) < 0)) first = next
  if (waiting[2] && (first === undefined || compareNames(open, first) < 0)) first = open
  return first
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
