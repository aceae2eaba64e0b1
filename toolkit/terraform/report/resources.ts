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
}

export const COMMENT: Room = { roomy: 10_000, attributes: 4_000, total: 64_000 }
export const SUMMARY: Room = { roomy: 250_000, attributes: 64_000, total: 1_000_000 }

// The attributes of one large object do not make a plan large: they have a block of their own.
const COUNTED = 2_500
const MOST_GOING = 2

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
  const items = itemsOf(changes, cost)
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
