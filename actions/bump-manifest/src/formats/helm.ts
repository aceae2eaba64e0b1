/**
 * Helm values. Charts agree on no schema, but on a few habits: a whole reference under a key with `image` in it;
 * `repository` and `tag`, with `registry` before and `digest` or `sha` beside them, each perhaps with a word in front
 * (`imageTag`, `web_image_repository`); one `global.imageRegistry` that overrules every `registry`. They stand at any
 * depth. An empty tag means the chart's appVersion.
 */
import { isMap, isScalar, isSeq } from 'yaml'
import { fullName, isName } from '../../../../toolkit/oci/reference.ts'
import { type Place, type Reader, textOf, wordOf } from '../../../../toolkit/yaml/places.ts'
import { added, type Change, type Form, replaced, type Site, wholeReference } from './site.ts'

/** The references in a tree of values. */
export function helmSites(reader: Reader, root: Place | undefined): Site[] {
  if (!root) return []
  const registries = globalRegistries(reader, reader.field(root, 'global'))
  const sites: Site[] = []

  const visit = (place: Place, key: string): void => {
    if (isSeq(place.node)) for (const item of reader.items(place)) visitValue(item, key.replace(/s$/i, ''))
    const values = reader.fields(place)
    const parts = partsOf(
      values.map(value => ({ key: String(value.step), place: value })),
      key,
    )
    for (const one of parts) sites.push(splitReference(one, registries))
    const names = new Set(parts.map(({ name }) => name))
    // `images: {web: acme/web:1}`: the keys are names of the user's, and the values images.
    const under = /images$/i.test(key) ? 'image' : undefined
    for (const value of values) if (!names.has(value)) visitValue(value, under ?? String(value.step), key)
  }

  const visitValue = (place: Place, key: string, map = ''): void => {
    if (isMap(place.node) || isSeq(place.node)) {
      if (!/(?:annotations|labels)$/i.test(key)) visit(place, key)
      return
    }
    const site = imageSite(place, key, map)
    if (site) sites.push(site)
  }

  visit(root, '')
  return sites
}

/** Registries that stand for all images of a chart and its subcharts. */
interface Registries {
  /** Overrules those of the images. */
  readonly mirror?: string
  /** For images that have none. */
  readonly usual?: string
}

function globalRegistries(reader: Reader, global: Place | undefined): Registries {
  const mirror = registryOf(reader.field(global, 'imageRegistry'))
  const image = registryOf(reader.field(reader.field(global, 'image'), 'registry'))
  return { mirror, usual: image || registryOf(reader.field(global, 'registry')) }
}

/** The text of a registry; some charts want a slash at its end. */
function registryOf(place: Place | undefined): string {
  return (wordOf(place) ?? '').replace(/\/+$/, '')
}

/** The references in Argo CD's Helm parameters, `[{name: image.tag, value: "1"}]`. */
export function parameterSites(reader: Reader, list: Place | undefined): Site[] {
  const maps = new Map<string, Field[]>()
  for (const parameter of reader.items(list)) {
    const path = textOf(reader.field(parameter, 'name')) ?? ''
    const place = reader.field(parameter, 'value')
    if (!place) continue
    const map = path.slice(0, Math.max(0, path.lastIndexOf('.')))
    maps.set(map, [...(maps.get(map) ?? []), { key: path.slice(path.lastIndexOf('.') + 1), place }])
  }
  return [...maps].flatMap(([map, fields]) => {
    const parts = partsOf(fields, map).filter(({ tag }) => tag !== undefined)
    const names = new Set(parts.map(({ name }) => name))
    const rest = fields.filter(({ place }) => !names.has(place))
    return [
      ...parts.map(one => splitReference(one, {})),
      ...rest.flatMap(({ key, place }) => imageSite(place, key, map) ?? []),
    ]
  })
}

/**
 * A whole reference: under a key with `image` in it, or as in `image: {name: acme/web:1, entrypoint: …}`. Without tag
 * and digest it counts only where the key says no more: `imageRepository` is half of one, `imageUser` is none.
 */
function imageSite(place: Place, key: string, map = ''): Site | undefined {
  if (!/image/i.test(key) && !/image$/i.test(map)) return undefined
  const site = wholeReference(place)
  const plain = /images?[-_]?(?:name|ref|reference|url|uri)?\d*$/i.test(key)
  return plain || site?.form.tag !== undefined || site?.form.digest !== undefined ? site : undefined
}

/** A value by its key in a map. */
interface Field {
  readonly key: string
  readonly place: Place
}

interface Parts {
  readonly registry: Place | undefined
  readonly name: Place
  /** The last part of the name, where it may stand on its own. */
  readonly last: Place | undefined
  readonly tag: Place | undefined
  readonly digest: Place | undefined
  /** Whether the digest goes without its `sha256:`. */
  readonly bare: boolean
}

/** The references that are spread over the fields of one map, which stands under a key. */
function partsOf(fields: readonly Field[], key: string): Parts[] {
  const known = new Map(
    fields
      .filter(({ key, place }) => isScalar(place.node) && !isWholeTag(key, place))
      .map(field => [field.key.replace(/[-_]/g, '').toLowerCase(), field.place]),
  )
  const prefixes = new Set<string>()
  for (const word of known.keys()) {
    if (word.endsWith('tag')) prefixes.add(word.slice(0, -'tag'.length))
    if (word === 'repository' || word === 'repo') prefixes.add('')
  }
  return [...prefixes].flatMap(prefix => partsWith(prefix, known, key) ?? [])
}

/** Some call the whole reference a tag. */
function isWholeTag(key: string, place: Place): boolean {
  return /tag$/i.test(key) && (textOf(place) ?? '').includes('/')
}

function partsWith(prefix: string, known: ReadonlyMap<string, Place>, key: string): Parts | undefined {
  const find = (part: string) => known.get(prefix + part)
  const tag = find('tag') ?? (prefix === '' ? known.get('imagetag') : undefined)
  const isImage = /image$/i.test(prefix === '' ? key : prefix)
  const named = isImage ? (find('name') ?? known.get(prefix)) : undefined
  const repository = find('repository') ?? find('repo')
  const name = repository ?? (tag ? (find('image') ?? named) : undefined)
  if (!name || !isName(textOf(name) ?? '')) return undefined
  const digest = find('digest')
  const sha = digest ? undefined : find('sha')
  const registry = find('registry') ?? known.get('registry')
  // A `repository` with nothing of an image about it may as well be one of git.
  const signs = [tag, digest, sha, registry, find('pullpolicy')]
  if (!isImage && signs.every(sign => sign === undefined)) return undefined
  const bare = sha !== undefined && !textOf(sha)?.includes(':')
  const last = isImage && repository ? find('name') : undefined
  return { registry, name, last, tag, digest: digest ?? sha, bare }
}

function splitReference(parts: Parts, { mirror = '', usual = '' }: Registries): Site {
  const { registry, name, last, tag, digest } = parts
  const path = textOf(name) ?? ''
  const own = registryOf(registry)
  const paths = last ? [path, `${path}/${textOf(last)}`] : [path]
  const at = (host: string) => paths.map(one => (host === '' ? one : `${host}/${one}`))
  const others = mirror !== '' ? at(mirror) : own === '' && usual !== '' ? at(usual) : []
  const names = mirror !== '' && registry ? others : [...at(own), ...others]
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
  const text = wordOf(tag) ?? ''
  // Some charts take a digest as the tag, and join it by `@`.
  const [word = '', inTag = ''] = isBareDigest(text) ? ['', text] : text.split('@')
  const beside = wordOf(digest) ?? ''
  const hash = beside === '' || beside.includes(':') ? beside : `sha256:${beside}`
  return { tag: word || undefined, digest: hash || inTag || undefined }
}

/** A tag is told even where only the digest counts, so that what stands in the file stays true. */
function besideDigest(parts: Parts, digest: Place, to: Form, known: Form): Change[] {
  const tag = to.tag ?? (parts.tag && known.tag)
  const hash = (to.digest ?? '').replace(parts.bare ? /^sha256:/ : /^$/, '')
  const stays = hash === '' && wordOf(digest) === ''
  return [...(tag === undefined ? [] : [tagged(parts, tag)]), ...(stays ? [] : [replaced(digest, hash)])]
}

/** Without a field for it the digest goes into the tag: charts join `repository:tag`, and so it is always used. */
function withinTag(parts: Parts, form: Form, to: Form, known: Form): Change[] {
  if (isBareDigest(wordOf(parts.tag) ?? '') && to.digest !== undefined) return [tagged(parts, to.digest)]
  const word = to.tag ?? known.tag ?? form.tag ?? ''
  return [tagged(parts, to.digest === undefined ? word : `${word}@${to.digest}`)]
}

function isBareDigest(text: string): boolean {
  return /^sha(?:256|512):/.test(text)
}

function tagged({ name, tag }: Parts, value: string): Change {
  return tag ? replaced(tag, value) : added(name, 'tag', value)
}
