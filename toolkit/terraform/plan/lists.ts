import { isObject, type Json, member, same } from './json.ts'
import type { Side } from './marks.ts'
import { keysOf } from './values.ts'

/** Which elements of two lists belong together. */
export interface Alignment {
  /** Indexes, in the new list, of those that stand in both. */
  readonly kept: readonly number[]
  /** Those that changed: index in the old list, index in the new one. */
  readonly pairs: readonly (readonly [number, number])[]
  readonly gone: readonly number[]
  readonly added: readonly number[]
  /** The same elements in another order: a list then differs, a set (which the plan writes as a list too) cannot. */
  readonly reordered: boolean
}

// Beyond this, elements pair by their index only: comparing each with each would take too long.
const MOST_COMPARED = 64

/** Elements that are equal belong together wherever they stand; of the rest, those that are most alike. */
export function align(
  old: readonly Side[],
  next: readonly Side[],
  unknown: readonly (Json | undefined)[],
): Alignment {
  if (old.length === next.length && old.every((side, i) => unknown[i] === undefined && alike(side, next[i]!)))
    return { kept: [...next.keys()], pairs: [], gone: [], added: [], reordered: false }
  const waiting = new Map<string, number[]>()
  const keys = old.map(signature)
  for (const [i, key] of keys.entries()) waiting.set(key, [...(waiting.get(key) ?? []), i])
  const kept: number[] = []
  const added: number[] = []
  const taken = new Set<number>()
  let inOrder = true
  let last = -1
  for (const [j, side] of next.entries()) {
    const match = unknown[j] ? undefined : waiting.get(signature(side))?.shift()
    if (match === undefined) added.push(j)
    else {
      kept.push(j)
      taken.add(match)
      if (match < last) inOrder = false
      last = match
    }
  }
  const gone = [...old.keys()].filter(i => !taken.has(i))
  const pairs = pair(old, next, gone, added, inOrder)
  const pairedOld = new Set(pairs.map(([i]) => i))
  const pairedNext = new Set(pairs.map(([, j]) => j))
  return {
    kept,
    pairs,
    gone: gone.filter(i => !pairedOld.has(i)),
    added: added.filter(j => !pairedNext.has(j)),
    reordered: gone.length === 0 && added.length === 0 && !inOrder,
  }
}

function alike(one: Side, other: Side): boolean {
  return same(one.value, other.value) && same(one.mark, other.mark)
}

function signature({ value, mark }: Side): string {
  return mark === undefined ? JSON.stringify(value) : `${JSON.stringify(value)} ${JSON.stringify(mark)}`
}

function pair(
  old: readonly Side[],
  next: readonly Side[],
  gone: readonly number[],
  added: readonly number[],
  inOrder: boolean,
): (readonly [number, number])[] {
  if (inOrder && gone.length === added.length && gone.every((i, n) => i === added[n]))
    return gone.map((i, n) => [i, added[n]!] as const)
  if (gone.length > MOST_COMPARED || added.length > MOST_COMPARED) return []
  const free = new Set(added)
  const pairs: (readonly [number, number])[] = []
  for (const i of gone) {
    let best = -1
    let most = 0.5
    for (const j of free) {
      const alike = likeness(old[i]!.value, next[j]!.value)
      if (alike > most || (alike === most && i === j)) [best, most] = [j, alike]
    }
    if (best === -1) continue
    free.delete(best)
    pairs.push([i, best])
  }
  return pairs
}

/** How much of two objects is equal, from 0 to 1. */
function likeness(one: Json | undefined, other: Json | undefined): number {
  if (!isObject(one) || !isObject(other)) return 0
  const telling = keysOf(one, other).filter(key => member(one, key) !== null || member(other, key) !== null)
  const equal = telling.filter(key => same(member(one, key), member(other, key)))
  return equal.length / Math.max(1, telling.length)
}
