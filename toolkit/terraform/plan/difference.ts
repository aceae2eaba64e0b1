import { compare } from './attributes.ts'
import { isObject, type Json } from './json.ts'
import { hidingKeys, marksAnything, within } from './marks.ts'
import { type ChangedMembers, changedMembers } from './members.ts'
import type { AttributeChange, Value } from './model.ts'
import type { Redaction } from './redaction.ts'
import { createRoom, type Room } from './room.ts'
import { type Collection, collection } from './secrets.ts'
import { type Place, pathTo, type Sink } from './sink.ts'
import { type Members, membersOf, onlyOnce, parseSlice, type Slice } from './slice.ts'
import { ABSENT, covers, known } from './values.ts'

/** What every comparison of one plan shares. */
export interface Reading {
  readonly redaction: Redaction
  readonly secrets: Collection
  readonly room: Room
  /** Parses what comes again and again. */
  readonly repeated: (slice: Slice | undefined) => Json | undefined
  readonly marks: (slice: Slice | undefined) => Marks
}

/** Begins to read a plan of which nothing is known. */
export function beginReading(redaction: Redaction): Reading {
  return {
    redaction,
    secrets: collection(),
    room: createRoom(),
    repeated: onlyOnce(parseSlice),
    marks: onlyOnce(marksOf),
  }
}

/** What differs, and how much of it there is. */
export interface Difference {
  readonly attributes: readonly AttributeChange[] | undefined
  readonly attributeCount: number
}

/** What is wanted of a difference. */
export interface Wanted {
  /** Whether the attributes are wanted. */
  readonly keeps: boolean
  /** Whether their number is, where they are not. */
  readonly counts?: boolean
  readonly replacePaths?: readonly string[]
  /** What the value is called, where it is not an object with attributes of its own. */
  readonly name?: string
}

/**
 * What `before`, `after` and the marks beside them say; the secrets learn what hides. No more is parsed than what
 * differs or hides.
 */
export function difference(change: Members, reading: Reading, wanted: Wanted): Difference {
  const { keeps, counts = false, name } = wanted
  const marks = [
    reading.marks(change.get('before_sensitive')),
    reading.marks(change.get('after_sensitive')),
  ] as const
  const apart = !reading.redaction.any && name === undefined && marks.every(({ keys }) => keys !== undefined)
  const always = apart ? marks.flatMap(({ keys }) => keys ?? []) : []
  if (apart && !keeps && !counts && always.length === 0) return { attributes: undefined, attributeCount: 0 }
  const found = foundIn(reading, wanted)
  const parts = apart ? changedMembers(change, { differing: keeps, always }) : undefined
  if (parts) compareParts(parts, marks, found.sink)
  else {
    const [before, after] = [parseSlice(change.get('before')), parseSlice(change.get('after'))]
    compare(
      name === undefined ? undefined : { up: undefined, key: name },
      { value: before, mark: marks[0].mark },
      { value: after, mark: marks[1].mark },
      parseSlice(change.get('after_unknown')),
      found.sink,
    )
  }
  if (keeps) return { attributes: found.attributes, attributeCount: found.tops.size }
  return { attributes: undefined, attributeCount: parts?.count ?? found.tops.size }
}

/** Adds what `sensitive_values` hides in the `values` of a resource, parsing no more than that. */
export function addSensitiveValues({ marks, secrets }: Reading, resource: Members): void {
  const { mark, keys } = marks(resource.get('sensitive_values'))
  const values = resource.get('values')
  const members = keys && membersOf(values, keys)
  if (keys === undefined || members === undefined || members.size === 0)
    secrets.addMarked(parseSlice(values), mark)
  else for (const key of keys) secrets.addMarked(parseSlice(members.get(key)), within(mark, key))
}

/** What `before_sensitive` or `after_sensitive` says. */
interface Marks {
  readonly mark: Json | undefined
  /** The members in which anything is marked; undefined where that cannot be told by their names. */
  readonly keys: readonly string[] | undefined
}

function marksOf(slice: Slice | undefined): Marks {
  const mark = parseSlice(slice)
  const keys = hidingKeys(mark)
  // Other names may be written in more than one way.
  const told = (isObject(mark) || !marksAnything(mark)) && keys.every(name => /^[\w-]+$/.test(name))
  return { mark, keys: told ? keys : undefined }
}

function compareParts({ members }: ChangedMembers, marks: readonly [Marks, Marks], sink: Sink): void {
  for (const { name: key, before, after, unknown } of members)
    compare(
      { up: undefined, key },
      { value: parseSlice(before), mark: within(marks[0].mark, key) },
      { value: parseSlice(after), mark: within(marks[1].mark, key) },
      parseSlice(unknown),
      sink,
    )
}

/** What a comparison finds, and who is told of it. */
interface Found {
  readonly attributes: AttributeChange[]
  /** The names of the outermost values that differ. */
  readonly tops: Set<string | number | undefined>
  readonly sink: Sink
}

function foundIn({ redaction, secrets }: Reading, { keeps, replacePaths = [] }: Wanted): Found {
  const attributes: AttributeChange[] = []
  const tops = new Set<string | number | undefined>()
  const sink: Sink = {
    attribute(place, from, to, only) {
      tops.add(topOf(place))
      if (keeps) attributes.push(attributeChange(place, from, to, replacePaths, only))
    },
    known: value => (keeps ? known(value) : ABSENT),
    secret: secrets.add,
    redacts: redaction.any,
    redacted: redaction.hides,
    redactsWithin: redaction.hidesWithin,
  }
  return { attributes, tops, sink }
}

function topOf(place: Place | undefined): string | number | undefined {
  return place?.up === undefined ? place?.key : topOf(place.up)
}

function attributeChange(
  place: Place | undefined,
  before: Value,
  after: Value,
  replacePaths: readonly string[],
  only: AttributeChange['onlyDiffersIn'],
): AttributeChange {
  const path = pathTo(place)
  const forcesReplacement = replacePaths.some(forcing => covers(forcing, path) || covers(path, forcing))
  return { path, before, after, forcesReplacement, ...(only && { onlyDiffersIn: only }) }
}
