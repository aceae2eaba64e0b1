const NO_OP = '"change":{"actions":["no-op"]'

/**
 * Whether the bytes of a resource's change say, without parsing them, that it changes nothing, is neither moved nor
 * imported, and hides nothing. False where they are written in a way that does not tell it at a glance.
 */
export function isPlainNoOp(bytes: Buffer): boolean {
  const at = bytes.indexOf(NO_OP)
  if (at === -1 || depthAt(bytes, at) !== 1) return false
  if (bytes.subarray(0, at).includes('"previous_address"') || bytes.includes('"importing"')) return false
  return !marks(bytes, '"before_sensitive"') && !marks(bytes, '"after_sensitive"')
}

/** Whether anything may be marked as sensitive in the values of a resource, or in what they say without parsing it. */
export function mayHide(bytes: Buffer): boolean {
  return marks(bytes, '"sensitive_values"')
}

function marks(bytes: Buffer, key: string): boolean {
  const at = bytes.indexOf(key)
  return at !== -1 && bytes.includes('true', at + key.length)
}

/** How many brackets are open there; -1 within a string. */
function depthAt(bytes: Buffer, end: number): number {
  let depth = 0
  let inString = false
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!
    if (byte === 0x22) inString = !inString
    else if (byte === 0x5c && inString) i++
    else if (!inString && (byte === 0x7b || byte === 0x5b)) depth++
    else if (!inString && (byte === 0x7d || byte === 0x5d)) depth--
  }
  return inString ? -1 : depth
}
