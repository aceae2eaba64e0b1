import { grouped } from './words.ts'

/** Text of at most about `limit` characters: what is long loses its middle, and tells how long it was. */
export function abbreviate(text: string, limit: number): string {
  if (text.length <= limit) return text
  const note = `…(${grouped(text.length)} characters)…`
  const room = Math.max(16, limit - note.length)
  return headOf(text, Math.ceil(room * 0.6)) + note + tailOf(text, Math.floor(room * 0.4))
}

/**
 * Two texts that differ, each of at most about `limit` characters. Where they are long, what they share at their ends
 * makes room, so that the first difference always shows.
 */
export function abbreviatePair(before: string, after: string, limit: number): [string, string] {
  if (before.length <= limit && after.length <= limit) return [before, after]
  const start = sharedStart(before, after)
  const end = sharedEnd(before, after, start)
  const context = Math.floor(limit / 4)
  const from = start > context + 8 ? start - context : 0
  const to = end > context + 8 ? end - context : 0
  const cut = (text: string) => {
    const kept = inner(text, from, text.length - to)
    // The length stands where the beginning was left out: the start of what is kept is where the texts differ.
    const head = from > 0 ? `(${grouped(text.length)} characters)…` : ''
    return head + keepStart(kept, from > 0 ? context : start, limit) + (to > 0 ? '…' : '')
  }
  return [cut(before), cut(after)]
}

/** Abbreviates so that the character at `index` and some after it stay. */
function keepStart(text: string, index: number, limit: number): string {
  if (text.length <= limit * 1.5) return text
  const note = `…(${grouped(text.length)} characters)…`
  return (
    headOf(text, Math.max(index + 16, Math.ceil(limit * 0.6))) + note + tailOf(text, Math.floor(limit * 0.3))
  )
}

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++
  return length
}

function sharedEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start
  let length = 0
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  )
    length++
  return length
}

// Never between the halves of a character outside of the Basic Multilingual Plane.
function headOf(text: string, length: number): string {
  return text.slice(0, isLowHalf(text, length) ? length - 1 : length)
}

function tailOf(text: string, length: number): string {
  const from = text.length - length
  return text.slice(isLowHalf(text, from) ? from + 1 : from)
}

function inner(text: string, from: number, to: number): string {
  return text.slice(isLowHalf(text, from) ? from - 1 : from, isLowHalf(text, to) ? to + 1 : to)
}

function isLowHalf(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff
}
