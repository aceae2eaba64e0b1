import type { Block } from '../../comment/section.ts'
import { details } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import { counted, DIFF, diffOf, diffText, type Item, ROW, sizeOf } from './item.ts'
import type { Room as CommentRoom } from './resources.ts'
import { addressCode, addressLine, INDENT } from './row.ts'
import { grouped, WORDS } from './words.ts'

/** How much room there is once all rows come first. */
type Room = Omit<CommentRoom, 'roomy'>

/** All rows of each kind, and then the attributes, in pieces that fit beside other sections. */
export function denseBlocks(items: readonly Item[], room: Room): Block[] {
  const groups = Object.values(Object.groupBy(items, ({ kind }) => kind)).map(group => ({
    group,
    priority: DIFF[group[0]!.kind],
    rows: rowBlocks(group, room.blocks.rows),
  }))
  const rows = groups.flatMap(one => one.rows)
  const diffs = new Map<readonly Item[], Block[]>()
  let used = 0
  for (const { group, priority } of groups.toSorted((a, b) => a.priority - b.priority)) {
    const before = sizes(rows.filter(row => row.priority <= priority))
    const its = diffBlocks(group, { ...room, total: room.total - before - used })
    used += sizes(its)
    diffs.set(group, its)
  }
  return groups.flatMap(one => [...one.rows, ...diffs.get(one.group)!])
}

function sizes(blocks: readonly Block[]): number {
  return blocks.reduce((size, { markdown }) => size + markdown.length, 0)
}

function rowBlocks(items: readonly Item[], size: number): Block[] {
  return chunks(items, size, ({ row }) => row).map(({ items: some, texts }) => ({
    priority: ROW[some[0]!.kind],
    markdown: `<p>${texts.map(text => INDENT + text).join('<br>\n')}</p>`,
    counts: counted(some),
  }))
}

function diffBlocks(items: readonly Item[], room: Room): Block[] {
  const telling = items.filter(({ whole, changes }) => !whole && changes[0]!.attributes?.length !== 0)
  const told: { item: Item; text: string }[] = []
  let size = 0
  for (const item of telling) {
    if (size > room.total) break
    const text = `${headOf(item)}\n${diffText(diffOf(item, room.attributes))}`
    size += text.length
    told.push({ item, text })
  }
  const total = sizeOf(items)
  let before = 0
  const blocks = chunks(told, room.blocks.attributes, ({ text }) => text).map(
    ({ items: some, texts }): Block => {
      const { kind, changes } = some[0]!.item
      const objects = sizeOf(some.map(({ item }) => item))
      const range =
        total === objects ? grouped(total) : `${before + 1}–${before + objects} of ${grouped(total)}`
      before += objects
      const what = objects === 1 ? addressCode(changes[0]!.address) : `${range} to ${WORDS[kind].verb}`
      const markdown = details(`${what} in detail`, fence(texts.join('\n'), 'diff'))
      return { priority: DIFF[kind], markdown, counts: { 'in detail': objects } }
    },
  )
  const rest = telling.slice(told.length)
  return rest.length === 0 ? blocks : [...blocks, restBlock(rest)]
}

/** What no room would ever be found for is not worked out, but counted. */
function restBlock(items: readonly Item[]): Block {
  const { kind } = items[0]!
  const markdown = `<p>${INDENT}The details of ${grouped(sizeOf(items))} to ${WORDS[kind].verb} are left out for lack of room.</p>`
  return { priority: DIFF[kind], markdown }
}

function headOf({ changes }: Item): string {
  const [first, ...others] = changes.map(({ address }) => addressLine(address))
  if (others.length === 0) return `@@ ${first} @@`
  return [`@@ ${grouped(changes.length)} alike @@`, `# ${first}`, ...others.map(other => `# ${other}`)].join(
    '\n',
  )
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
