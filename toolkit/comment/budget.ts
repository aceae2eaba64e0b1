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
 * Each thing is wholly served before the next gets anything: marker and row of each section, headings (of all
 * sections or of none), hidden data (the smallest first), notes (the smallest first), then the blocks, priority by
 * priority. Where a priority does not fit, its room is shared max-min fairly and lower ones get nothing: so no update
 * is shown while a destroy of any section is not. One more section never gives another one more room; therefore what
 * a job left out for lack of room is not missed by the jobs that come later, and their order does not matter.
 * @returns undefined for each section, from the end, for which there is no room at all.
 */
export function share(needs: readonly Need[], room: number): (Share | undefined)[] {
  const count = prefix(
    needs.map(({ base }) => base),
    room,
  )
  const kept = needs.slice(0, count)
  let left = room - sum(kept.map(({ base }) => base))
  const full = count === needs.length

  const headings = sum(kept.map(({ heading }) => heading))
  const heading = full && headings <= left
  if (heading) left -= headings

  const pieces = kept.flatMap(({ data }) => data)
  const data = smallestFirst(pieces, full ? left : 0)
  left -= sum(pieces.filter((_, index) => data[index]))

  const noteSizes = kept.map(({ notes }) => notes)
  const allData = heading && data.every(Boolean)
  const notes = smallestFirst(noteSizes, allData ? left : 0)
  left -= sum(noteSizes.filter((_, index) => notes[index]))

  const blocks = shareBlocks(kept, allData && notes.every(Boolean) ? left : 0)
  let piece = 0
  return needs.map((need, index) => {
    if (index >= count) return undefined
    const own = need.data.map(() => data[piece++] === true)
    return { heading, data: own, notes: notes[index] === true, blocks: blocks[index] ?? nothing() }
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
