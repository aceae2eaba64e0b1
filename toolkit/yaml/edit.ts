import { isCollection, isScalar, type Scalar } from 'yaml'
import { lineAt, type YamlFile } from './parse.ts'
import type { Place } from './places.ts'
import { renderJson, renderScalar, styleOf } from './scalar.ts'

/** One change of a document. */
export type Edit = Replace | Add

/** Other text for a scalar: the value at a place, or the key that leads there. */
export interface Replace {
  readonly kind: 'replace'
  readonly place: Place
  readonly scalar: Scalar
  readonly value: string
  /** A number may become another number; without it the new value always reads as text. */
  readonly keepType?: boolean
}

/** New pairs of a map, after the one that stands at a place. */
export interface Add {
  readonly kind: 'add'
  readonly after: Place
  readonly fields: readonly (readonly [key: string, value: string])[]
}

/** Text that takes the place of a stretch of text. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A value that cannot be changed in place; the message says why in a clause. */
export class Uneditable extends Error {
  override readonly name = 'Uneditable'
}

/** Replaces stretches of text; they must not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let at = 0
  let result = ''
  for (const { start, end, text: replacement } of [...splices].sort((a, b) => a.start - b.start)) {
    if (start < at) throw new Uneditable(`has two changes at line ${lineAt(text, start)}`)
    result += text.slice(at, start) + replacement
    at = end
  }
  return result + text.slice(at)
}

/**
 * Where and how an edit changes the text.
 * @throws Uneditable where the value is a block or runs over several lines.
 */
export function spliceOf(file: YamlFile, edit: Edit): Splice {
  return edit.kind === 'replace' ? replacement(file, edit) : addition(file, edit)
}

/** Whether nothing stands where the value should be: `tag:` at the end of its line. */
export function isMissing(scalar: Scalar): boolean {
  return scalar.range?.[0] === scalar.range?.[1]
}

function replacement(file: YamlFile, { scalar, value, keepType, place }: Replace): Splice {
  const { text } = file
  const [start, end] = scalar.range ?? [0, 0]
  const style = styleOf(scalar, text)
  if (style === undefined)
    throw new Uneditable(`has text over several lines at line ${lineAt(text, start)}, which is not edited`)
  const inFlow = inFlowCollection(place)
  if (!isMissing(scalar)) {
    const like = keepType ? text.slice(start, end) : undefined
    const written =
      inFlow && isJson(file) ? renderJson(value, like) : renderScalar(value, style, inFlow, like)
    return { start, end, text: written }
  }
  const key = place.pair?.key
  if (!key?.range) throw new Uneditable(`has no value at line ${lineAt(text, start)}`)
  const after = text.indexOf(':', key.range[1]) + 1
  return { start: after, end: after, text: ` ${renderScalar(value, style, inFlow)}` }
}

function addition({ text }: YamlFile, { after, fields }: Add): Splice {
  const { key, value } = after.pair ?? {}
  if (!isScalar(key) || !isScalar(value) || !key.range || !value.range)
    throw new Uneditable(`has no place for '${fields[0]?.[0]}'`)
  const inFlow = inFlowCollection(after)
  const keyStyle = styleOf(key, text) ?? 'PLAIN'
  const valueStyle = styleOf(value, text) ?? 'PLAIN'
  const pairs = fields.map(
    ([newKey, newValue]) =>
      `${renderScalar(newKey, keyStyle, inFlow)}: ${renderScalar(newValue, valueStyle, inFlow)}`,
  )
  if (inFlow) return insertion(value.range[1], pairs.map(pair => `, ${pair}`).join(''))
  const lineStart = text.lastIndexOf('\n', key.range[0] - 1) + 1
  const column = text.slice(lineStart, key.range[0]).replace(/^\ufeff/, '').length
  const lines = pairs.map(pair => `${lineBreakAt(text, key.range[0])}${' '.repeat(column)}${pair}`)
  return insertion(endOfLine(text, value.range[1]), lines.join(''))
}

function insertion(offset: number, text: string): Splice {
  return { start: offset, end: offset, text }
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from)
  if (newline < 0) return text.length
  return text[newline - 1] === '\r' ? newline - 1 : newline
}

/** How the line ends that holds an offset; the last line counts as ending like the first. */
function lineBreakAt(text: string, offset: number): string {
  const next = text.indexOf('\n', offset)
  const newline = next < 0 ? text.indexOf('\n') : next
  return text[newline - 1] === '\r' ? '\r\n' : '\n'
}

const json = new WeakMap<YamlFile, boolean>()

/** JSON is YAML, but must stay JSON: it knows no plain text. */
function isJson(file: YamlFile): boolean {
  const known = json.get(file) ?? parsesAsJson(file.text.replace(/^\ufeff/, ''))
  json.set(file, known)
  return known
}

function parsesAsJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function inFlowCollection(place: Place): boolean {
  for (let up = place.parent; up; up = up.parent) if (isCollection(up.node) && up.node.flow) return true
  return false
}
