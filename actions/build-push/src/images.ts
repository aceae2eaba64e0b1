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

/**
 * Reads the input `images`: `name=context` lines, or a YAML (or JSON) list.
 * @throws UserError naming the entry that is wrong.
 */
export async function readImages(input: string): Promise<ImageRequest[]> {
  const images = /^(-\s|-$|\[)/.test(input) ? await fromYaml(input) : fromLines(input)
  if (images.length === 0) throw wrong('it is an empty list: write at least one image, as name=context')
  const names = images.map(image => image.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw wrong(`'${twice}' stands there twice; give every image a name of its own`)
  return images
}

function fromLines(input: string): ImageRequest[] {
  const lines = input.split(/\r?\n/).map(line => line.trim())
  return lines.filter(Boolean).map(line => {
    if (!/^[^=]+=.+$/.test(line))
      throw wrong(`line '${line}' is not name=context, such as api=./services/api`)
    const [name, context] = splitPair(line)
    return { name, context, buildArgs: {}, platforms: [] }
  })
}

async function fromYaml(input: string): Promise<ImageRequest[]> {
  const { parse } = await import('yaml')
  let entries: unknown
  try {
    entries = parse(input, { maxAliasCount: 0 })
  } catch (thrown) {
    throw wrong(`it is no valid YAML: ${(thrown as Error).message}`)
  }
  if (!Array.isArray(entries)) throw wrong('write a YAML list, one entry an image')
  return entries.map(fromEntry)
}

function fromEntry(entry: unknown, index: number): ImageRequest {
  const place = `entry ${index + 1}`
  if (!isMap(entry)) throw wrong(`${place} is no mapping; write name: and context:`)
  const unknown = Object.keys(entry).find(key => !KEYS.includes(key))
  if (unknown !== undefined) throw wrong(`${place} has '${unknown}'; it takes ${KEYS.join(', ')}`)
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
  if (Array.isArray(value)) return Object.fromEntries(value.map(line => pair(line, name)))
  if (!isMap(value))
    throw wrong(`'${name}' has build-args that are neither a mapping nor a list of NAME=value`)
  return Object.fromEntries(Object.entries(value).map(([key, argument]) => [key, scalar(argument, name)]))
}

function pair(line: unknown, name: string): [string, string] {
  if (typeof line === 'string' && /^[^=]+=/.test(line)) return splitPair(line)
  throw wrong(`'${name}' has the build argument '${String(line)}'; write NAME=value`)
}

function scalar(value: unknown, name: string): string {
  if (value !== null && typeof value !== 'object') return String(value)
  throw wrong(`'${name}' has a build argument that is no plain value`)
}

function platforms(value: unknown, name: string): string[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value
  throw wrong(`'${name}' has platforms that are no list such as [linux/amd64, linux/arm64]`)
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(why: string): UserError {
  return new UserError(`input 'images': ${why}`)
}
