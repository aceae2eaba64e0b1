/** Kustomizations: `images` replaces `name` by `newName` (or itself), with `newTag`, `digest` or both. */
import { isScalar } from 'yaml'
import { fullName, isName } from '../../../../toolkit/oci/reference.ts'
import { type Place, type Reader, textOf, wordOf } from '../../../../toolkit/yaml/places.ts'
import { helmSites } from './helm.ts'
import { added, type Change, type Form, replaced, type Site } from './site.ts'

/** The references in a kustomization, inline Helm values included. */
export function kustomizationSites(reader: Reader): Site[] {
  const charts = reader.items(reader.field(reader.root, 'helmCharts'))
  return [
    ...imageEntries(reader, reader.field(reader.root, 'images')),
    ...charts.flatMap(chart => helmSites(reader, reader.field(chart, 'valuesInline'))),
  ]
}

/** The references in a list of `{name, newName, newTag, digest}`. */
export function imageEntries(reader: Reader, list: Place | undefined): Site[] {
  return reader.items(list).flatMap(entry => {
    const name = nameOf(reader.field(entry, 'newName')) ?? reader.field(entry, 'name')
    const text = textOf(name)
    if (!name || !text || !isName(text)) return []
    const tag = reader.field(entry, 'newTag')
    const digest = reader.field(entry, 'digest')
    const form = { tag: wordOf(tag) || undefined, digest: wordOf(digest) || undefined }
    return [
      {
        place: tag ?? digest ?? name,
        names: [fullName(text)],
        form,
        change: (to: Form) => changes({ name, tag, digest }, to),
      },
    ]
  })
}

function nameOf(place: Place | undefined): Place | undefined {
  return wordOf(place) ? place : undefined
}

interface Entry {
  readonly name: Place
  readonly tag: Place | undefined
  readonly digest: Place | undefined
}

function changes({ name, tag, digest }: Entry, to: Form): Change[] {
  if (to.tag === undefined && tag && !digest) return [renamed(tag, 'digest', to.digest ?? '')]
  if (to.digest === undefined && digest && !tag) return [renamed(digest, 'newTag', to.tag ?? '')]
  return [...put(tag, name, 'newTag', to.tag), ...put(digest, tag ?? name, 'digest', to.digest)]
}

/** An empty value counts as none, so a field that stands there is emptied and its line stays. */
function put(place: Place | undefined, after: Place, key: string, value: string | undefined): Change[] {
  if (place) return value === undefined && wordOf(place) === '' ? [] : [replaced(place, value ?? '')]
  return value === undefined ? [] : [added(after, key, value)]
}

function renamed(place: Place, key: string, value: string): Change {
  const change = replaced(place, value)
  const scalar = place.pair?.key
  if (!isScalar(scalar)) return change
  return {
    ...change,
    place: { ...place, step: key },
    edits: [...change.edits, { kind: 'replace', place, scalar, value: key }],
  }
}
