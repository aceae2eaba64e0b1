import { fullName, isDigest, isName, isTag, parseReference } from '../../../toolkit/oci/reference.ts'

/** An image to deploy: a tag, a digest or both. */
export interface ImageUpdate {
  /** The repository with its registry, in the one full spelling: `docker.io/library/nginx`. */
  readonly repository: string
  /** The repository as the user wrote it. */
  readonly name: string
  readonly tag?: string
  readonly digest?: string
}

/**
 * Whether text that is no readable YAML names the repository: its whole path stands there, after its registry, after a
 * template's `{{ … }}/`, or with no registry at all. `acme/webhook` and `other/web` do not name `acme/web`.
 */
export function isNamedIn(text: string, image: Pick<ImageUpdate, 'repository'>): boolean {
  return namedAt(text, image) !== undefined
}

/** The offset at which text names the repository for the first time, as in `isNamedIn`; undefined where it does not. */
export function namedAt(text: string, { repository }: Pick<ImageUpdate, 'repository'>): number | undefined {
  const slash = repository.indexOf('/')
  const [domain, path] = [repository.slice(0, slash), repository.slice(slash + 1)]
  const onHub = domain === 'docker.io'
  const registry = onHub
    ? '(?:(?:(?:index|registry-1)\\.)?docker\\.io/)?(?:library/)?'
    : `(?:${escaped(domain)}/)?`
  const name = escaped(onHub ? path.replace(/^library\//, '') : path)
  return new RegExp(`(?:(?<![\\w./-])${registry}|(?<=\\}/))${name}(?![\\w/-]|\\.\\w)`).exec(text)?.index
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/**
 * Reads the input `images`: the JSON that build-push gives out, or lines `repository:tag[@digest]`.
 * @throws Error naming the entry and what to write instead.
 */
export function parseImages(text: string): ImageUpdate[] {
  const updates = /^(?:\{|\[\s*(?:[\]{"]|$))/.test(text) ? parseJson(text) : parseLines(text)
  if (updates.length === 0) throw new Error('the list is empty; name at least one image')
  const seen = new Map<string, ImageUpdate>()
  for (const update of updates) {
    const twin = seen.get(update.repository)
    if (twin && (twin.tag !== update.tag || twin.digest !== update.digest))
      throw new Error(`'${update.name}' is listed twice with different tags; keep one`)
    seen.set(update.repository, update)
  }
  return [...seen.values()]
}

function parseLines(text: string): ImageUpdate[] {
  const lines = text.split(/\r?\n/).map(line => line.trim())
  return lines
    .filter(line => line !== '')
    .map(line => {
      const reference = parseReference(line)
      if (!reference)
        throw new Error(`'${line}' is no image reference; write repository:tag or repository:tag@sha256:…`)
      return checked(reference.name, reference.tag, reference.digest, line)
    })
}

function parseJson(text: string): ImageUpdate[] {
  const entries = readJson(text)
  return (Array.isArray(entries) ? entries : [entries]).map(entry => {
    const shown = JSON.stringify(entry)
    if (typeof entry !== 'object' || entry === null)
      throw new Error(`${shown} is no object with a repository and a tag`)
    const { repository, ref, tag, digest } = entry as Record<string, unknown>
    const reference = typeof ref === 'string' ? parseReference(ref) : undefined
    const name = reference?.name ?? repository
    if (typeof name !== 'string') throw new Error(`${shown} has no repository`)
    if (typeof tag === 'number') throw new Error(`${shown} has a tag that is no text; put it in quotes`)
    return checked(name, textOf(tag) ?? reference?.tag, textOf(digest) ?? reference?.digest, shown)
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new Error(
      `it starts like JSON but is none (${(thrown as Error).message}); pass the images output of build-push as it is`,
    )
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function checked(
  name: string,
  tag: string | undefined,
  digest: string | undefined,
  shown: string,
): ImageUpdate {
  if (!isName(name))
    throw new Error(`'${name}' is no repository name: lower-case letters, digits and . _ - / only`)
  if (tag === undefined && digest === undefined)
    throw new Error(`'${shown}' has neither a tag nor a digest; write ${name}:tag`)
  if (tag !== undefined && !isTag(tag))
    throw new Error(`'${tag}' is no tag: letters, digits and . _ - only, at most 128`)
  if (digest !== undefined && !isDigest(digest))
    throw new Error(`'${digest}' is no digest: sha256: and 64 hex digits`)
  return {
    repository: fullName(name),
    name,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  }
}
