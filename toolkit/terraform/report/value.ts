import { visibleAscii, visibleLine } from '../../markdown/visible.ts'
import type { AttributeChange, Value } from '../plan/model.ts'
import { abbreviate, abbreviatePair } from './abbreviate.ts'

/** A value on one line of at most about `limit` characters. */
export function valueText(value: Value, limit: number): string {
  switch (value.kind) {
    case 'known':
      return abbreviate(visibleLine(value.text), limit)
    case 'sensitive':
      return '(sensitive)'
    case 'unknown':
      return '(known after apply)'
    case 'absent':
      return '(none)'
  }
}

/** Both sides of a change, on one line each, so that it shows where they differ. */
export function pairTexts(before: Value, after: Value, limit: number): [string, string] {
  if (before.kind !== 'known' || after.kind !== 'known')
    return [valueText(before, limit), valueText(after, limit)]
  return pairOf(before.text, after.text, limit)
}

/** Two texts that differ, on one line each, so that it shows where they differ; look-alikes are told apart. */
export function pairOf(before: string, after: string, limit: number): [string, string] {
  const one = visibleLine(before)
  const other = visibleLine(after)
  if (one.normalize('NFKC') !== other.normalize('NFKC')) return abbreviatePair(one, other, limit)
  return abbreviatePair(visibleAscii(before), visibleAscii(after), limit)
}

/** True where all that can be shown of both sides is the same: a sensitive value, or a text around one, changes. */
export function isHidden({ before, after }: Pick<AttributeChange, 'before' | 'after'>): boolean {
  if (before.kind === 'known') return after.kind === 'known' && before.text === after.text
  return before.kind === 'sensitive' && after.kind === 'sensitive'
}

/** A text of many lines, or a JSON document that a string holds. */
export interface Lines {
  readonly what: 'text' | 'JSON'
  readonly lines: readonly string[]
}

/** The lines of a value that has many; undefined for others. */
export function linesOf(value: Value): Lines | undefined {
  if (value.kind !== 'known' || !value.lines || value.lines.length < 2) return undefined
  return { what: /^[[{]$/.test(value.lines[0]!) ? 'JSON' : 'text', lines: value.lines }
}
