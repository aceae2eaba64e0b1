import { UserError } from '../../../toolkit/action/errors.ts'
import { splitPair } from '../../../toolkit/action/fields.ts'

/** One image as the input `images` asks for it; paths are as written. */
export interface ImageRequest {
  readonly name: string
  readonly context: string
  readonly file?: string
  readonly target?: string
  readonly buildArgs: Readonly<Record<string, string>>
  readonly platforms: readonly string[]
}

const KEYS = ['name', 'context', 'file', 'target', 'build-args', 'platforms']

// What people write who have other tools in mind.
const OTHER_NAMES: Record<string, string> = {
  dockerfile: 'file',
  containerfile: 'file',
  path: 'context',
  args: 'build-args',
  arguments: 'build-args',
  image: 'name',
  stage: 'target',
}

/**
 * Reads the input `images`: `name=context` lines, or a YAML (or JSON) list. Either may hold `#` comments.
 * @throws UserError naming the entry that is wrong.
 */
export async function readImages(input: string): Promise<ImageRequest[]> {
  const images = isList(input) ? await fromYaml(input) : fromLines(input)
  if (images.length === 0) throw wrong('it is an empty list: write at least one image, as name=context')
  const names = images.map(image => image.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw wrong(`'${twice}' stands there twice; give every image a name of its own`)
  return images
}

/** Whether the first line that says something begins a YAML (or JSON) list. */
function isList(input: string): boolean {
  return /^(?:-\s|-$|---|\[)/.test(contentLines(input)[0] ?? '')
}

function contentLines(input: string): string[] {
  const lines = input.split(/\r?\n/).map(line => line.trim())
  return lines.filter(line => line !== '' && !line.startsWith('#'))
}

function fromLines(input: string): ImageRequest[] {
  return contentLines(input).map(line => {
    if (!/^[^=]+=.+$/.test(line))
      throw wrong(`line '${line}' is not name=context, such as api=./services/api`)
    const [name, context] = splitPair(line)
    return { name, context, buildArgs: {}, platforms: [] }
  })
}

async function fromYaml(input: string): Promise<ImageRequest[]> {
  const { parseDocument, visit } = await import('yaml')
  let entries: unknown
  try {
    const document = parseDocument(input, { merge: true })
    if (document.errors[0]) throw document.errors[0]
    visit(document, {
      // As it was written: a build argument 3.10 is no number 3.1, and an image may be called 404.
      Scalar(_key, node) {
        if (typeof node.value === 'number' || typeof node.value === 'boolean') node.value = node.source
      },
    })
    entries = document.toJS()
  } catch (thrown) {
    throw wrong(`it is no valid YAML: ${(thrown as Error).message.trimEnd()}`)
  }
  if (!Array.isArray(entries)) throw wrong('write a YAML list, one entry an image')
  return entries.map(fromEntry)
}

function fromEntry(entry: unknown, index: number): ImageRequest {
  const place = `entry ${index + 1}`
  if (!isMap(entry)) throw wrong(`${place} is no mapping; write name: and context:`)
  const unknown = Object.keys(entry).find(key => !KEYS.includes(key))
  if (unknown !== undefined)
    throw wrong(`${place} has '${unknown}'; ${suggestion(unknown)}it takes ${KEYS.join(', ')}`)
  const { name, context } = entry
  if (typeof name !== 'string' || name === '') throw wrong(`${place} has no name`)
  if (typeof context !== 'string' || context === '') throw wrong(`'${name}' has no context; name its folder`)
  return {
    name,
    context,
    ...optional(entry, 'file', name),
    ...optional(entry, 'target', name),
    buildArgs: buildArgs(entry['build-args'], name),
    platforms: platforms(entry.platforms, name),
  }
}

function optional<K extends 'file' | 'target'>(entry: Record<string, unknown>, key: K, name: string) {
  const value = entry[key]
  if (value === undefined || value === null) return {}
  if (typeof value !== 'string' || value === '') throw wrong(`'${name}' has a ${key} that is no text`)
  return { [key]: value } as { readonly [P in K]: string }
}

function buildArgs(value: unknown, name: string): Record<string, string> {
  if (value === undefined || value === null) return {}
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(entry => argument(entry, name)))
  const items = typeof value === 'string' ? contentLines(value) : value
  if (!Array.isArray(items))
    throw wrong(`'${name}' has build-args that are neither a mapping nor a list of NAME=value`)
  return Object.fromEntries(
    items.flatMap(item => {
      if (isMap(item)) return Object.entries(item).map(entry => argument(entry, name))
      if (typeof item === 'string' && /^[^=]+=/.test(item)) return [splitPair(item)]
      throw wrong(`'${name}' has the build argument '${String(item)}'; write NAME=value`)
    }),
  )
}

function argument([key, value]: [string, unknown], name: string): [string, string] {
  if (typeof value === 'string') return [key, value]
  throw wrong(`'${name}' has the build argument '${key}', whose value is no text`)
}

function platforms(value: unknown, name: string): string[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return contentLines(value)
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value
  throw wrong(`'${name}' has platforms that are no list such as [linux/amd64, linux/arm64]`)
}

/** `write 'file'; ` where that is what the key means, or nearly how it is spelled. */
function suggestion(unknown: string): string {
  const plain = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '')
  const key = OTHER_NAMES[plain(unknown)] ?? KEYS.find(known => nearly(plain(known), plain(unknown)))
  return key === undefined ? '' : `write '${key}'; `
}

/** Whether two words differ in no more than one letter: one more, one less, or another one. */
function nearly(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [restA, restB] = [a.slice(same), b.slice(same)]
  return restA === restB.slice(1) || restA.slice(1) === restB || restA.slice(1) === restB.slice(1)
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(why: string): UserError {
  return new UserError(`input 'images': ${why}`)
}
