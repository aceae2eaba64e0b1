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
    if (!body.some(item => isMark(item.name) && item.words.some(word => word !== 'false'))) return []
    return [[label, body.flatMap(item => (item.name === 'default' ? literalsIn(item) : []))]]
  })
}

/** JSON syntax: `variable` holds an object by name, or a list of such. */
function declaredInJson(text: string): [string, string[]][] {
  const blocks = [object(json(text)).variable].flat().map(object)
  return blocks.flatMap(Object.entries).flatMap(([name, declared]): [string, string[]][] => {
    const one = object([declared].flat()[0])
    const marked = Object.entries(one).some(([key, value]) => isMark(key) && value !== false)
    return marked ? [[name, scalars(one.default)]] : []
  })
}

function isMark(name: string): boolean {
  return name === 'sensitive' || name === 'ephemeral'
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
