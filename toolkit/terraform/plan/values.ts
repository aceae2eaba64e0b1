import { isArray, isExactNumber, isObject, type Json, parseJson } from './json.ts'
import type { Value } from './model.ts'

export const ABSENT: Value = { kind: 'absent' }
export const SENSITIVE: Value = { kind: 'sensitive' }
export const UNKNOWN: Value = { kind: 'unknown' }

/** A value as the model has it: in JSON notation, and line by line where it has several. */
export function known(value: Json | undefined): Value {
  if (value === undefined || value === null) return ABSENT
  const text = JSON.stringify(value)
  if (typeof value !== 'string') return { kind: 'known', text }
  const lines = linesOf(value)
  return lines.length > 1 ? { kind: 'known', text, lines } : { kind: 'known', text }
}

function linesOf(value: string): string[] {
  const document = embedded(value)
  const shown = document === undefined ? value : JSON.stringify(document, undefined, 2)
  return shown.split(/\r?\n/)
}

// A longer one is a document of its own rather than an argument; taking it apart would only cost time.
const LONGEST_EMBEDDED = 1 << 20

/** The JSON object or array that a string holds, such as a policy. */
export function embedded(value: string): Json | undefined {
  const first = value.trimStart()[0]
  if ((first !== '{' && first !== '[') || value.length > LONGEST_EMBEDDED) return undefined
  try {
    return parseJson(value)
  } catch {
    return undefined
  }
}

/** `tags.Name`, `map["a b"]`, `list[0]`. */
export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

/** `[delete, create]`, as `replace_paths` and `relevant_attributes` have it, in the notation of attribute paths. */
export function pathOf(steps: Json): string {
  if (!isArray(steps)) return ''
  return steps.reduce<string>(
    (path, step) =>
      typeof step === 'string' || typeof step === 'number'
        ? childPath(path, step)
        : `${path}[${JSON.stringify(step)}]`,
    '',
  )
}

/** Whether a path is another one, or leads to a part of it. */
export function covers(outer: string, path: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)))
}

export function isContainer(value: Json | undefined): boolean {
  return isArray(value) || isObject(value)
}

export function isScalar(value: Json | undefined): boolean {
  return value !== undefined && !isContainer(value)
}

/** Calls with every scalar in the value but null; numbers as they are written. */
export function eachScalar(value: Json | undefined, visit: (text: string, isText: boolean) => void): void {
  if (typeof value === 'string') visit(value, true)
  else if (typeof value === 'number') visit(String(value), false)
  else if (isExactNumber(value)) visit(value.rawJSON, false)
  else if (isArray(value)) for (const item of value) eachScalar(item, visit)
  else if (isObject(value)) for (const item of Object.values(value)) eachScalar(item, visit)
}

/** All keys, in the order of their code units; the tool writes those of one object in that order already. */
export function keysOf(...objects: readonly (Json | undefined)[]): string[] {
  let keys: string[] = []
  for (const object of objects) {
    const own = isObject(object) ? Object.keys(object) : []
    if (keys.length === 0) keys = own
    else if (own.some((key, at) => key !== keys[at])) keys = [...new Set([...keys, ...own])].sort()
  }
  return keys
}

/** Whether any part of an `after_unknown` is unknown. */
export function holdsTrue(unknown: Json | undefined): boolean {
  if (isArray(unknown)) return unknown.some(holdsTrue)
  if (isObject(unknown)) return Object.values(unknown).some(holdsTrue)
  return unknown === true
}
