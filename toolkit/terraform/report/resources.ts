import type { Block } from '../../comment/section.ts'
import type { ResourceChange } from '../plan/model.ts'
import { denseBlocks } from './dense.ts'
import { type Item, itemsOf } from './item.ts'
import { roomyBlocks } from './roomy.ts'

/** How much room there is, in characters. */
export interface Room {
  /** Up to here, each object's attributes stand right below it; beyond, all rows come first. */
  readonly roomy: number
  /** For the attributes of one object. */
  readonly attributes: number
  /** For the attributes of all objects. */
  readonly total: number
  /** How many objects the row of a group names. */
  readonly naming: number
  /** Of a block of rows, and of a block of attributes, once all rows come first: small enough to fit beside others. */
  readonly blocks: { readonly rows: number; readonly attributes: number }
}

const NAMING = 3
const COMMENT = 63_000
/** What a section takes besides its blocks: markers, heading, the record of the review. */
const FRAME = 1_700
const LEAST = 250
/** So many root modules leave each of them a few lines. */
const MANY = 8

/** The room for one of so many root modules that share a comment. */
export function commentRoom(roots = 1): Room {
  const each = Math.max(LEAST, Math.floor(COMMENT / roots) - FRAME)
  return {
    roomy: Math.min(10_000, each),
    attributes: 4_000,
    total: 64_000,
    naming: roots > MANY ? 1 : NAMING,
    blocks: {
      rows: Math.max(LEAST, Math.min(1_500, Math.floor(each / 4))),
      attributes: Math.max(600, Math.min(2_500, Math.floor(each / 2))),
    },
  }
}

export const SUMMARY: Room = {
  roomy: 250_000,
  attributes: 64_000,
  total: 1_000_000,
  naming: NAMING,
  blocks: { rows: 1_500, attributes: 2_500 },
}

// The attributes of one large object do not make a plan large: they have a block of their own.
const COUNTED = 2_500
const MOST_GOING = 2

/**
 * The changes as blocks, the worst first: each object's row with its attributes right below where there is room for
 * all, else rows first and attributes after them.
 * @param cost HTML that stands right behind an address.
 */
export function resourceBlocks(
  changes: readonly ResourceChange[],
  cost: (address: string) => string,
  room: Room,
): Block[] {
  const items = itemsOf(changes, cost, room.naming)
  return roomy(items, room) ?? denseBlocks(items, room)
}

/** Undefined where that is too much. */
function roomy(items: readonly Item[], room: Room): Block[] | undefined {
  const going = items.filter(({ kind }) => kind === 'delete')
  // The attributes of what goes are of use to few: where several go, their rows come first.
  const apart = going.length > MOST_GOING
  const blocks = apart ? denseBlocks(going, room) : []
  let size = sum(blocks)
  for (const item of items) {
    if (apart && item.kind === 'delete') continue
    const its = roomyBlocks(item, room.attributes)
    blocks.push(...its)
    size += sum(its)
    if (size > room.roomy) return undefined
  }
  return blocks
}

function sum(blocks: readonly Block[]): number {
  return blocks.reduce((size, { markdown }) => size + Math.min(markdown.length, COUNTED), 0)
}
