import type { Agent, IncomingMessage, RequestOptions } from 'node:http'
import { UserError } from '../action/errors.ts'

/** What a server answered. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export interface HttpRequest {
  readonly method?: 'GET' | 'HEAD' | 'PUT' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Milliseconds that it may take in all, where that is less than the sender allows. */
  readonly timeout?: number
}

/** Sends one request; redirects are for the caller to follow. */
export type Send = (url: URL, request?: HttpRequest) => Promise<Reply>

/** A server that gave no (complete) answer: unreachable, cut off or silent. Trying again may help. */
export class ConnectionError extends UserError {}

// What Node calls certificates that it does not trust.
const DISTRUST = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)|DEPTH_ZERO_SELF|SELF_SIGNED)/

/** What to do where HTTPS does not work with a server, a clause each. */
export interface HttpsRemedies {
  /** Its certificate is not trusted. */
  readonly distrusted: string
  /** It does not speak HTTPS. */
  readonly absent: string
}

/** Why HTTPS does not work with a server, and what to do; undefined for other failures, which may pass. */
export function httpsProblem(
  { code = '', message }: NodeJS.ErrnoException,
  remedies: HttpsRemedies,
): string | undefined {
  if (DISTRUST.test(code))
    return `has a certificate that is not trusted here (${message}); ${remedies.distrusted}`
  if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER')
    return `does not speak HTTPS; ${remedies.absent}`
  return undefined
}

interface SenderOptions {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Milliseconds that a request may take in all. */
  readonly timeout: number
  /** Bytes that an answer may have; default: 8 MiB. */
  readonly largestBody?: number
  /** Certificates in PEM to trust besides those that are trusted anyway. */
  readonly ca?: string | undefined
  readonly remedies: HttpsRemedies
}

const LARGEST_BODY = 8 * 1024 * 1024

/**
 * HTTP with kept connections, through HTTPS_PROXY, HTTP_PROXY and NO_PROXY of `env` (never for this machine itself,
 * as in Go's programs, so that docker and we agree).
 * @throws ConnectionError where no complete answer came, UserError where HTTPS cannot work; each `Send` also rejects when `signal` aborts.
 */
export async function httpSender(options: SenderOptions): Promise<{ send: Send; close: () => void }> {
  const agents = new Map<string, Agent>()
  const trusted = options.ca === undefined ? undefined : await withOwn(options.ca)
  const modules = { 'http:': () => import('node:http'), 'https:': () => import('node:https') }
  const send: Send = async (url, request = {}) => {
    options.signal.throwIfAborted()
    const protocol = url.protocol === 'http:' ? 'http:' : 'https:'
    const http = await modules[protocol]()
    const proxied = !isLocal(url.hostname)
    const key = `${protocol} ${proxied}`
    const agent =
      agents.get(key) ??
      new http.Agent({
        keepAlive: true,
        ...(proxied && { proxyEnv: options.env }),
        ...(protocol === 'https:' && trusted && { ca: trusted }),
      })
    agents.set(key, agent)
    return answer(http.request, url, request, { ...options, agent })
  }
  return {
    send,
    close() {
      for (const agent of agents.values()) agent.destroy()
    },
  }
}

/** Whether a host name (without its port) is this machine: there plain HTTP is no risk, and no proxy stands between. */
export function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

type Start = (
  url: URL,
  options: RequestOptions,
  onReply: (reply: IncomingMessage) => void,
) => import('node:http').ClientRequest

function answer(
  start: Start,
  url: URL,
  request: HttpRequest,
  options: SenderOptions & { readonly agent: Agent },
): Promise<Reply> {
  const timeout = Math.min(options.timeout, request.timeout ?? Number.POSITIVE_INFINITY)
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const fail = (why: string) => reject(new ConnectionError(`${url.host} ${why}`))
  const sent = start(
    url,
    {
      method: request.method ?? 'GET',
      headers: { 'user-agent': 'gitops-actions', ...request.headers },
      agent: options.agent,
    },
    reply => {
      collect(reply, options.largestBody ?? LARGEST_BODY).then(resolve, thrown =>
        fail(`broke off its answer: ${thrown.message}`),
      )
    },
  )
  const silent = setTimeout(() => {
    fail(`gave no answer within ${Math.round(timeout / 10) / 100} s`)
    sent.destroy()
  }, timeout)
  const cancel = () => {
    reject(options.signal.reason)
    sent.destroy()
  }
  options.signal.addEventListener('abort', cancel)
  sent.on('error', (thrown: NodeJS.ErrnoException) => {
    const problem = httpsProblem(thrown, options.remedies)
    if (problem === undefined) fail(`cannot be reached: ${thrown.message || thrown.code}`)
    else reject(new UserError(`${url.host} ${problem}`))
  })
  sent.end(request.body)
  return promise.finally(() => {
    clearTimeout(silent)
    options.signal.removeEventListener('abort', cancel)
  })
}

/** Certificates of one's own take the place of the trusted ones unless these are named, too. */
async function withOwn(ca: string): Promise<string[]> {
  const { getCACertificates } = await import('node:tls')
  return [...getCACertificates('default'), ca]
}

async function collect(reply: IncomingMessage, largest: number): Promise<Reply> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of reply) {
    size += (chunk as Buffer).length
    if (size > largest) throw new Error(`it is larger than ${largest} bytes`)
    chunks.push(chunk as Buffer)
  }
  const headers = Object.fromEntries(
    Object.entries(reply.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
  return { status: reply.statusCode ?? 0, headers, body: Buffer.concat(chunks) }
}
