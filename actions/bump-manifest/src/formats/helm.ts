/**
 * Helm values. Charts agree on no schema, but on a few habits: a whole reference under a key with `image` in it;
 * `repository` and `tag`, with `registry` before and `digest` or `sha` beside them; one `global.imageRegistry` that
 * overrules every `registry`. They stand at any depth. An empty tag means the chart's appVersion.
 */
import { isMap, isSeq } from 'yaml'
import { fullName, isName } from '../../../../toolkit/oci/reference.ts'
import { type Place, type Reader, textOf } from '../../../../toolkit/yaml/places.ts'
import { added, type Change, type Form, replaced, type Site, wholeReference } from './site.ts'

/** The references in a tree of values. */
export function helmSites(reader: Reader, root: Place | undefined): Site[] {
  if (!root) return []
  const globals = textOf(reader.field(reader.field(root, 'global'), 'imageRegistry')) ?? ''
  const sites: Site[] = []

  const visit = (place: Place): void => {
    if (isSeq(place.node)) {
      for (const item of reader.items(place)) visitValue(item, place.step)
      return
    }
    const fields = reader.fields(place)
    const parts = partsOf(place, fields)
    if (parts) sites.push(splitReference(parts, globals))
    for (const field of fields) if (field !== parts?.name) visitValue(field, field.step)
  }

  const visitValue = (place: Place, key: string | number): void => {
    if (isMap(place.node) || isSeq(place.node)) {
      if (!/(?:annotations|labels)$/i.test(String(key))) visit(place)
      return
    }
    const site = /image/i.test(String(key)) ? wholeReference(place) : undefined
    if (site) sites.push(site)
  }

  visit(root)
  return sites
}

interface Parts {
  readonly registry: Place | undefined
  readonly name: Place
  readonly tag: Place | undefined
  readonly digest: Place | undefined
}

/** The parts of a reference that is spread over the fields of one map; undefined where they are none. */
function partsOf(map: Place, fields: readonly Place[]): Parts | undefined {
  const find = (key: string) =>
    fields.findLast(({ step, node }) => step === key && !isMap(node) && !isSeq(node))
  const tag = find('tag') ?? find('imageTag')
  const named = /image$/i.test(String(map.step)) ? find('name') : undefined
  const name = find('repository') ?? (tag ? (find('image') ?? named) : undefined)
  const text = textOf(name)
  if (!name || !text || !isName(text)) return undefined
  return { registry: find('registry'), name, tag, digest: find('digest') ?? find('sha') }
}

function splitReference(parts: Parts, globals: string): Site {
  const { registry, name, tag, digest } = parts
  const path = textOf(name) ?? ''
  const own = textOf(registry) ?? ''
  const local = own === '' ? path : `${own}/${path}`
  const mirrored = globals === '' ? [] : [`${globals}/${path}`]
  const names = mirrored.length > 0 && registry ? mirrored : [local, ...mirrored]
  const form = formOf(tag, digest)
  return {
    place: tag ?? name,
    names: names.map(fullName),
    form,
    change: (to, known) =>
      digest ? besideDigest(parts, digest, to, known) : withinTag(parts, form, to, known),
  }
}

function formOf(tag: Place | undefined, digest: Place | undefined): Form {
  const [word = '', inTag = ''] = (textOf(tag) ?? '').split('@')
  const beside = textOf(digest) ?? ''
  const hash = beside === '' || beside.includes(':') ? beside : `sha256:${beside}`
  return { tag: word || undefined, digest: hash || inTag || undefined }
}

/** The tag is told even where only the digest counts, so that what stands in the file stays true. */
function besideDigest(parts: Parts, digest: Place, to: Form, known: Form): Change[] {
  const tag = to.tag ?? known.tag
  const bare = digest.step === 'sha' && !textOf(digest)?.includes(':')
  const hash = (to.digest ?? '').replace(bare ? /^sha256:/ : /^$/, '')
  return [...(tag === undefined ? [] : [tagged(parts, tag)]), replaced(digest, hash)]
}

/** Without a field for it the digest goes into the tag: charts join `repository:tag`, and so it is always used. */
function withinTag(parts: Parts, form: Form, to: Form, known: Form): Change[] {
  const word = to.tag ?? known.tag ?? form.tag ?? ''
  return [tagged(parts, to.digest === undefined ? word : `${word}@${to.digest}`)]
}

function tagged({ name, tag }: Parts, value: string): Change {
  return tag ? replaced(tag, value) : added(name, 'tag', value)
}
