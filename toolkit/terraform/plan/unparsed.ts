import { compare } from './attributes.ts'
import { entries, isObject, type Json, member } from './json.ts'
import { marksAnything, within } from './marks.ts'
import type { Collection } from './secrets.ts'
import type { Sink } from './sink.ts'
import { isNull, type Members, membersOf, parseSlice, type Slice, sameBytes } from './slice.ts'
import { holdsTrue } from './values.ts'

/**
 * Counts the members that differ by their bytes, and parses only those in which anything hides.
 * Of what is no object it counts whether it differs.
 */
export function countChanged(change: Members, sink: Sink): number {
  const [before, after] = [change.get('before'), change.get('after')]
  const [old, next] = [membersOf(before), membersOf(after)]
  const unknown = parseSlice(change.get('after_unknown'))
  const marks = [
    parseSlice(change.get('before_sensitive')),
    parseSlice(change.get('after_sensitive')),
  ] as const
  if (marks.some(mark => marksAnything(mark) && !isObject(mark))) {
    sink.secret(parseSlice(before))
    sink.secret(parseSlice(after))
  }
  if (old.size === 0 && next.size === 0 && !isObject(unknown))
    return holdsTrue(unknown) || differ(before, after) ? 1 : 0
  for (const key of new Set([...hidingKeys(marks[0]), ...hidingKeys(marks[1])]))
    compare(
      { up: undefined, key },
      { value: parseSlice(old.get(key)), mark: within(marks[0], key) },
      { value: parseSlice(next.get(key)), mark: within(marks[1], key) },
      within(unknown, key),
      sink,
    )
  const changed = new Set(entries(unknown).flatMap(([key, mark]) => (holdsTrue(mark) ? key : [])))
  for (const key of old.keys()) if (differ(old.get(key), next.get(key))) changed.add(key)
  for (const key of next.keys()) if (!old.has(key) && !isNull(next.get(key))) changed.add(key)
  return changed.size
}

/** Adds what `sensitive_values` hides in the `values` of a resource, parsing no more than that. */
export function addSensitiveValues(secrets: Collection, resource: Members): void {
  const mark = parseSlice(resource.get('sensitive_values'))
  const values = resource.get('values')
  const members = membersOf(values)
  if (isObject(mark) && members.size > 0)
    for (const key of hidingKeys(mark)) secrets.addMarked(parseSlice(members.get(key)), member(mark, key))
  else if (marksAnything(mark)) secrets.add(parseSlice(values))
}

function hidingKeys(mark: Json | undefined): string[] {
  return entries(mark).flatMap(([key, part]) => (marksAnything(part) ? key : []))
}

function differ(one: Slice | undefined, other: Slice | undefined): boolean {
  if (one === undefined || other === undefined || isNull(one) || isNull(other))
    return isNull(one) !== isNull(other)
  return !sameBytes(one, other)
}
