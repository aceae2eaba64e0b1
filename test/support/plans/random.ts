/** Numbers and words that a seed determines. */
export interface Random {
  /** From 0 to `below` - 1. */
  int(below: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Lower-case hexadecimal digits. */
  hex(length: number): string
  /** Letters and digits in no order. */
  secret(length: number): string
  /** A name such as `blue-harbor-3f`. */
  name(): string
}

const FIRST = ['amber', 'blue', 'calm', 'dusty', 'early', 'frosty', 'green', 'hidden', 'icy', 'jolly', 'keen']
const SECOND = [
  'anchor',
  'bridge',
  'canyon',
  'delta',
  'engine',
  'forest',
  'garden',
  'harbor',
  'island',
  'jetty',
]

const CHARACTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789']

/** The same seed gives the same sequence (mulberry32, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  const pick = <T>(items: readonly T[]): T => items[int(items.length)]!
  const hex = (length: number) => Array.from({ length }, () => int(16).toString(16)).join('')
  return {
    int,
    pick,
    hex,
    chance: probability => next() < probability,
    secret: length => Array.from({ length }, () => pick(CHARACTERS)).join(''),
    name: () => `${pick(FIRST)}-${pick(SECOND)}-${hex(2)}`,
  }
}
