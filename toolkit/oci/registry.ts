import { createHash } from 'node:crypto'
import { UserError } from '../action/errors.ts'
import { retry } from '../retry/retry.ts'
import { type Challenge, parseChallenge } from './challenge.ts'
import { MANIFEST_TYPES, type Manifest } from './manifest.ts'
import { ConnectionError, type HttpRequest, httpSender, isLocal, type Reply, type Send } from './request.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** A registry that refused or failed. */
export class RegistryError extends UserError {
  readonly status: number
  /** Milliseconds that the registry asks us to wait. */
  readonly retryAfter: number | undefined
  constructor(message: string, status: number, retryAfter?: number) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** The part of the registry API (opencontainers/distribution-spec) that deploying needs. */
export interface Registry {
  /**
   * The manifest or index behind a tag or digest; undefined where there is none (also where the repository is missing).
   * @throws RegistryError, ConnectionError
   */
  manifest(path: string, reference: string): Promise<Manifest | undefined>
  /** A blob as JSON, such as an image's config. */
  json(path: string, digest: string): Promise<unknown>
  /** Gives a manifest that the repository holds another tag. */
  tag(path: string, tag: string, manifest: Manifest): Promise<void>
  /** Ends kept connections. */
  close(): void
}

export interface RegistryOptions {
  /** As in references: `docker.io`, `localhost:5000`. */
  readonly host: string
  readonly credentials?: Credentials
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Milliseconds that one request may take; default 10 s. */
  readonly timeout?: number
  /** How often a request is tried where trying again may help; default 3. */
  readonly attempts?: number
}

/** A client of one registry; logs in where the registry asks for it. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const { send, close } = await httpSender({ ...options, timeout: options.timeout ?? 10_000 })
  const server = options.host === 'docker.io' ? 'registry-1.docker.io' : options.host
  const base = new URL(`${isLocal(server.replace(/:\d+$/, '')) ? 'http' : 'https'}://${server}/v2/`)
  const ask = authenticated(send, options)

  const call = (path: string, rest: string, request: HttpRequest = {}) =>
    retry(
      async () => {
        const reply = await ask(new URL(`${path}/${rest}`, base), path, request)
        if (reply.status >= 400 && reply.status !== 404) throw refusal(options.host, path, reply)
        return reply
      },
      { attempts: options.attempts ?? 3, delay: 1_000, retryable, signal: options.signal },
    )

  return {
    async manifest(path, reference) {
      const reply = await call(path, `manifests/${reference}`, {
        headers: { accept: MANIFEST_TYPES.join(', ') },
      })
      return reply.status === 404 ? undefined : readManifest(options.host, path, reply)
    },
    async json(path, digest) {
      const reply = await call(path, `blobs/${digest}`)
      if (reply.status === 404)
        throw new RegistryError(`${options.host} has no blob ${digest} in ${path}`, 404)
      return parseJson(options.host, reply.body)
    },
    async tag(path, tag, { bytes, mediaType }) {
      await call(path, `manifests/${tag}`, {
        method: 'PUT',
        headers: { 'content-type': mediaType },
        body: bytes,
      })
    },
    close,
  }
}

/** Whether trying again may help, and when: the server is busy or broken, or the connection was. Never for refusals. */
export function retryable(thrown: unknown): boolean | number {
  if (thrown instanceof ConnectionError) return true
  if (!(thrown instanceof RegistryError)) return false
  if (thrown.status !== 429 && thrown.status < 500) return false
  return thrown.retryAfter ?? true
}

/** Sends, answers a challenge once, follows redirects without carrying credentials to other hosts. */
function authenticated(send: Send, { host, credentials }: RegistryOptions) {
  const proofs = new Map<string, string>()
  const prove = async (challenge: Challenge, url: URL, path: string) => {
    if (challenge.scheme === 'bearer')
      return `Bearer ${await fetchToken(send, url, path, challenge, { host, credentials })}`
    return credentials && basicAuth(credentials)
  }
  return async (url: URL, path: string, request: HttpRequest): Promise<Reply> => {
    const sendWith = (authorization: string | undefined) =>
      send(url, { ...request, headers: { ...request.headers, ...(authorization && { authorization }) } })
    const known = proofs.get(path)
    const first = await sendWith(known)
    if (first.status !== 401) return followed(send, url, first)
    const challenge = parseChallenge(first.headers['www-authenticate'])
    const proof = challenge && (await prove(challenge, url, path))
    if (proof === undefined || proof === known) return first
    proofs.set(path, proof)
    return followed(send, url, await sendWith(proof))
  }
}

async function followed(send: Send, from: URL, reply: Reply): Promise<Reply> {
  let current = reply
  let url = from
  for (let hops = 0; hops < 5 && current.status >= 300 && current.status < 400; hops++) {
    const location = current.headers.location
    if (location === undefined) break
    url = new URL(location, url)
    // Signed addresses of a blob store: they carry their own proof, and refuse any other.
    current = await send(url)
  }
  return current
}

/** The token dance of distribution/distribution, docs "Token Authentication Specification". */
async function fetchToken(
  send: Send,
  registry: URL,
  path: string,
  challenge: Extract<Challenge, { scheme: 'bearer' }>,
  { host, credentials }: { host: string; credentials: Credentials | undefined },
): Promise<string> {
  const realm = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined
  if (realm === undefined || (realm.protocol !== 'https:' && registry.protocol === 'https:'))
    throw new RegistryError(
      `${host} sends us to '${challenge.realm}' for a token, which is no https address`,
      401,
    )
  if (challenge.service !== undefined) realm.searchParams.set('service', challenge.service)
  realm.searchParams.set('scope', `repository:${path}:${credentials ? 'pull,push' : 'pull'}`)
  const reply = await send(realm, credentials ? { headers: { authorization: basicAuth(credentials) } } : {})
  if (reply.status >= 400) throw refusal(host, path, reply)
  const { token, access_token } = parseJson(host, reply.body) as { token?: string; access_token?: string }
  const found = token ?? access_token
  if (found === undefined) throw new RegistryError(`${host} gave no token for ${path}`, reply.status)
  return found
}

function basicAuth({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function readManifest(host: string, path: string, reply: Reply): Manifest {
  const digest = `sha256:${createHash('sha256').update(reply.body).digest('hex')}`
  const said = reply.headers['docker-content-digest']
  if (said?.startsWith('sha256:') && said !== digest)
    throw new RegistryError(
      `${host} sent a manifest of ${path} that is not the one it names: ${said}`,
      reply.status,
    )
  const body = parseJson(host, reply.body) as Manifest['body']
  const mediaType = reply.headers['content-type']?.split(';')[0]?.trim() ?? body.mediaType ?? ''
  return { digest, mediaType, bytes: reply.body, body }
}

function parseJson(host: string, body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new RegistryError(`${host} answered with something that is no JSON; is it a registry?`, 200)
  }
}

const meanings: Record<number, string> = {
  401: 'it does not accept the user name and password (or wants some); check the inputs username and password',
  403: 'this user may not do that; give it the right to pull from and push to this repository',
  429: 'too many requests; try again later, or log in to get a higher limit',
}

function refusal(host: string, path: string, reply: Reply): RegistryError {
  const meaning =
    meanings[reply.status] ??
    (reply.status >= 500 ? 'it is broken at the moment; try again later' : 'it refused')
  const said = errorText(reply.body)
  return new RegistryError(
    `registry ${host} answered ${reply.status} for ${path}: ${meaning}${said && `. It says: ${said}`}`,
    reply.status,
    retryAfter(reply.headers['retry-after']),
  )
}

function errorText(body: Buffer): string {
  try {
    const { errors, details } = JSON.parse(body.toString('utf8'))
    const [first] = errors ?? []
    return String(first?.message ?? details ?? '').slice(0, 300)
  } catch {
    return ''
  }
}

function retryAfter(header: string | undefined): number | undefined {
  const seconds = Number(header)
  return header !== undefined && seconds >= 0 ? Math.min(seconds, 60) * 1000 : undefined
}
