import { deflateSync, inflateSync } from 'node:zlib'

// More than any honest comment holds; keeps a forged one from filling the memory.
const LARGEST = 4 * 1024 * 1024

/** A value as one word that can stand in a hidden marker: it has no `--`, no spaces, and a checksum inside. */
export function pack(value: unknown): string {
  const word = deflateSync(JSON.stringify(value), { level: 9 }).toString('base64url')
  // An HTML comment must not hold two hyphens in a row (CommonMark, HTML comments).
  return word.replaceAll('-', '.')
}

/**
 * What was packed.
 * @throws where the word was damaged.
 */
export function unpack(word: string): unknown {
  const bytes = Buffer.from(word.replaceAll('.', '-'), 'base64url')
  return JSON.parse(inflateSync(bytes, { maxOutputLength: LARGEST }).toString('utf8'))
}
