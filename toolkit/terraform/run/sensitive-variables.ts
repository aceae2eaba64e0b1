import { type Item, readHcl } from './hcl.ts'

/** A file of a root module, or of variables. */
export interface SourceFile {
  /** Tells the format: `.json` is JSON, all else HCL. */
  readonly name: string
  readonly text: string
}

/** The variables that a root module declares as sensitive or ephemeral, with the scalars of their defaults. */
export function sensitiveVariables(sources: readonly SourceFile[]): Map<string, string[]> {
  return new Map(
    sources.flatMap(({ name, text }) => (isJson(name) ? declaredInJson(text) : declaredInHcl(text))),
  )
}

/** Whether a root module declares an ephemeral variable, of which a saved plan keeps no value. */
export function declaresEphemeral(sources: readonly SourceFile[]): boolean {
  return sources.some(({ name, text }) =>
    isJson(name)
      ? variablesInJson(text).some(([, declared]) => isMarked(declared, 'ephemeral'))
      : readHcl(text).some(item => item.name === 'variable' && isMarkedIn(item, 'ephemeral')),
  )
}

/** The scalars that a file of variables (`.tfvars`, `.tfvars.json`) gives to some of them. */
export function valuesOf({ name, text }: SourceFile, variables: { has(name: string): boolean }): string[] {
  const given: [string, string[]][] = isJson(name)
    ? Object.entries(object(json(text))).map(([key, value]) => [key, scalars(value)])
    : readHcl(text).map(item => [item.name, literalsIn(item)])
  return given.flatMap(([key, values]) => (variables.has(key) ? values : []))
}

/**
 * The scalars in the text of a variable, as `TF_VAR_x` or `-var` give it: the text itself, and, where it is an
 * expression for a list or an object, the literals in it.
 */
export function valuesInText(text: string): string[] {
  const nested = /^\s*[[{]/.test(text) ? readHcl(`x = ${text}`).flatMap(literalsIn) : []
  return [text, ...nested]
}

function declaredInHcl(text: string): [string, string[]][] {
  return readHcl(text).flatMap(({ name, labels: [label], body }): [string, string[]][] => {
    if (name !== 'variable' || label === undefined || body === undefined) return []
    if (!MARKS.some(mark => isMarkedIn({ body }, mark))) return []
    return [[label, body.flatMap(item => (item.name === 'default' ? literalsIn(item) : []))]]
  })
}

function declaredInJson(text: string): [string, string[]][] {
  return variablesInJson(text).flatMap(([name, one]) =>
    MARKS.some(mark => isMarked(one, mark)) ? [[name, scalars(one.default)]] : [],
  )
}

/** JSON syntax: `variable` holds an object by name, or a list of such. */
function variablesInJson(text: string): [string, Record<string, unknown>][] {
  const blocks = [object(json(text)).variable].flat().map(object)
  return blocks.flatMap(Object.entries).map(([name, declared]) => [name, object([declared].flat()[0])])
}

const MARKS = ['sensitive', 'ephemeral'] as const
type Mark = (typeof MARKS)[number]

function isMarkedIn({ body = [] }: Pick<Item, 'body'>, mark: Mark): boolean {
  return body.some(({ name, words }) => name === mark && words.some(word => word !== 'false'))
}

function isMarked(declared: Record<string, unknown>, mark: Mark): boolean {
  return mark in declared && declared[mark] !== false
}

function literalsIn(item: Item): string[] {
  return [...item.literals, ...(item.body ?? []).flatMap(literalsIn)]
}

function scalars(value: unknown): string[] {
  if (value === null || value === undefined) return []
  return typeof value === 'object' ? Object.values(value).flatMap(scalars) : [String(value)]
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isJson(name: string): boolean {
  return name.endsWith('.json')
}
