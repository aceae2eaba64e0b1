import type { Json } from './json.ts'
import type { AttributeChange, Value } from './model.ts'
import { childPath } from './values.ts'

/** Where a value stands in an object. Paths are written only for what is kept. */
export interface Place {
  readonly up: Place | undefined
  readonly key: string | number
}

/** Who is told what a comparison finds. */
export interface Sink {
  attribute(
    place: Place | undefined,
    before: Value,
    after: Value,
    only?: AttributeChange['onlyDiffersIn'],
  ): void
  /** A value as the model has it; anything where it is not going to be kept. */
  known(value: Json | undefined): Value
  /** A value, or all scalars in it, that hides. */
  secret(value: Json | undefined): void
  /** Whether the user wants anything hidden by name. */
  readonly redacts: boolean
  /** Whether the user wants the value there hidden. */
  redacted(place: Place | undefined): boolean
  /** Whether the user wants anything below there hidden. */
  redactsWithin(value: Json | undefined, place: Place | undefined): boolean
}

export function pathTo(place: Place | undefined): string {
  return place === undefined ? '' : childPath(pathTo(place.up), place.key)
}
