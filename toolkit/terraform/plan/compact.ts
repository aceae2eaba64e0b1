import { endOfString } from './tokens.ts'

/** Where a piece of JSON begins or ends: between tokens, in a string, or in one behind a backslash. */
export type Place = 'between' | 'string' | 'escape'

/** The bytes of a piece of JSON without the whitespace between its tokens, and where it ends. */
export function withoutSpace(bytes: Buffer, begins: Place): { bytes: Buffer; ends: Place } {
  const found: Buffer[] = []
  let from = 0
  let i = begins === 'escape' ? 1 : 0
  let inString = begins !== 'between'
  while (i < bytes.length) {
    if (inString) {
      const behind = endOfString(bytes, i, bytes.length)
      if (behind < 0)
        return { bytes: joined(found, bytes, from), ends: ~behind > bytes.length ? 'escape' : 'string' }
      inString = false
      i = behind
      continue
    }
    const byte = bytes[i]!
    if (byte <= 0x20) {
      if (i > from) found.push(bytes.subarray(from, i))
      from = i + 1
    } else inString = byte === 0x22
    i++
  }
  return {
    bytes: joined(found, bytes, from),
    ends: inString ? 'string' : i > bytes.length ? 'escape' : 'between',
  }
}

function joined(found: readonly Buffer[], bytes: Buffer, from: number): Buffer {
  if (found.length === 0 && from === 0) return bytes
  return Buffer.concat([...found, bytes.subarray(from)])
}
