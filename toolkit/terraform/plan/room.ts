import type { AttributeChange, ChangeKind, Value } from './model.ts'

/** Decides which changes keep their attributes, where a plan has more than anyone can read. */
export interface Room {
  /** Whether attributes of such a change still find room. */
  has(rank: number): boolean
  /** Takes room for attributes; `drop` is called where they have to make room for more important ones. */
  take(rank: number, attributes: readonly AttributeChange[] | undefined, drop: () => void): void
}

// A job summary takes 1 MiB, and nobody is shown more.
const CHARACTERS = 1 << 20
const PER_ATTRIBUTE = 100

const RANKS: Record<ChangeKind, number> = {
  delete: 0,
  replace: 0,
  forget: 1,
  other: 1,
  update: 2,
  create: 3,
  import: 3,
  move: 3,
  read: 4,
  'no-op': 5,
}

/** How late a change is dropped: what destroys last, what only reads first. */
export function rankOf(kind: ChangeKind): number {
  return RANKS[kind]
}

/** Room for a bounded amount of text. Of one rank, those that come first stay. */
export function createRoom(characters = CHARACTERS): Room {
  const taken = Array.from({ length: 1 + RANKS['no-op'] }, (): { cost: number; drop: () => void }[] => [])
  let left = characters
  let closed = taken.length
  return {
    has: rank => rank < closed,
    take(rank, attributes, drop) {
      if (attributes === undefined) return
      const cost = attributes.reduce((sum, attribute) => sum + costOf(attribute), 0)
      taken[rank]?.push({ cost, drop })
      left -= cost
      while (left < 0) {
        const worst = taken.findLastIndex(items => items.length > 0)
        const last = taken[worst]?.pop()
        if (last === undefined) return
        last.drop()
        left += last.cost
        closed = Math.min(closed, worst)
      }
    },
  }
}

function costOf({ path, before, after }: AttributeChange): number {
  return PER_ATTRIBUTE + path.length + lengthOf(before) + lengthOf(after)
}

function lengthOf(value: Value): number {
  return value.kind === 'known' ? value.text.length * (value.lines ? 2 : 1) : 0
}
