/** A fake Argo CD: applications that follow git, behind the API as Argo CD describes it. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createFaults, type Fault } from '../github/faults.ts'
import { createRouter } from '../github/router.ts'
import type { Certificate } from '../services/certificate.ts'
import { type ApplicationOptions, createApplication, type FakeApplication } from './application.ts'
import { argocdContract } from './contract.ts'
import { OPERATIONS } from './routes.ts'

/** A running server; disposing stops it, and throws where the contract was broken. */
export interface FakeArgoCD extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, with TLS `https://localhost:PORT`. */
  readonly url: string
  /** A token that may see every application. */
  readonly token: string
  /** `METHOD /path?query` of all that was asked. */
  readonly requests: readonly string[]
  readonly violations: readonly string[]
  application(options: ApplicationOptions): FakeApplication
  /** As `argocd app delete`. */
  remove(application: FakeApplication): void
  /** Lets something go wrong for requests to come. */
  fault(fault: Fault): void
}

interface Reply {
  readonly status: number
  readonly body: unknown
}

// As grpc-gateway writes a refusal (google.rpc.Code).
const refused = (status: number, code: number, message: string): Reply => ({
  status,
  body: { error: message, code, message },
})
const DENIED = refused(403, 7, 'permission denied')
const NO_SESSION = refused(401, 16, 'invalid session: token has invalid claims: token is expired')

/** Starts it on a free port; with a certificate it speaks TLS. */
export async function startArgoCD({ certificate }: { certificate?: Certificate } = {}): Promise<FakeArgoCD> {
  const applications = new Map<string, FakeApplication>()
  const token = `argocd.${randomBytes(24).toString('base64url')}.signature`
  const [requests, violations]: [string[], string[]] = [[], []]
  const faults = createFaults()
  const contract = argocdContract()
  const match = createRouter<keyof typeof OPERATIONS>(
    Object.fromEntries(Object.entries(OPERATIONS).map(([key, operation]) => [operation, key])) as never,
  )

  const answer = async (request: IncomingMessage, url: URL): Promise<Reply> => {
    const route = match(request.method ?? '', url.pathname)
    if (route === undefined) {
      violations.push(`${request.method} ${url.pathname} is not served; add the route or ask for less`)
      return refused(404, 5, 'Not Found')
    }
    const operation = OPERATIONS[route.handler]
    const problems = contract.request(operation, route.params, url.searchParams)
    violations.push(...problems.map(problem => `request of ${operation}: ${problem}`))
    const reply = await serve(route.handler, request, Object.values(route.params)[0] ?? '', url.searchParams)
    const wrong = contract.reply(operation, reply.status, reply.body)
    violations.push(...wrong.map(problem => `reply of ${operation} (${reply.status}): ${problem}`))
    return reply
  }
  const serve = async (
    route: keyof typeof OPERATIONS,
    { headers }: IncomingMessage,
    name: string,
    query: URLSearchParams,
  ): Promise<Reply> => {
    if (headers.authorization !== `Bearer ${token}`) return NO_SESSION
    const application = applications.get(`${query.get('appNamespace') || 'argocd'}/${name}`)
    // Argo CD does not tell who may not see an application whether there is one.
    if (application === undefined) return DENIED
    if (route === 'tree') return { status: 200, body: application.tree() }
    if (route === 'events') return { status: 200, body: application.events(query.get('resourceUID') ?? '') }
    if (query.has('refresh')) await application.refresh()
    return { status: 200, body: application.view() }
  }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [method, path] = [request.method ?? '', request.url ?? '']
    requests.push(`${method} ${path}`)
    const fault = faults.take(method, path)
    if (fault?.delayMs) await sleep(fault.delayMs, undefined, { ref: false })
    if (fault?.cut === true) return void response.destroy()
    const reply =
      fault?.status === undefined
        ? await answer(request, new URL(path, 'http://argocd'))
        : { status: fault.status, body: fault.body ?? refused(fault.status, 2, 'it broke').body }
    const isText = typeof reply.body === 'string'
    const text = isText ? (reply.body as string) : JSON.stringify(reply.body)
    response.writeHead(reply.status, {
      'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
      'content-length': Buffer.byteLength(text),
      ...fault?.headers,
    })
    if (fault?.cut === 'after') response.write(text.slice(0, text.length / 2), () => response.destroy())
    else response.end(text)
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => void handle(request, response)
  const server = certificate ? createTlsServer(certificate, listener) : createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: certificate ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    token,
    requests,
    violations,
    application(options) {
      const made = createApplication(options)
      applications.set(`${made.namespace}/${made.name}`, made)
      return made
    },
    remove(application) {
      application.stop()
      applications.delete(`${application.namespace}/${application.name}`)
    },
    fault: fault => faults.add(fault),
    async [Symbol.asyncDispose]() {
      for (const application of applications.values()) application.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      if (violations.length > 0)
        throw new Error(`Argo CD's API contract was broken:\n${violations.join('\n')}`)
    },
  }
}
