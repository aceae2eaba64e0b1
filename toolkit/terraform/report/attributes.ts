import { visibleLine } from '../../markdown/visible.ts'
import type { AttributeChange, Value } from '../plan/model.ts'
import { abbreviate } from './abbreviate.ts'
import { diffLines } from './line-diff.ts'
import { isHidden, linesOf, pairTexts, valueText } from './value.ts'
import { grouped, plural } from './words.ts'

const LONGEST_VALUE = 120
const LONGEST_PAIR = 84
const WIDEST_PATH = 28
const LONGEST_PATH = 200
// A value of more lines, which only one side has, loses its middle.
const MOST_LINES = 24
const MOST_LATER = 60
const LINE = 92
const FORCES = '  # forces replacement'

/** How the attributes of one object are told. */
export interface AttributeDiff {
  /** Lines of a diff: `+`, `-`, `!` for a change, `~` for what is only known after the apply. */
  readonly lines: readonly string[]
  /** Attributes whose change is not among the lines. */
  readonly left: number
}

/**
 * The attributes that change, as the lines of a diff.
 * @param anew the object is created (again): what is only known after the apply is then no news, and told on one line.
 * @param limit of characters, about; attributes beyond are counted.
 */
export function attributeDiff(
  attributes: readonly AttributeChange[],
  { anew, limit }: { anew: boolean; limit: number },
): AttributeDiff {
  const telling = anew ? attributes.filter(one => !isKnownLater(one)) : attributes
  const later = anew ? attributes.filter(isKnownLater) : []
  const ordered = telling.some(isForcing) ? telling.toSorted((a, b) => rank(a) - rank(b)) : telling
  const width = Math.min(WIDEST_PATH, Math.max(0, ...ordered.map(({ path }) => path.length)))
  const lines: string[] = []
  let size = 0
  let told = 0
  for (const attribute of ordered) {
    if (size > limit) break
    const its = attributeLines(attribute, width)
    for (const line of its) size += line.length + 1
    lines.push(...its)
    told++
  }
  if (later.length > 0 && size <= limit) lines.push(...laterLines(later))
  return { lines, left: ordered.length - told }
}

function rank({ forcesReplacement }: AttributeChange): number {
  return forcesReplacement ? 0 : 1
}

function isForcing({ forcesReplacement }: AttributeChange): boolean {
  return forcesReplacement
}

function isKnownLater({ after, forcesReplacement }: AttributeChange): boolean {
  return after.kind === 'unknown' && !forcesReplacement
}

/** By name, as many on a line as are read without scrolling. */
function laterLines(later: readonly AttributeChange[]): string[] {
  const names = new Set(later.map(({ path }) => abbreviate(visibleLine(path).replace(/[.[].*/s, ''), 60)))
  const shown = [...names].slice(0, MOST_LATER)
  const left = names.size - shown.length
  const lines: string[] = []
  for (const name of left > 0 ? [...shown, `${grouped(left)} more`] : shown) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + name.length < LINE) lines[lines.length - 1] = `${line}, ${name}`
    else lines.push(`~ ${name}`)
  }
  const [first = '', ...others] = lines
  const head = '~ (known after apply) '
  return others.length === 0
    ? [head + first.slice(2)]
    : [head.trimEnd(), ...lines.map(line => line.replace('~ ', '~   '))]
}

function attributeLines(attribute: AttributeChange, width: number): string[] {
  const { before, after, forcesReplacement } = attribute
  const sign = before.kind === 'absent' ? '+' : after.kind === 'absent' ? '-' : '!'
  const path = abbreviate(visibleLine(attribute.path), LONGEST_PATH)
  const name = path.padEnd(width)
  const forces = forcesReplacement ? FORCES : ''
  if (isHidden(attribute)) return [`! ${name} = ${hiddenText(before)}${forces}`]
  const many = manyLines(attribute, `${sign} ${path} =`, forces)
  if (many) return many
  if (sign !== '!')
    return [`${sign} ${name} = ${valueText(sign === '+' ? after : before, LONGEST_VALUE)}${forces}`]
  const [one, other] = pairTexts(before, after, LONGEST_VALUE)
  if (one.length + other.length <= LONGEST_PAIR) return [`! ${name} = ${one} -> ${other}${forces}`]
  return [`- ${name} = ${one}`, `+ ${name} = ${other}${forces}`]
}

function hiddenText(value: Value): string {
  return value.kind === 'known'
    ? `${valueText(value, LONGEST_VALUE)} (changed where it is hidden)`
    : '(sensitive: changed, hidden)'
}

/** The lines where a side has many; undefined where one line each says it better. */
function manyLines({ before, after }: AttributeChange, head: string, forces: string): string[] | undefined {
  const one = linesOf(before)
  const other = linesOf(after)
  if (one && other) {
    // Two ways to write the same lines: the texts themselves tell what differs.
    if (one.lines.length === other.lines.length && one.lines.every((line, at) => line === other.lines[at]))
      return undefined
    return [`${head} (${countOf(other)})${forces}`, ...diffLines(one.lines, other.lines, '    ')]
  }
  if (before.kind === 'absent' && other)
    return [`${head} (${countOf(other)})${forces}`, ...wholeLines('+', other)]
  if (after.kind === 'absent' && one) return [`${head} (${countOf(one)})${forces}`, ...wholeLines('-', one)]
  if (one && after.kind === 'known')
    return [
      `${head} (${countOf(one)}) -> ${valueText(after, LONGEST_VALUE)}${forces}`,
      ...wholeLines('-', one),
    ]
  if (other && before.kind === 'known')
    return [
      `${head} ${valueText(before, LONGEST_VALUE)} -> (${countOf(other)})${forces}`,
      ...wholeLines('+', other),
    ]
  return undefined
}

function countOf({ what, lines }: NonNullable<ReturnType<typeof linesOf>>): string {
  return what === 'JSON' ? 'JSON' : plural(lines.length, 'line')
}

function wholeLines(sign: '+' | '-', { lines }: { lines: readonly string[] }): string[] {
  const shown = (some: readonly string[]) =>
    some.map(line => `${sign}     ${abbreviate(visibleLine(line), LONGEST_VALUE)}`.trimEnd())
  if (lines.length <= MOST_LINES) return shown(lines)
  const half = MOST_LINES / 2
  const gap = `${sign}     … ${plural(lines.length - 2 * half, 'more line')}`
  return [...shown(lines.slice(0, half)), gap, ...shown(lines.slice(-half))]
}
