import { createHash } from 'node:crypto'
import { type Place, withoutSpace } from './compact.ts'

/** Hashes parts of a plan; whitespace between tokens does not count. */
export interface Digest {
  /** A whole JSON value; `spaced` where it may have whitespace between its tokens. */
  add(part: string, value: Buffer, spaced: boolean): void
  /** A piece of a JSON value, which may end anywhere. */
  piece(part: string, bytes: Buffer): void
  hex(): string
}

/** Begins a digest of parts by name; parts of different names may come in turn, and do not mix. */
export function digest(): Digest {
  const parts = new Map<string, { hash: ReturnType<typeof createHash>; place: Place }>()
  const stateOf = (part: string) => {
    const state = parts.get(part) ?? { hash: createHash('sha256'), place: 'between' as Place }
    parts.set(part, state)
    return state
  }
  return {
    add(part, value, spaced) {
      stateOf(part).hash.update(spaced ? withoutSpace(value, 'between').bytes : value)
    },
    piece(part, bytes) {
      const state = stateOf(part)
      const compact = withoutSpace(bytes, state.place)
      state.place = compact.ends
      state.hash.update(compact.bytes)
    },
    hex() {
      const whole = createHash('sha256')
      for (const part of [...parts.keys()].sort())
        whole.update(`${part} ${parts.get(part)!.hash.copy().digest('hex')}\n`)
      return whole.digest('hex')
    },
  }
}
