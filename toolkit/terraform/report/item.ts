import type { Block } from '../../comment/section.ts'
import type { ChangeKind, ResourceChange } from '../plan/model.ts'
import { alike } from './alike.ts'
import { type AttributeDiff, attributeDiff } from './attributes.ts'
import { addressCode, rowOf, verbOf } from './row.ts'
import { plural, WORDS } from './words.ts'

/** Objects with the very same change, most often one. */
export interface Item {
  readonly kind: ChangeKind
  readonly changes: readonly ResourceChange[]
  /** HTML on one line. */
  readonly row: string
  /** The row tells all. */
  readonly whole: boolean
  /** Its objects are too many for its row. */
  readonly listed: boolean
}

type Priorities = Readonly<Record<ChangeKind, Block['priority']>>

/** Of rows: what destroys goes last; then what cannot be guessed from the rest. */
export const ROW: Priorities = {
  delete: 0,
  replace: 0,
  other: 1,
  forget: 1,
  update: 2,
  create: 3,
  import: 3,
  move: 3,
  read: 5,
  'no-op': 5,
}

/** Of attributes that stand apart from their row. */
export const DIFF: Priorities = {
  delete: 4,
  replace: 1,
  other: 2,
  forget: 4,
  update: 3,
  create: 4,
  import: 4,
  move: 4,
  read: 5,
  'no-op': 5,
}

const ORDER = new Map(Object.keys(WORDS).map((kind, index) => [kind, index]))

/**
 * The changes as they are read, the worst first.
 * @param cost HTML that stands right behind an address.
 * @param naming how many objects of a group its row names; one more where that is all of them.
 */
export function itemsOf(
  changes: readonly ResourceChange[],
  cost: (address: string) => string,
  naming: number,
): Item[] {
  const sorted = changes.toSorted((a, b) => ORDER.get(a.kind)! - ORDER.get(b.kind)!)
  return alike(sorted).map(group => itemOf(group, cost, naming))
}

function itemOf(changes: readonly ResourceChange[], cost: (address: string) => string, naming: number): Item {
  const first = changes[0]!
  const { kind } = first
  if (changes.length === 1) {
    const { head, rest, whole } = rowOf(first, cost(first.address))
    return { kind, changes, row: head + rest, whole, listed: false }
  }
  const { rest, whole } = rowOf(first, '')
  const listed = changes.length > naming + 1
  const named = changes.slice(0, listed ? naming : naming + 1)
  const names = named.map(({ address }) => `${addressCode(address)}${cost(address)}`).join(', ')
  const more = changes.length - named.length
  const head = `${verbOf(kind)} ${plural(changes.length, 'resource')} alike`
  return {
    kind,
    changes,
    row: `${head}${rest} · ${names}${more > 0 ? ` and ${more} more` : ''}`,
    whole: whole && more === 0,
    listed,
  }
}

/** What changes in its objects. */
export function diffOf({ kind, changes }: Item, limit: number): AttributeDiff {
  const anew = kind === 'create' || kind === 'replace'
  return attributeDiff(changes[0]!.attributes ?? [], { anew, limit })
}

/** The lines of a diff, and how many attributes are not among them. */
export function diffText({ lines, left }: AttributeDiff): string {
  const more = left > 0 ? [`# ${plural(left, 'more attribute')} in the job summary`] : []
  return [...lines, ...more].join('\n')
}

/** How many objects. */
export function sizeOf(items: readonly Item[]): number {
  return items.reduce((sum, { changes }) => sum + changes.length, 0)
}

/** What items of one kind stand for. */
export function counted(items: readonly Item[]): Record<string, number> {
  return { [`to ${WORDS[items[0]!.kind].verb}`]: sizeOf(items) }
}
