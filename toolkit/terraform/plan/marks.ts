import { entries, isArray, isObject, type Json } from './json.ts'

/** One side of a value: what it is, and what is marked in it. */
export interface Side {
  readonly value: Json | undefined
  readonly mark: Json | undefined
}

/** What of the new side is known only after the apply: `true` for all of it, or nested like the value. */
export type Unknown = Json | undefined

/**
 * Whether the mark hides the whole value. Besides `true` that is any mark whose shape is not that of its value:
 * nobody can tell what it was meant to hide.
 * @param mark is a part of `before_sensitive`, `after_sensitive` or `sensitive_values`
 */
export function hides(mark: Json | undefined, value: Json | undefined): boolean {
  if (mark === undefined || mark === null || mark === false) return false
  if (mark === true) return true
  if (isArray(mark)) {
    if (value === undefined || value === null || !marksAnything(mark)) return false
    return !isArray(value) || mark.length > value.length
  }
  if (isObject(mark)) return value !== undefined && value !== null && !isObject(value) && marksAnything(mark)
  return true
}

/** Whether anything within is marked. */
export function marksAnything(mark: Json | undefined): boolean {
  if (isArray(mark)) return mark.some(marksAnything)
  if (isObject(mark)) return Object.values(mark).some(marksAnything)
  return mark !== undefined && mark !== null && mark !== false
}

/** The part of a mark, or of `after_unknown`, for one element or member. */
export function within(mark: Json | undefined, key: string | number): Json | undefined {
  if (typeof key === 'number') return isArray(mark) ? mark[key] : undefined
  return isObject(mark) && Object.hasOwn(mark, key) ? mark[key] : undefined
}

/** The names of members in which anything is marked. */
export function hidingKeys(mark: Json | undefined): string[] {
  return entries(mark).flatMap(([key, part]) => (marksAnything(part) ? key : []))
}
