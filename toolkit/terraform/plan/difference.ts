import { compare } from './attributes.ts'
import { isObject, type Json } from './json.ts'
import { hidingKeys, marksAnything, within } from './marks.ts'
import { type ChangedMembers, changedMembers } from './members.ts'
import type { AttributeChange, Value } from './model.ts'
import type { Redaction } from './redaction.ts'
import { createRoom, type Room } from './room.ts'
import { type Collection, collection } from './secrets.ts'
import { type Place, pathTo, type Sink } from './sink.ts'
import { type Members, type ParseRepeated, parseRepeated, parseSlice } from './slice.ts'
import { ABSENT, known } from './values.ts'

/** What every comparison of one plan shares. */
export interface Reading {
  readonly redaction: Redaction
  readonly secrets: Collection
  readonly room: Room
  readonly repeated: ParseRepeated
}

/** Begins to read a plan of which nothing is known. */
export function beginReading(redaction: Redaction): Reading {
  return { redaction, secrets: collection(), room: createRoom(), repeated: parseRepeated() }
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
  const attributes: AttributeChange[] = []
  const tops = new Set<string | number | undefined>()
  const { redaction, secrets } = reading
  const { keeps, replacePaths = [], name } = wanted
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
  const marks = [
    parseSlice(change.get('before_sensitive')),
    parseSlice(change.get('after_sensitive')),
  ] as const
  const parts = redaction.any || name !== undefined ? undefined : partsOf(change, marks, wanted)
  if (parts) compareParts(parts, marks, sink)
  else {
    const side = (which: 'before' | 'after', mark: Json | undefined) => ({
      value: parseSlice(change.get(which)),
      mark,
    })
    const place = name === undefined ? undefined : { up: undefined, key: name }
    const unknown = parseSlice(change.get('after_unknown'))
    compare(place, side('before', marks[0]), side('after', marks[1]), unknown, sink)
  }
  if (keeps) return { attributes, attributeCount: tops.size }
  return { attributes: undefined, attributeCount: parts?.count ?? tops.size }
}

type Marks = readonly [before: Json | undefined, after: Json | undefined]

/** The members to look at; undefined where it takes all of them at once. */
function partsOf(change: Members, marks: Marks, { keeps, counts }: Wanted): ChangedMembers | undefined {
  if (marks.some(mark => !isObject(mark) && marksAnything(mark))) return undefined
  const always = marks.flatMap(hidingKeys)
  // Other names may be written in more than one way.
  if (!always.every(name => /^[\w-]+$/.test(name))) return undefined
  if (!keeps && !counts && always.length === 0) return NOTHING
  return changedMembers(change, { differing: keeps, always })
}

const NOTHING: ChangedMembers = { count: 0, members: [] }

function compareParts({ members }: ChangedMembers, marks: Marks, sink: Sink): void {
  for (const { name: key, before, after, unknown } of members)
    compare(
      { up: undefined, key },
      { value: parseSlice(before), mark: within(marks[0], key) },
      { value: parseSlice(after), mark: within(marks[1], key) },
      parseSlice(unknown),
      sink,
    )
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

function covers(outer: string, path: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)))
}
