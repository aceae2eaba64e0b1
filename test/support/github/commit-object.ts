import { createHmac } from 'node:crypto'

/** Who did it and when, as git writes it. */
export interface Identity {
  readonly name: string
  readonly email: string
  /** Seconds since 1970. */
  readonly seconds: number
  /** `+0200` */
  readonly zone: string
}

/** What a commit object says. */
export interface Commit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Identity
  readonly committer: Identity
  readonly message: string
  readonly signature?: string
}

/** The bytes of a commit object. */
export function formatCommit(commit: Commit): string {
  return [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${formatIdentity(commit.author)}`,
    `committer ${formatIdentity(commit.committer)}`,
    ...(commit.signature ? [`gpgsig ${commit.signature.trimEnd().replaceAll('\n', '\n ')}`] : []),
    '',
    commit.message,
  ].join('\n')
}

/** Reads a commit object. */
export function parseCommit(text: string): Commit {
  const end = text.indexOf('\n\n')
  const headers = text
    .slice(0, end)
    .replaceAll('\n ', '\0')
    .split('\n')
    .map(line => {
      const [, key = '', value = ''] = /^(\S+) (.*)$/s.exec(line.replaceAll('\0', '\n')) ?? []
      return { key, value }
    })
  const first = (key: string) => headers.find(header => header.key === key)?.value
  const signature = first('gpgsig')
  return {
    tree: first('tree') ?? '',
    parents: headers.filter(header => header.key === 'parent').map(header => header.value),
    author: parseIdentity(first('author') ?? ''),
    committer: parseIdentity(first('committer') ?? ''),
    message: text.slice(end + 2),
    ...(signature !== undefined && { signature }),
  }
}

/** The moment of an identity as the API writes it, always in UTC. */
export function isoDate({ seconds }: Identity): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

/**
 * An identity from the parts that the API takes.
 * @param date ISO 8601, its zone kept; default: now.
 */
export function identity(name: string, email: string, date?: string): Identity {
  const [, sign = '+', hours = '00', minutes = '00'] = /([+-])(\d\d):?(\d\d)$/.exec(date ?? '') ?? []
  return {
    name,
    email,
    seconds: Math.floor((date === undefined ? Date.now() : Date.parse(date)) / 1000),
    zone: `${sign}${hours}${minutes}`,
  }
}

/** The committer of all that GitHub commits and signs itself. */
export const webFlow = () => identity('GitHub', 'noreply@github.com')

/**
 * Signs as this server: no real key, but a mark that only it can make and that is lost with any change,
 * so "verified" means here what it means on GitHub.
 */
export function sign(commit: Omit<Commit, 'signature'>, key: string): Commit {
  return { ...commit, signature: signatureOf(commit, key) }
}

/** Whether this server signed exactly this commit. */
export function isSigned({ signature, ...unsigned }: Commit, key: string): boolean {
  return signature !== undefined && signature === signatureOf(unsigned, key)
}

function signatureOf(commit: Omit<Commit, 'signature'>, key: string): string {
  const mark = createHmac('sha256', key).update(formatCommit(commit)).digest('base64')
  return `-----BEGIN PGP SIGNATURE-----\n\n${mark}\n-----END PGP SIGNATURE-----`
}

function formatIdentity({ name, email, seconds, zone }: Identity): string {
  return `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}> ${seconds} ${zone}`
}

function parseIdentity(text: string): Identity {
  const [, name = '', email = '', seconds = '0', zone = '+0000'] =
    /^(.*?) ?<(.*)> (\d+) ([+-]\d{4})$/.exec(text) ?? []
  return { name, email, seconds: Number(seconds), zone }
}
