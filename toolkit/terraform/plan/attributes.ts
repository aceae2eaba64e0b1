import { isArray, isObject, type Json, member, same } from './json.ts'
import { align } from './lists.ts'
import { hides, marksAnything, type Side, type Unknown, within } from './marks.ts'
import { collect, leaf, oneSided } from './one-sided.ts'
import type { Place, Sink } from './sink.ts'
import { ABSENT, embedded, holdsTrue, isContainer, isScalar, keysOf, SENSITIVE, UNKNOWN } from './values.ts'

/**
 * Tells the sink each leaf that differs, and every value that hides. Null is the same as absent. Where either side of
 * a value hides, both do: the old value of what became sensitive is as secret as the new one.
 * @param unknown tells what of the new side is known only after the apply
 */
export function compare(
  place: Place | undefined,
  before: Side,
  after: Side,
  unknown: Unknown,
  sink: Sink,
): void {
  const old = before.value ?? undefined
  const next = after.value ?? undefined
  if (hides(before.mark, old) || hides(after.mark, next) || sink.redacted(place))
    compareHidden(place, before, after, unknown, sink)
  else if (unknown === true) becomesUnknown(place, before, sink)
  else if (isObject(old) && isObject(next)) compareMembers(place, before, after, unknown, sink)
  else if (isArray(old) && isArray(next)) compareElements(place, before, after, unknown, sink)
  else if (old !== undefined && next !== undefined && isScalar(old) && isScalar(next))
    compareScalars(place, old, next, sink)
  else if (old === undefined || next === undefined || !becomesOther(place, before, after, unknown, sink)) {
    if (old !== undefined) oneSided(place, 'before', before, undefined, sink)
    if (next !== undefined || isContainer(unknown)) oneSided(place, 'after', after, unknown, sink)
  }
}

/** Tells a value that becomes one of another kind, such as a text that becomes a list, where both sides are short. */
function becomesOther(
  place: Place | undefined,
  before: Side,
  after: Side,
  unknown: Unknown,
  sink: Sink,
): boolean {
  const [old, next] = [leaf(place, before, undefined, sink), leaf(place, after, unknown, sink)]
  if (old === 'parts' || next === 'parts') return false
  sink.attribute(place, old, next)
  return true
}

function compareHidden(
  place: Place | undefined,
  before: Side,
  after: Side,
  unknown: Unknown,
  sink: Sink,
): void {
  sink.secret(before.value)
  sink.secret(after.value)
  const old = before.value ?? undefined
  const next = after.value ?? undefined
  const markedAlike = hides(before.mark, old) === hides(after.mark, next)
  const open = holdsTrue(unknown)
  if (same(old, next) && (markedAlike || old === undefined) && !open) return
  const absent = open ? UNKNOWN : ABSENT
  sink.attribute(place, old === undefined ? ABSENT : SENSITIVE, next === undefined ? absent : SENSITIVE)
}

function becomesUnknown(place: Place | undefined, before: Side, sink: Sink): void {
  const hidden = marksAnything(before.mark) || sink.redactsWithin(before.value, place)
  if (hidden) collect(place, before, sink)
  sink.attribute(place, hidden ? SENSITIVE : sink.known(before.value), UNKNOWN)
}

function compareMembers(
  place: Place | undefined,
  before: Side,
  after: Side,
  unknown: Unknown,
  sink: Sink,
): void {
  for (const key of keysOf(before.value, after.value, unknown)) {
    const was = member(before.value, key)
    const becomes = member(after.value, key)
    const marks = [within(before.mark, key), within(after.mark, key)] as const
    const open = within(unknown, key)
    const alike = was === becomes && marks[0] === undefined && marks[1] === undefined
    if (alike && open === undefined && !sink.redacts) continue
    compare(
      { up: place, key },
      { value: was, mark: marks[0] },
      { value: becomes, mark: marks[1] },
      open,
      sink,
    )
  }
}

function compareElements(
  place: Place | undefined,
  before: Side,
  after: Side,
  unknown: Unknown,
  sink: Sink,
): void {
  const old = elementsOf(before)
  const next = elementsOf(after)
  const open = (j: number) => within(unknown, j)
  const aligned = align(
    old,
    next,
    next.map((_, j) => open(j)),
  )
  for (const j of aligned.kept) collect({ up: place, key: j }, next[j]!, sink)
  if (aligned.reordered) {
    const hidden =
      marksAnything(before.mark) || marksAnything(after.mark) || sink.redactsWithin(after.value, place)
    const [from, to] = hidden ? [SENSITIVE, SENSITIVE] : [sink.known(before.value), sink.known(after.value)]
    sink.attribute(place, from, to, 'order')
  }
  for (const [i, j] of aligned.pairs) compare({ up: place, key: j }, old[i]!, next[j]!, open(j), sink)
  for (const i of aligned.gone) oneSided({ up: place, key: i }, 'before', old[i]!, undefined, sink)
  for (const j of aligned.added) oneSided({ up: place, key: j }, 'after', next[j]!, open(j), sink)
}

function elementsOf({ value, mark }: Side): Side[] {
  return isArray(value) ? value.map((item, i) => ({ value: item, mark: within(mark, i) })) : []
}

function compareScalars(place: Place | undefined, old: Json, next: Json, sink: Sink): void {
  if (same(old, next)) return
  const was = typeof old === 'string' ? embedded(old) : undefined
  const becomes = was !== undefined && typeof next === 'string' ? embedded(next) : undefined
  const documents = becomes !== undefined && isArray(was) === isArray(becomes)
  if (documents && !same(was, becomes))
    compare(place, { value: was, mark: undefined }, { value: becomes, mark: undefined }, undefined, sink)
  else {
    const only = sameButForSpace(old, next) ? 'whitespace' : documents ? 'notation' : undefined
    sink.attribute(place, sink.known(old), sink.known(next), only)
  }
}

function sameButForSpace(old: Json, next: Json): boolean {
  if (typeof old !== 'string' || typeof next !== 'string') return false
  if (!SPACE.test(old) && !SPACE.test(next)) return false
  return old.replace(/\s+/g, '') === next.replace(/\s+/g, '')
}

const SPACE = /\s/
