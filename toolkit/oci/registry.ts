import { createHash } from 'node:crypto'
import { ConnectionError, type HttpRequest, httpSender, isLocal, type Reply } from '../http/request.ts'
import { retry } from '../retry/retry.ts'
import { authenticated, type Credentials, type IdentityToken } from './authentication.ts'
import { MANIFEST_TYPES, type Manifest } from './manifest.ts'
import { isRepositoryMissing, parseJson, RegistryError, refusal } from './refusal.ts'

export type { Credentials, IdentityToken } from './authentication.ts'

/** The part of the registry API (opencontainers/distribution-spec) that deploying needs. */
export interface Registry {
  /**
   * The manifest or index behind a tag or digest; undefined where there is none (also where the repository is missing,
   * unless that is an error).
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
  readonly credentials?: Credentials | IdentityToken
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Milliseconds that one request may take; default 10 s. */
  readonly timeout?: number
  /** What to do about a repository that is missing, in words, where that is an error: ECR makes none by itself. */
  readonly missingRepository?: string
  /** How often a request is tried where trying again may help; default 3. */
  readonly attempts?: number
}

const REMEDIES = {
  distrusted:
    'have NODE_EXTRA_CA_CERTS name a file with its authority, and let the container engine trust it, too',
  absent: 'only registries on localhost may do without',
}

/** A client of one registry; logs in where the registry asks for it. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const { send, close } = await httpSender({
    ...options,
    timeout: options.timeout ?? 10_000,
    remedies: REMEDIES,
  })
  const server = options.host === 'docker.io' ? 'registry-1.docker.io' : options.host
  const base = new URL(`${isLocal(server.replace(/:\d+$/, '')) ? 'http' : 'https'}://${server}/v2/`)
  const ask = authenticated(send, options)

  const call = (path: string, rest: string, request: HttpRequest = {}) =>
    retry(
      async () => {
        const reply = await ask(new URL(`${path}/${rest}`, base), path, request)
        if (reply.status >= 300 && reply.status !== 404) throw refusal(options.host, path, reply)
        return reply
      },
      { attempts: options.attempts ?? 3, delay: 1_000, retryable, signal: options.signal },
    )

  return {
    async manifest(path, reference) {
      const reply = await call(path, `manifests/${reference}`, {
        headers: { accept: MANIFEST_TYPES.join(', ') },
      })
      if (reply.status !== 404) return readManifest(options.host, path, reply)
      if (options.missingRepository !== undefined && isRepositoryMissing(reply.body))
        throw new RegistryError(
          `there is no repository '${path}' in ${options.host}; ${options.missingRepository}`,
          404,
        )
      return undefined
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
