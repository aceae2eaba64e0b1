/** A number whose digits a double cannot hold; `JSON.stringify` writes it as it stood. */
export interface ExactNumber {
  readonly rawJSON: string
}
export type Scalar = null | boolean | number | string | ExactNumber
export type JsonObject = { readonly [key: string]: Json }
export type Json = Scalar | readonly Json[] | JsonObject

// TypeScript's library does not have these parts of the language yet (ECMA-262, JSON.parse source text access).
const SourceAware = JSON as unknown as {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): Json
  rawJSON(source: string): ExactNumber
  isRawJSON(value: unknown): value is ExactNumber
}

/**
 * `JSON.parse` that loses no digit: numbers that a double cannot hold come as `ExactNumber`.
 * @param longNumbers false where it is known that there are none: looking for them makes parsing several times slower
 * @throws SyntaxError as JSON.parse does
 */
export function parseJson(text: string, longNumbers = LONG_NUMBER.test(text)): Json {
  return longNumbers ? SourceAware.parse(text, keepDigits) : (JSON.parse(text) as Json)
}

const LONG_NUMBER = /\d[\d.eE+-]{15}/

function keepDigits(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' && source !== undefined && source.length > 15 && String(value) !== source
    ? SourceAware.rawJSON(source)
    : value
}

export function isExactNumber(value: Json | undefined): value is ExactNumber {
  // Asking for the prototype first is quick; that of what `rawJSON` makes is null.
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === null &&
    SourceAware.isRawJSON(value)
  )
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** A map or an object; neither null, nor an array, nor a number. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)
}

/** The member of that name, if the value is an object that has it itself. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The members of an object; none where it is no object. */
export function entries(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : []
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The elements that are strings; none where it is no array. */
export function texts(value: Json | undefined): readonly string[] {
  return isArray(value) ? value.filter(item => typeof item === 'string') : []
}

/** Whether two values are the same JSON; the order of an object's keys does not count. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (isArray(one))
    return isArray(other) && one.length === other.length && one.every((item, i) => same(item, other[i]))
  if (isObject(one)) {
    if (!isObject(other)) return false
    const keys = Object.keys(one)
    return (
      keys.length === Object.keys(other).length &&
      keys.every(key => Object.hasOwn(other, key) && same(one[key], other[key]))
    )
  }
  return isExactNumber(one) && isExactNumber(other) && one.rawJSON === other.rawJSON
}
