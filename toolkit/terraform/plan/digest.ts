import { createHash } from 'node:crypto'

/** Hashes parts of a plan in the order in which they come. */
export interface Digest {
  /** Bytes of JSON; they may come in pieces. Whitespace between tokens does not count. */
  update(part: string, bytes: Buffer): void
  hex(): string
}

/** Begins a digest of parts by name; parts of different names may come in turn, and do not mix. */
export function digest(): Digest {
  const parts = new Map<
    string,
    { hash: ReturnType<typeof createHash>; inString: boolean; escaped: boolean }
  >()
  return {
    update(part, bytes) {
      const state = parts.get(part) ?? { hash: createHash('sha256'), inString: false, escaped: false }
      parts.set(part, state)
      state.hash.update(compact(bytes, state))
    },
    hex() {
      const whole = createHash('sha256')
      for (const part of [...parts.keys()].sort())
        whole.update(`${part} ${parts.get(part)!.hash.copy().digest('hex')}\n`)
      return whole.digest('hex')
    },
  }
}

/** The bytes without whitespace between tokens; the state says whether the last bytes ended within a string. */
function compact(bytes: Buffer, state: { inString: boolean; escaped: boolean }): Buffer {
  let shortened: Buffer | undefined
  let to = 0
  let { inString, escaped } = state
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (inString) {
      if (escaped) escaped = false
      else if (byte === 0x5c) escaped = true
      else if (byte === 0x22) inString = false
    } else if (byte === 0x22) inString = true
    else if (byte <= 0x20) {
      if (shortened === undefined) {
        shortened = Buffer.from(bytes)
        to = i
      }
      continue
    }
    if (shortened !== undefined) shortened[to++] = byte
  }
  state.inString = inString
  state.escaped = escaped
  return shortened === undefined ? bytes : shortened.subarray(0, to)
}
