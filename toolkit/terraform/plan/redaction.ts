import { isArray, isObject, type Json } from './json.ts'
import type { Place } from './sink.ts'
import { childPath } from './values.ts'

/** What the user wants hidden, whatever the plan marks. */
export interface Redaction {
  /** False where nothing is. */
  readonly any: boolean
  hides(place: Place | undefined): boolean
  hidesWithin(value: Json | undefined, place: Place | undefined): boolean
}

const NOTHING: Redaction = { any: false, hides: () => false, hidesWithin: () => false }

/**
 * Reads globs over names and paths of attributes, such as `*password*` or `tags.Owner`; upper and lower case are the
 * same. Indexes of lists are left out of paths: `user.*.token` is `user[0].x.token` too.
 */
export async function redaction(globs: readonly string[]): Promise<Redaction> {
  if (globs.length === 0) return NOTHING
  const { default: picomatch } = await import('picomatch')
  const matches = picomatch([...globs], { nocase: true, dot: true })
  const verdicts = new Map<string, boolean>()
  const asked = (name: string): boolean => {
    const verdict = verdicts.get(name) ?? matches(name)
    verdicts.set(name, verdict)
    return verdict
  }
  const paths = globs.some(glob => glob.includes('.'))
  const hides = (place: Place | undefined): boolean =>
    typeof place?.key === 'string' && (asked(place.key) || (paths && asked(withoutIndexes(place))))
  const hidesWithin = (value: Json | undefined, place: Place | undefined): boolean => {
    if (isArray(value)) return value.some((item, key) => hidesWithin(item, { up: place, key }))
    if (!isObject(value)) return false
    return Object.entries(value).some(([key, item]) => {
      const below = { up: place, key }
      return hides(below) || hidesWithin(item, below)
    })
  }
  return { any: true, hides, hidesWithin }
}

function withoutIndexes(place: Place | undefined): string {
  if (place === undefined) return ''
  const above = withoutIndexes(place.up)
  return typeof place.key === 'number' ? above : childPath(above, place.key)
}
