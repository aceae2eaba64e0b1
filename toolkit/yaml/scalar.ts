import { Document, Scalar } from 'yaml'

/** How a scalar stands in the text; everything but these cannot be rewritten in place. */
export type Style = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'

/** The style of a scalar that stands on one line; undefined for blocks and for text over several lines. */
export function styleOf(scalar: Scalar, text: string): Style | undefined {
  const [start, end] = scalar.range ?? [0, 0]
  if (text.slice(start, end).includes('\n')) return undefined
  const { type } = scalar
  return type === Scalar.PLAIN || type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE
    ? type
    : undefined
}

/**
 * Writes text as a scalar: in the style given, or double-quoted where plain text would not read as this very text.
 * @param like the value that stood there, if its type is to be kept: `3` stays a number when it becomes `5`.
 */
export function renderScalar(value: string, style: Style, inFlow: boolean, like?: string): string {
  if (style === Scalar.QUOTE_SINGLE && !/[\u0000-\u001f\u007f-\u009f]/.test(value))
    return `'${value.replaceAll("'", "''")}'`
  if (style === Scalar.PLAIN && isPlain(value, inFlow) && isRightType(value, like)) return value
  return JSON.stringify(value)
}

/**
 * Writes text as a JSON value: a string, or a number or boolean where one stood there.
 * @param like the value that stood there, if its type is to be kept
 */
export function renderJson(value: string, like?: string): string {
  const type = jsonType(value)
  const fits = like !== undefined && type !== undefined && type === jsonType(like)
  return fits && keepsText(value, like) ? value : JSON.stringify(value)
}

function jsonType(text: string): string | undefined {
  if (/^(?:true|false)$/.test(text)) return 'boolean'
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? 'number' : undefined
}

function isRightType(value: string, like: string | undefined): boolean {
  const type = typeOf(value)
  if (type === TEXT) return !isNumber(value)
  return like !== undefined && type === typeOf(like) && keepsText(value, like)
}

const TEXT = ' '

/** Go's YAML reads more as numbers than YAML does: `0X1F`, `12e_3` (go-yaml, resolve.go). */
function isNumber(value: string): boolean {
  return /^[-+.\d]/.test(value) && !Number.isNaN(Number(value.replaceAll('_', '')))
}

/** `1.10` read as a number is 1.1, and `712e456` is infinite: no programs but those that took such a number before want one. */
function keepsText(value: string, like: string): boolean {
  return !isNumber(value) || String(Number(value)) === value || String(Number(like)) !== like
}

const resolvers = (['1.1', '1.2'] as const).map(version =>
  (new Document(null, { version }).schema?.tags ?? []).filter(tag => 'test' in tag && tag.default === true),
)

/** What plain text reads as in YAML 1.1 and in 1.2, numbers all alike: `yes` and `1_000` are text only in the newer one. */
function typeOf(value: string): string {
  return resolvers
    .map(tags => tags.find(tag => 'test' in tag && tag.test?.test(value))?.tag ?? '')
    .join(TEXT)
    .replaceAll(':float', ':int')
}

// The indicators that may not begin plain text (YAML 1.2.2, 5.3), and what would end it.
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$))|^(?:---|\.\.\.)(?:\s|$)/
const ENDS = /:(?:\s|$)|\s#|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/
const FLOW_ENDS = /[,[\]{}]|^[-?:]/

function isPlain(value: string, inFlow: boolean): boolean {
  return (
    value !== '' &&
    value === value.trim() &&
    !INDICATOR.test(value) &&
    !ENDS.test(value) &&
    !(inFlow && FLOW_ENDS.test(value))
  )
}
