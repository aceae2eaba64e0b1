import { difference, type Reading } from './difference.ts'
import { withMarks } from './implied-marks.ts'
import { isArray, type Json, member, text, texts } from './json.ts'
import type { ChangeKind, Importing, ResourceChange } from './model.ts'
import { rankOf } from './room.ts'
import { membersOf, parseSlice, type Slice } from './slice.ts'
import { eachScalar, pathOf } from './values.ts'

const RESOURCE = [
  'address',
  'mode',
  'type',
  'provider_name',
  'change',
  'action_reason',
  'previous_address',
  'deposed',
]
const CHANGE = [
  'actions',
  'before',
  'after',
  'after_unknown',
  'before_sensitive',
  'after_sensitive',
  'replace_paths',
  'importing',
]

/** A resource's change as it stands in the plan, not masked by value yet. */
export function resourceChange(raw: Slice | undefined, reading: Reading): ResourceChange {
  const members = membersOf(raw, RESOURCE)
  const change = withMarks(membersOf(members.get('change'), CHANGE))
  const word = (name: string) => text(reading.repeated(members.get(name)))
  const actions = texts(reading.repeated(change.get('actions')))
  const address = text(parseSlice(members.get('address'))) ?? ''
  const previous = text(parseSlice(members.get('previous_address')))
  const previousAddress = previous === address ? undefined : previous
  const importing = importOf(parseSlice(change.get('importing')))
  const replacePaths = pathsOf(parseSlice(change.get('replace_paths')))
  const kind = kindOf(actions, previousAddress !== undefined, importing !== undefined)
  const keeps = kind !== 'no-op' && reading.room.has(rankOf(kind))
  const counts = kind === 'update' || kind === 'other'
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
    ...difference(change, reading, { keeps, counts, replacePaths }),
  }
}

/**
 * Whether it is a data source that is read for a check alone: each plan reads it, each apply does so again, and what it
 * says may be another thing each time.
 */
export function isForCheck({ kind, reason }: Pick<ResourceChange, 'kind' | 'reason'>): boolean {
  return kind === 'read' && reason === 'read_because_check_nested'
}

function pathsOf(paths: Json | undefined): string[] {
  return isArray(paths) ? paths.map(pathOf) : []
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
