import { isScalar } from 'yaml'
import { fullName, parseReference } from '../../../../toolkit/oci/reference.ts'
import type { Edit } from '../../../../toolkit/yaml/edit.ts'
import { type Place, textOf } from '../../../../toolkit/yaml/places.ts'

/** What a reference names after the repository; an empty form is a bare repository. */
export interface Form {
  readonly tag?: string | undefined
  readonly digest?: string | undefined
}

/** One place where a file names an image, in whatever parts it does so. */
export interface Site {
  readonly place: Place
  /** The repositories that it stands for, in their full spelling. */
  readonly names: readonly string[]
  readonly form: Form
  /**
   * The changes that give it another form. `known` is all that is known of the new image, for formats that cannot
   * write a digest without a tag.
   * @throws Uneditable where it cannot have that form.
   */
  change(to: Form, known: Form): Change[]
}

/** One value that changes, as it is reported and as it is done; several edits where its key changes too. */
export interface Change {
  readonly place: Place
  readonly old: string
  readonly new: string
  readonly edits: readonly Edit[]
}

/** `:tag@digest`, or what there is of it. */
export function suffix({ tag, digest }: Form): string {
  return `${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`
}

/**
 * A whole reference in one scalar; undefined where there is none.
 * @param skip how many characters stand before the reference
 */
export function wholeReference(place: Place | undefined, skip = 0): Site | undefined {
  const text = textOf(place)
  if (place === undefined || text === undefined) return undefined
  const reference = parseReference(text.slice(skip))
  if (!reference) return undefined
  const { name, ...form } = reference
  return {
    place,
    names: [fullName(name)],
    form,
    change: to => [replaced(place, `${text.slice(0, skip)}${name}${suffix(to)}`)],
  }
}

/** Another text for the scalar at a place. */
export function replaced(place: Place, value: string): Change {
  if (!isScalar(place.node)) throw new Error('only scalars are replaced')
  return {
    place,
    old: textOf(place) ?? '',
    new: value,
    edits: [{ kind: 'replace', place, scalar: place.node, value }],
  }
}

/** A new field beside one that is there. */
export function added(after: Place, key: string, value: string): Change {
  const place: Place = { ...after, step: key, node: null }
  return { place, old: '', new: value, edits: [{ kind: 'add', after, fields: [[key, value]] }] }
}
