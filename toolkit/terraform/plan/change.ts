import { compare } from './attributes.ts'
import { isArray, type Json, member, text, texts } from './json.ts'
import type { AttributeChange, ChangeKind, Importing, ResourceChange, Value } from './model.ts'
import type { Redaction } from './redaction.ts'
import { type Room, rankOf } from './room.ts'
import type { Collection } from './secrets.ts'
import { type Place, pathTo, type Sink } from './sink.ts'
import { type Members, mayHoldTrue, membersOf, parseSlice, type Slice } from './slice.ts'
import { collectMarked, countChanged } from './unparsed.ts'
import { ABSENT, eachScalar, known, pathOf } from './values.ts'

/** What every comparison of one plan shares. */
export interface Reading {
  readonly redaction: Redaction
  readonly secrets: Collection
  readonly room: Room
}

/** What differs, and how much of it there is. */
export interface Difference {
  readonly attributes: readonly AttributeChange[] | undefined
  readonly attributeCount: number
}

/** A resource's change as it stands in the plan, not masked by value yet. */
export function resourceChange(raw: Slice | undefined, reading: Reading): ResourceChange {
  const members = membersOf(raw)
  const change = membersOf(members.get('change'))
  const word = (name: string) => text(parseSlice(members.get(name)))
  const actions = texts(parseSlice(change.get('actions')))
  const address = word('address') ?? ''
  const previous = word('previous_address')
  const previousAddress = previous === address ? undefined : previous
  const importing = importOf(parseSlice(change.get('importing')))
  const replacePaths = pathsOf(parseSlice(change.get('replace_paths')))
  const kind = kindOf(actions, previousAddress !== undefined, importing !== undefined)
  const keeps = kind !== 'no-op' && reading.room.has(rankOf(kind))
  const silent = kind === 'no-op' && !reading.redaction.any && !mayHide(change)
  return {
    address,
    deposed: word('deposed'),
    previousAddress,
    mode: word('mode') === 'data' ? 'data' : 'managed',
    type: word('type') ?? '',
    providerName: word('provider_name') ?? '',
    kind,
    actions,
    reason: word('action_reason'),
    importing,
    replacePaths,
    ...(silent ? NOTHING : difference(change, reading, { keeps, replacePaths })),
  }
}

const NOTHING: Difference = { attributes: [], attributeCount: 0 }

function mayHide(change: Members): boolean {
  return mayHoldTrue(change.get('before_sensitive')) || mayHoldTrue(change.get('after_sensitive'))
}

function pathsOf(paths: Json | undefined): string[] {
  return isArray(paths) ? paths.map(pathOf) : []
}

/**
 * What `before`, `after` and the marks beside them say. Where nothing is kept, it is only counted.
 * @param name is what the value is called, where it is not an object with attributes of its own
 */
export function difference(
  change: Members,
  { redaction, secrets }: Reading,
  { keeps, replacePaths = [], name }: { keeps: boolean; replacePaths?: readonly string[]; name?: string },
): Difference {
  const side = (which: 'before' | 'after') => ({
    value: parseSlice(change.get(which)),
    mark: parseSlice(change.get(`${which}_sensitive`)),
  })
  const attributes: AttributeChange[] = []
  const changed = new Set<string | number | undefined>()
  const sink: Sink = {
    attribute(place, from, to, only) {
      changed.add(topOf(place))
      if (keeps) attributes.push(attributeChange(place, from, to, replacePaths, only))
    },
    known: value => (keeps ? known(value) : ABSENT),
    secret: secrets.add,
    redacts: redaction.any,
    redacted: redaction.hides,
    redactsWithin: redaction.hidesWithin,
  }
  if (!keeps && !redaction.any) {
    if (mayHide(change)) collectMarked(change, sink)
    return { attributes: undefined, attributeCount: countChanged(change) }
  }
  const place = name === undefined ? undefined : { up: undefined, key: name }
  compare(place, side('before'), side('after'), parseSlice(change.get('after_unknown')), sink)
  return { attributes: keeps ? attributes : undefined, attributeCount: changed.size }
}

function topOf(place: Place | undefined): string | number | undefined {
  return place?.up === undefined ? place?.key : topOf(place.up)
}

function importOf(importing: Json | undefined): Importing | undefined {
  if (importing === undefined || importing === null) return undefined
  const identity = member(importing, 'identity')
  const parts: string[] = []
  eachScalar(identity, part => parts.push(part))
  const id = text(member(importing, 'id')) ?? (parts.length > 0 ? JSON.stringify(identity) : undefined)
  return { id, unknown: member(importing, 'unknown') === true }
}

const SINGLE = new Set<string>(['create', 'read', 'update', 'delete', 'forget'])

/** The kind of a list of actions; words that nobody knows yet give `other`. */
export function kindOf(actions: readonly string[], moved: boolean, imported: boolean): ChangeKind {
  const [first, second, ...others] = actions
  if (first === undefined || others.length > 0) return 'other'
  if (second === undefined) {
    if (first === 'no-op') return imported ? 'import' : moved ? 'move' : 'no-op'
    return SINGLE.has(first) ? (first as ChangeKind) : 'other'
  }
  const both = `${first} ${second}`
  return ['delete create', 'create delete', 'create forget', 'forget create'].includes(both)
    ? 'replace'
    : 'other'
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
