import type { Block } from '../../comment/section.ts'
import { details } from '../../markdown/html.ts'
import { fence } from '../../markdown/text.ts'
import { counted, DIFF, diffOf, diffText, type Item, ROW, sizeOf } from './item.ts'
import { addressCode, addressLine, INDENT } from './row.ts'
import { grouped, WORDS } from './words.ts'

// Pieces for which room is found beside other sections.
const ROWS = 1_500
const DIFFS = 2_500

/** How much room the attributes have, in characters. */
interface Room {
  /** Those of one object. */
  readonly attributes: number
  /** Those of all objects together. */
  readonly total: number
}

/** Items of one kind: all rows, and then the attributes, in pieces that fit beside other sections. */
export function denseBlocks(items: readonly Item[], room: Room): Block[] {
  const rows = chunks(items, ROWS, ({ row }) => row).map(({ items: some, texts }) => ({
    priority: ROW[some[0]!.kind],
    markdown: `<p>${texts.map(text => INDENT + text).join('<br>\n')}</p>`,
    counts: counted(some),
  }))
  return [...rows, ...diffBlocks(items, room)]
}

function diffBlocks(items: readonly Item[], room: Room): Block[] {
  const told: { item: Item; text: string }[] = []
  let size = 0
  for (const item of items) {
    if (size > room.total) break
    const text = item.whole ? '' : diffText(diffOf(item, room.attributes))
    if (text === '') continue
    size += text.length
    told.push({ item, text: `${headOf(item)}\n${text}` })
  }
  const total = sizeOf(items)
  let before = 0
  return chunks(told, DIFFS, ({ text }) => text).map(({ items: some, texts }) => {
    const { kind, changes } = some[0]!.item
    const objects = sizeOf(some.map(({ item }) => item))
    const range =
      total === objects ? grouped(total) : `${before + 1}–${before + objects} of ${grouped(total)}`
    before += objects
    const what = objects === 1 ? addressCode(changes[0]!.address) : `${range} to ${WORDS[kind].verb}`
    const markdown = details(`${what} in detail`, fence(texts.join('\n'), 'diff'))
    return { priority: DIFF[kind], markdown, counts: { 'in detail': objects } }
  })
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
