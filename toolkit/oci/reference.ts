/**
 * Names of images, after the grammar of github.com/distribution/reference:
 * `[domain[:port]/]path[:tag][@algorithm:hex]`.
 */

/** An image reference in its parts. */
export interface Reference {
  /** Domain and path as they were written: `nginx`, `ghcr.io/acme/app`. */
  readonly name: string
  readonly tag?: string
  /** `sha256:…` */
  readonly digest?: string
}

const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const DOMAIN = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?'
const NAME = new RegExp(`^(?:${DOMAIN}/)?${COMPONENT}(?:/${COMPONENT})*$`)
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const LONGEST_NAME = 255

/** Whether the text can be a tag. */
export function isTag(text: string): boolean {
  return TAG.test(text)
}

/** Whether the text is a whole digest, `sha256:` or `sha512:` and its hex digits. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text)
}

/** Whether the text can name a repository, with or without a registry before it. */
export function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME.test(text)
}

/** The parts of a reference; undefined where the text is none. The digest may be cut short, as examples have it. */
export function parseReference(text: string): Reference | undefined {
  const at = text.indexOf('@')
  const digest = at < 0 ? undefined : text.slice(at + 1)
  const rest = at < 0 ? text : text.slice(0, at)
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1)
  const tag = colon < 0 ? undefined : rest.slice(colon + 1)
  const name = colon < 0 ? rest : rest.slice(0, colon)
  if (!isName(name) || (tag !== undefined && !isTag(tag))) return undefined
  if (digest !== undefined && !/^[a-z0-9+._-]+:[0-9a-f]+$/.test(digest)) return undefined
  return { name, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }
}

/** A reference as text. */
export function formatReference({ name, tag, digest }: Reference): string {
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

/** The one full spelling of a name: `nginx`, `docker.io/nginx` and `index.docker.io/library/nginx` are the same. */
export function fullName(name: string): string {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const hasDomain = first === 'localhost' || /[.:A-Z]/.test(first)
  const domain = hasDomain ? first.toLowerCase() : 'docker.io'
  const path = hasDomain ? name.slice(slash + 1) : name
  if (!/^(?:(?:index|registry-1)\.)?docker\.io$/.test(domain)) return `${domain}/${path}`
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`
}

/** The last part of a name's path: the one part that stands in every spelling of it. */
export function lastComponent(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
