import { messageOf, UserError } from './errors.ts'

/**
 * One input: how it is described to people and how its text becomes a value.
 * `parse` gets the trimmed text and throws a plain Error that says what is wrong and what to write instead;
 * the caller adds the input's name and value.
 */
export interface Field<T> {
  readonly description: string
  readonly required: boolean
  /** The text that stands in action.yml; undefined where there is no default. */
  readonly default: string | undefined
  /** Masked before anything else happens, and never repeated in an error. */
  readonly secret: boolean
  readonly parse: (text: string) => T
}

interface FieldOptions {
  description: string
  default?: string
}

type Optional<T, O> = O extends { required: true } | { default: unknown } ? T : T | undefined

/** An input of any type: `parse` is called only where text was given (or a default stands). */
export function field<T, const O extends FieldOptions & { required?: boolean; secret?: boolean }>(
  options: O,
  parse: (text: string) => T,
): Field<Optional<T, O>> {
  return {
    description: options.description,
    required: options.required ?? false,
    default: options.default,
    secret: options.secret ?? false,
    parse: text => (text === '' ? undefined : parse(text)) as Optional<T, O>,
  }
}

/** Free text. */
export function text<const O extends FieldOptions & { required?: boolean; secret?: boolean }>(options: O) {
  return field(options, value => value)
}

/** Text that is masked in the log and never shown in an error. */
export function secret<const O extends FieldOptions>(options: O): Field<string | undefined> {
  return field({ ...options, secret: true }, value => value) as Field<string | undefined>
}

/** `true` or `false` in any of the spellings of YAML 1.2's core schema. */
export function bool(options: { description: string; default: boolean }): Field<boolean> {
  return field({ ...options, default: String(options.default) }, value => {
    if (/^(true|True|TRUE)$/.test(value)) return true
    if (/^(false|False|FALSE)$/.test(value)) return false
    throw new Error('write true or false')
  })
}

/** One of a few words. */
export function choice<const W extends string>(options: {
  description: string
  words: readonly W[]
  default: NoInfer<W>
}): Field<W> {
  return field({ description: options.description, default: options.default }, value => {
    const word = options.words.find(candidate => candidate === value)
    if (word === undefined) throw new Error(`write one of ${options.words.join(', ')}`)
    return word
  })
}

/** A whole number within bounds, both included. */
export function integer<const O extends FieldOptions & { min: number; max: number }>(options: O) {
  return field(options, value => {
    const number = Number(value)
    if (!/^-?\d+$/.test(value) || number < options.min || number > options.max)
      throw new Error(`write a whole number from ${options.min} to ${options.max}`)
    return number
  })
}

/** One item a line; blank lines and surrounding space are dropped. Not given: an empty list. */
export function lines(options: FieldOptions & { required?: boolean }): Field<string[]> {
  return list(options, line => line)
}

/** One item a line, each parsed; an error names the line. Not given: an empty list. */
export function list<T>(
  options: FieldOptions & { required?: boolean; secret?: boolean },
  parseLine: (line: string) => T,
): Field<T[]> {
  return {
    description: options.description,
    required: options.required ?? false,
    default: options.default,
    secret: options.secret ?? false,
    parse: value => {
      const given = splitLines(value)
      const name = (line: string) =>
        given.length > 1 && !options.secret ? `the line '${shorten(line)}': ` : ''
      return given.map(line => {
        try {
          return parseLine(line)
        } catch (thrown) {
          throw new Error(`${name(line)}${messageOf(thrown)}`)
        }
      })
    },
  }
}

/** `key=value` a line; a value may hold further `=`. Later lines win. */
export function pairs(
  options: FieldOptions & { required?: boolean; secret?: boolean },
): Field<Record<string, string>> {
  const entries = list(options, splitPair)
  return { ...entries, parse: value => Object.fromEntries(entries.parse(value)) }
}

/** Splits `key=value` at the first `=`. */
export function splitPair(line: string): [key: string, value: string] {
  const at = line.indexOf('=')
  if (at < 1) throw new Error('write key=value, one a line')
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

function splitLines(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** Declares an action's inputs; the inferred type is what `readInputs` returns. */
export function defineInputs<const F extends Record<string, Field<unknown>>>(fields: F): F {
  return fields
}

/** The values of declared inputs, by their kebab-case names. */
export type Inputs<F extends Record<string, Field<unknown>>> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never
}

/**
 * Reads every declared input.
 * @param given returns an input's text, '' where it was not given (the runner fills in defaults).
 * @throws UserError naming the input, its value (unless secret) and the remedy.
 */
export function readInputs<F extends Record<string, Field<unknown>>>(
  fields: F,
  given: (name: string) => string,
): Inputs<F> {
  const values = Object.entries(fields).map(([name, declared]) => [
    name,
    readInput(name, declared, given(name)),
  ])
  return Object.fromEntries(values)
}

function readInput(name: string, declared: Field<unknown>, given: string): unknown {
  const trimmed = given.trim()
  const value = trimmed === '' ? plainDefault(declared) : trimmed
  if (declared.required && value === '')
    throw new UserError(`input '${name}' is required and was not given. It takes: ${declared.description}`)
  try {
    return declared.parse(value)
  } catch (thrown) {
    const shown = declared.secret ? '(a secret)' : `'${shorten(value)}'`
    throw new UserError(`input '${name}' is ${shown}: ${(thrown as Error).message}`)
  }
}

/** Only the runner can evaluate a default such as `${{ github.token }}`. */
function plainDefault(declared: Field<unknown>): string {
  return declared.default === undefined || declared.default.includes('${{') ? '' : declared.default
}

function shorten(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value
}
