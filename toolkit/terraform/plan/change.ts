import { compare } from './attributes.ts'
import { isArray, type Json, member, text, texts } from './json.ts'
import type { Side } from './marks.ts'
import type { AttributeChange, ChangeKind, Importing, ResourceChange, Value } from './model.ts'
import type { Redaction } from './redaction.ts'
import { type Room, rankOf } from './room.ts'
import type { Collection } from './secrets.ts'
import { type Place, pathTo, type Sink } from './sink.ts'
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
export function resourceChange(raw: Json, reading: Reading): ResourceChange {
  const change = member(raw, 'change')
  const actions = texts(member(change, 'actions'))
  const address = text(member(raw, 'address')) ?? ''
  const previous = text(member(raw, 'previous_address'))
  const previousAddress = previous === address ? undefined : previous
  const importing = importOf(member(change, 'importing'))
  const replacePaths = pathsOf(member(change, 'replace_paths'))
  const kind = kindOf(actions, previousAddress !== undefined, importing !== undefined)
  return {
    address,
    deposed: text(member(raw, 'deposed')),
    previousAddress,
    mode: member(raw, 'mode') === 'data' ? 'data' : 'managed',
    type: text(member(raw, 'type')) ?? '',
    providerName: text(member(raw, 'provider_name')) ?? '',
    kind,
    actions,
    reason: text(member(raw, 'action_reason')),
    importing,
    replacePaths,
    ...difference(change, reading, {
      keeps: kind !== 'no-op' && reading.room.has(rankOf(kind)),
      replacePaths,
    }),
  }
}

function pathsOf(paths: Json | undefined): string[] {
  return isArray(paths) ? paths.map(pathOf) : []
}

/** What `before`, `after` and the marks beside them say. */
export function difference(
  change: Json | undefined,
  { redaction, secrets }: Reading,
  { keeps, replacePaths = [], name }: { keeps: boolean; replacePaths?: readonly string[]; name?: string },
): Difference {
  const side = (which: 'before' | 'after'): Side => ({
    value: member(change, which),
    mark: member(change, `${which}_sensitive`),
  })
  const unknown = member(change, 'after_unknown')
  const attributes: AttributeChange[] = []
  let attributeCount = 0
  const sink: Sink = {
    attribute(place, before, after, only) {
      attributeCount++
      if (keeps) attributes.push(attributeChange(place, before, after, replacePaths, only))
    },
    known: value => (keeps ? known(value) : ABSENT),
    secret: secrets.add,
    redacts: redaction.any,
    redacted: redaction.hides,
    redactsWithin: redaction.hidesWithin,
  }
  const place = name === undefined ? undefined : { up: undefined, key: name }
  compare(place, side('before'), side('after'), unknown === false ? undefined : unknown, sink)
  return { attributes: keeps ? attributes : undefined, attributeCount }
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
