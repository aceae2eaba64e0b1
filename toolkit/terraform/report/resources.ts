import type { Block } from '../../comment/section.ts'
import { details } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import type { ChangeKind, ResourceChange } from '../plan/model.ts'
import { alike } from './alike.ts'
import { type AttributeDiff, attributeDiff } from './attributes.ts'
import { addressLine } from './notices.ts'
import { addressCode, INDENT, rowOf, verbOf } from './row.ts'
import { grouped, plural, WORDS } from './words.ts'

/** How much room there is, in characters. */
export interface Room {
  /** Up to here, each object's attributes stand right below it; beyond, all rows come first. */
  readonly roomy: number
  /** For the attributes of one object. */
  readonly attributes: number
  /** For the attributes of all objects. */
  readonly total: number
}

export const COMMENT: Room = { roomy: 6_000, attributes: 4_000, total: 64_000 }
export const SUMMARY: Room = { roomy: 250_000, attributes: 64_000, total: 1_000_000 }

type Priority = Block['priority']

// What destroys goes last; then what cannot be guessed from the rest.
const ROW: Readonly<Record<ChangeKind, Priority>> = {
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
const DIFF: Readonly<Record<ChangeKind, Priority>> = {
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

// Attributes up to this size stay with their row.
const SMALL = 900
// Pieces for which room is found beside other sections.
const ROWS = 1_500
const DIFFS = 2_500
// Lines of a diff that are shown without a click where they tell why something is replaced.
const OPEN_LINES = 12

/** Objects with the very same change, most often one. */
interface Item {
  readonly kind: ChangeKind
  readonly changes: readonly ResourceChange[]
  readonly row: string
  /** The row tells all. */
  readonly whole: boolean
}

/**
 * The changes as blocks, the worst first: each object's row with its attributes right below where there is room for
 * all, else rows first and attributes after them.
 * @param cost HTML that stands beside an address.
 */
export function resourceBlocks(
  changes: readonly ResourceChange[],
  cost: (address: string) => string,
  room: Room,
): Block[] {
  const order = Object.keys(WORDS)
  const sorted = changes.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const items = alike(sorted).map(group => itemOf(group, cost))
  return roomyBlocks(items, room) ?? denseBlocks(items, room)
}

function itemOf(changes: readonly ResourceChange[], cost: (address: string) => string): Item {
  const first = changes[0]!
  const { html, whole } = rowOf(first, cost(first.address))
  if (changes.length === 1) return { kind: first.kind, changes, row: html, whole }
  // What follows the first object's address and cost is the same for all of them.
  const rest = html.slice(
    `${verbOf(first.kind)} ${addressCode(first.address)} ${cost(first.address)}`.trimEnd().length,
  )
  const named = changes.slice(0, changes.length <= 4 ? 4 : 3)
  const names = named.map(({ address }) => `${addressCode(address)} ${cost(address)}`.trimEnd()).join(', ')
  const more = changes.length - named.length
  const head = `${verbOf(first.kind)} ${plural(changes.length, 'resource')} alike`
  return {
    kind: first.kind,
    changes,
    row: `${head}${rest} · ${names}${more > 0 ? ` and ${more} more` : ''}`,
    whole,
  }
}

/** Every object with its attributes; undefined where that is too much. */
function roomyBlocks(items: readonly Item[], room: Room): Block[] | undefined {
  const blocks: Block[] = []
  let size = 0
  for (const item of items) {
    for (const block of roomy(item, room)) {
      blocks.push(block)
      // The attributes of one large object do not make a plan large: they have a block of their own.
      size += Math.min(block.markdown.length, SMALL)
    }
    if (size > room.roomy) return undefined
  }
  return blocks
}

function roomy(item: Item, room: Room): Block[] {
  const { kind, changes, row } = item
  const own = counted(item)
  const diff = item.whole && !isListed(item) ? undefined : diffOf(item, room.attributes)
  const body = [listOf(item), diff && diff.lines.length > 0 ? fenced(diff) : ''].filter(Boolean).join('\n\n')
  if (body === '') return [{ priority: ROW[kind], markdown: `<p>${INDENT}${row}</p>`, counts: own }]
  const open = kind === 'replace' && (diff?.lines.length ?? 0) <= OPEN_LINES
  if (body.length <= (kind === 'delete' ? SMALL / 3 : SMALL))
    return [{ priority: ROW[kind], markdown: details(row, body, open), counts: own }]
  const title = changes.length > 1 ? 'what changes' : `what changes in ${addressCode(changes[0]!.address)}`
  return [
    { priority: ROW[kind], markdown: `<p>${INDENT}${row}</p>`, counts: own },
    { priority: DIFF[kind], markdown: details(title, body), counts: { 'in detail': changes.length } },
  ]
}

function isListed({ changes }: Item): boolean {
  return changes.length > 4
}

/** The objects of a group that are too many for its row. */
function listOf({ changes }: Item): string {
  if (changes.length <= 4) return ''
  return `<ul>${changes.map(({ address }) => `<li>${addressCode(address)}</li>`).join('')}</ul>`
}

function diffOf({ kind, changes }: Item, limit: number): AttributeDiff {
  const anew = kind === 'create' || kind === 'replace'
  return attributeDiff(changes[0]!.attributes ?? [], { anew, limit })
}

function fenced({ lines, left }: AttributeDiff): string {
  const more = left > 0 ? [`# ${plural(left, 'more attribute')} in the job summary`] : []
  return fence([...lines, ...more].join('\n'), 'diff')
}

/** All rows, and then the attributes, in pieces that fit beside other sections. */
function denseBlocks(items: readonly Item[], room: Room): Block[] {
  const groups = Object.values(Object.groupBy(items, ({ kind }) => kind)) as Item[][]
  let left = room.total
  return groups.flatMap(group => {
    const rows = chunks(group, ROWS, ({ row }) => row).map(({ items: some, texts }) => ({
      priority: ROW[some[0]!.kind],
      markdown: `<p>${texts.join('<br>\n')}</p>`,
      counts: { [`to ${WORDS[some[0]!.kind].verb}`]: sizeOf(some) },
    }))
    const diffs = left > 0 ? diffBlocks(group, { ...room, total: left }) : []
    left -= diffs.reduce((sum, { markdown }) => sum + markdown.length, 0)
    return [...rows, ...diffs]
  })
}

function diffBlocks(group: readonly Item[], room: Room): Block[] {
  const told: { item: Item; text: string }[] = []
  let size = 0
  for (const item of group) {
    if (size > room.total) break
    if (item.whole) continue
    const { lines, left } = diffOf(item, room.attributes)
    if (lines.length === 0) continue
    const more = left > 0 ? [`# ${plural(left, 'more attribute')} in the job summary`] : []
    const text = [...diffHead(item), ...lines, ...more].join('\n')
    size += text.length
    told.push({ item, text })
  }
  const total = sizeOf(group)
  let before = 0
  return chunks(told, DIFFS, ({ text }) => text).map(({ items, texts }) => {
    const { kind, changes } = items[0]!.item
    const objects = sizeOf(items.map(({ item }) => item))
    const range =
      total === objects ? grouped(total) : `${before + 1}–${before + objects} of ${grouped(total)}`
    before += objects
    const what = objects === 1 ? addressCode(changes[0]!.address) : `${range} to ${WORDS[kind].verb}`
    const markdown = details(`${what} in detail`, fence(texts.join('\n'), 'diff'))
    return { priority: DIFF[kind], markdown, counts: { 'in detail': objects } }
  })
}

function diffHead({ changes }: Item): string[] {
  const [first, ...others] = changes.map(({ address }) => addressLine(address))
  return others.length === 0
    ? [`@@ ${first} @@`]
    : [`@@ ${grouped(changes.length)} alike @@`, `# ${first}`, ...others.map(other => `# ${other}`)]
}

function sizeOf(items: readonly Item[]): number {
  return items.reduce((sum, { changes }) => sum + changes.length, 0)
}

interface Chunk<T> {
  readonly items: T[]
  readonly texts: string[]
}

/** Neighbours together, up to the size of a chunk. */
function chunks<T>(items: readonly T[], most: number, textOf: (item: T) => string): Chunk<T>[] {
  const all: Chunk<T>[] = []
  let size = Number.POSITIVE_INFINITY
  for (const item of items) {
    const text = textOf(item)
    size += text.length
    if (size > most) {
      all.push({ items: [], texts: [] })
      size = text.length
    }
    all.at(-1)!.items.push(item)
    all.at(-1)!.texts.push(text)
  }
  return all
}

function counted({ kind, changes }: Item): Record<string, number> {
  return { [`to ${WORDS[kind].verb}`]: changes.length }
}
