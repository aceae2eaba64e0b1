import { isArray, isObject, type Json, member } from './json.ts'
import { hides, marksAnything, type Side, type Unknown, within } from './marks.ts'
import type { Value } from './model.ts'
import type { Place, Sink } from './sink.ts'
import { ABSENT, holdsTrue, isContainer, keysOf, SENSITIVE, UNKNOWN } from './values.ts'

// Longer lists and maps are told member by member.
const LONGEST_WHOLE = 120

/** Tells what only one side has: short values whole, long ones and those with marks in them leaf by leaf. */
export function oneSided(
  place: Place | undefined,
  which: 'before' | 'after',
  side: Side,
  unknown: Unknown,
  sink: Sink,
): void {
  const hidden = hides(side.mark, side.value) || sink.redacted(place)
  if (hidden) sink.secret(side.value)
  const shown = hidden ? hiddenLeaf(side.value, unknown) : leaf(place, side, unknown, sink)
  if (shown === 'parts') eachPart(place, which, side, unknown, sink)
  else if (shown.kind !== 'absent')
    sink.attribute(place, which === 'before' ? shown : ABSENT, which === 'after' ? shown : ABSENT)
}

function hiddenLeaf(value: Json | undefined, unknown: Unknown): Value {
  if (value !== undefined && value !== null) return SENSITIVE
  return holdsTrue(unknown) ? UNKNOWN : ABSENT
}

/** What only one side has as a single value; `parts` where it has to be told member by member. */
export function leaf(
  place: Place | undefined,
  { value, mark }: Side,
  unknown: Unknown,
  sink: Sink,
): Value | 'parts' {
  if (unknown === true) return UNKNOWN
  if (!isContainer(value) && !isContainer(unknown)) {
    // Within a list, null holds a place.
    if (value === null && typeof place?.key === 'number') return { kind: 'known', text: 'null' }
    return value === undefined || value === null ? ABSENT : sink.known(value)
  }
  if (place === undefined || marksAnything(mark) || holdsTrue(unknown) || sink.redactsWithin(value, place))
    return 'parts'
  if (value === undefined || value === null) return ABSENT
  return JSON.stringify(value).length <= LONGEST_WHOLE ? sink.known(value) : 'parts'
}

function eachPart(
  place: Place | undefined,
  which: 'before' | 'after',
  { value, mark }: Side,
  unknown: Unknown,
  sink: Sink,
): void {
  const isList = isArray(value) || isArray(unknown)
  for (const key of isList ? indexes(value, unknown) : keysOf(value, unknown)) {
    const part = { value: partOf(value, key), mark: within(mark, key) }
    oneSided({ up: place, key }, which, part, within(unknown, key), sink)
  }
}

/** Tells the sink what hides in a value that stays as it is. */
export function collect(place: Place | undefined, { value, mark }: Side, sink: Sink): void {
  if (hides(mark, value) || sink.redacted(place)) sink.secret(value)
  else if ((isArray(value) || isObject(value)) && (marksAnything(mark) || sink.redacts))
    for (const key of isArray(value) ? value.keys() : Object.keys(value))
      collect({ up: place, key }, { value: partOf(value, key), mark: within(mark, key) }, sink)
}

function partOf(value: Json | undefined, key: string | number): Json | undefined {
  return typeof key === 'number' ? (isArray(value) ? value[key] : undefined) : member(value, key)
}

function indexes(value: Json | undefined, unknown: Unknown): Iterable<number> {
  return Array(Math.max(isArray(value) ? value.length : 0, isArray(unknown) ? unknown.length : 0)).keys()
}
