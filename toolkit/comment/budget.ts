import type { Block } from './section.ts'

type Priority = Block['priority']

export const PRIORITIES: readonly Priority[] = [0, 1, 2, 3, 4, 5]

/** What one section asks for, in bytes, whether it is at hand or not. */
export interface Need {
  /** Its hidden marker and its row of the overview. */
  readonly base: number
  /** Its heading, and the lines that say what is left out of it. */
  readonly heading: number
  /** Each piece of its hidden data. */
  readonly data: readonly number[]
  readonly notes: number
  /** All its blocks, by priority. */
  readonly blocks: Readonly<Partial<Record<Priority, number>>>
}

/** What one section gets. */
export interface Share {
  readonly heading: boolean
  /** Which pieces of its data, in the order of the need. */
  readonly data: readonly boolean[]
  readonly notes: boolean
  /** Bytes for the blocks of a priority. */
  readonly blocks: Readonly<Record<Priority, number>>
}

/**
 * Shares the room of one comment among its sections, in the order of the needs.
 *
 * First come marker and row of each section, then the hidden data, the smallest first: they leave a quarter to what
 * is seen, if that needs it. Of what is seen headings come first (of all sections or of none), then the notes (at most
 * an eighth), then the blocks, priority by priority. Where a priority does not fit, its room is shared max-min fairly
 * and lower ones get nothing: so no update is shown while a destroy of any section is not.
 *
 * One more section never gives another one more of anything. Therefore what a job left out for lack of room is not
 * missed by the jobs that come later, and their order does not matter.
 * @returns undefined for each section, from the end, for which there is no room at all.
 */
export function share(needs: readonly Need[], room: number): (Share | undefined)[] {
  const count = prefix(
    needs.map(({ base }) => base),
    room,
  )
  const kept = needs.slice(0, count)
  const free = count < needs.length ? 0 : room - sum(kept.map(({ base }) => base))

  const headings = sum(kept.map(({ heading }) => heading))
  const notesRoom = Math.min(sum(kept.map(({ notes }) => notes)), Math.floor(free / 8))
  const blocks = sum(kept.flatMap(need => Object.values(need.blocks)))
  const pieces = kept.flatMap(({ data }) => data)
  const forSight = Math.min(Math.floor(free / 4), headings + notesRoom + blocks)
  const data = smallestFirst(pieces, free - forSight)
  const left = Math.max(free - sum(pieces), forSight) - headings

  const heading = count === needs.length && left >= 0
  const notes = smallestFirst(
    kept.map(need => need.notes),
    heading ? Math.min(left, notesRoom) : 0,
  )
  const blockShares = shareBlocks(kept, heading ? Math.max(0, left - notesRoom) : 0)
  let piece = 0
  return needs.map((need, index) => {
    if (index >= count) return undefined
    const own = need.data.map(() => data[piece++] === true)
    return { heading, data: own, notes: notes[index] === true, blocks: blockShares[index] ?? nothing() }
  })
}

function shareBlocks(needs: readonly Need[], room: number): Record<Priority, number>[] {
  const shares = needs.map(nothing)
  let left = room
  for (const priority of PRIORITIES) {
    const demands = needs.map(({ blocks }) => blocks[priority] ?? 0)
    const level = waterLevel(demands, left)
    for (const [index, given] of shares.entries()) given[priority] = Math.min(demands[index] ?? 0, level)
    left -= sum(demands)
    if (left < 0) break
  }
  return shares
}

const nothing = (): Record<Priority, number> => ({ 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 })

/** The highest level at which the demands, each cut at it, fit the room together. */
function waterLevel(demands: readonly number[], room: number): number {
  const rising = [...demands].sort((a, b) => a - b)
  let left = room
  for (const [index, demand] of rising.entries()) {
    const each = left / (rising.length - index)
    if (demand > each) return Math.floor(each)
    left -= demand
  }
  return Number.POSITIVE_INFINITY
}

/** Which of the sizes fit the room together, if the smallest come first; equal ones in their order. */
export function smallestFirst(sizes: readonly number[], room: number): boolean[] {
  const rising = [...sizes.entries()].sort(([i, a], [j, b]) => a - b || i - j)
  const count = prefix(
    rising.map(([, size]) => size),
    room,
  )
  const chosen = new Set(rising.slice(0, count).map(([index]) => index))
  return sizes.map((_, index) => chosen.has(index))
}

/** How many of the sizes, from the first, fit the room. */
function prefix(sizes: readonly number[], room: number): number {
  let left = room
  const short = sizes.findIndex(size => {
    left -= size
    return left < 0
  })
  return short === -1 ? sizes.length : short
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
