import {
  Agent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What is done to requests instead of, or before, passing them on. */
export interface Fault {
  /** Only requests with this method; default: any. */
  readonly method?: string
  /** Only requests whose path and query match; default: any. */
  readonly path?: RegExp
  /** How often it strikes; default: always. */
  readonly times?: number
  /** Milliseconds to wait first. */
  readonly delayMs?: number
  /** Answer this, and do not pass the request on. */
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: string
  /** Never answer. */
  readonly hang?: true
  /** Cut the connection after the request's head. */
  readonly cut?: true
}

/** A request as it came, and what was answered. */
export interface RecordedRequest {
  readonly method: string
  readonly host: string
  /** Path and query. */
  readonly path: string
  readonly authorized: boolean
  /** 0 until answered, and where the connection was cut. */
  status: number
}

/** Requests that pass through: recorded, and disturbed where a fault says so. */
export interface RecordingProxy {
  readonly listener: RequestListener
  readonly requests: RecordedRequest[]
  fault(fault: Fault): void
  /** Ends all faults. */
  heal(): void
}

/** A proxy in front of whatever answers the requests that no fault keeps. */
export function recordingProxy(next: RequestListener): RecordingProxy {
  const requests: RecordedRequest[] = []
  let faults: { fault: Fault; left: number }[] = []
  const strike = (incoming: IncomingMessage): Fault | undefined => {
    const active = faults.find(({ fault, left }) => left > 0 && concerns(fault, incoming))
    if (active) active.left--
    return active?.fault
  }
  return {
    requests,
    fault: fault => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    heal: () => {
      faults = []
    },
    listener: (incoming, outgoing) => {
      const record = recorded(incoming)
      requests.push(record)
      outgoing.once('finish', () => {
        record.status = outgoing.statusCode
      })
      handle(incoming, outgoing, strike(incoming), next).catch(() => incoming.socket.destroy())
    },
  }
}

function concerns(fault: Fault, { method, url = '' }: IncomingMessage): boolean {
  return (fault.method === undefined || fault.method === method) && (fault.path?.test(url) ?? true)
}

function recorded({ method = '', url = '', headers }: IncomingMessage): RecordedRequest {
  return {
    method,
    host: headers.host ?? '',
    path: url,
    authorized: headers.authorization !== undefined,
    status: 0,
  }
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: Fault | undefined,
  next: RequestListener,
): Promise<void> {
  if (fault?.delayMs) await sleep(fault.delayMs)
  if (fault?.hang) return
  if (fault?.cut) {
    incoming.socket.destroy()
    return
  }
  if (fault?.status !== undefined) {
    // A client that is still sending would see a reset instead of the answer.
    incoming.resume()
    outgoing.writeHead(fault.status, fault.headers ?? {}).end(fault.body ?? '')
    return
  }
  next(incoming, outgoing)
}

/** Where a server listens: a unix socket, or a port of 127.0.0.1. */
export type Target = { readonly socketPath: string } | { readonly port: number }

const once = new Agent({ keepAlive: false })

/**
 * A request like the one that came, with its own Host header, on a connection of its own: a kept one may be closed by
 * the server in the moment it is used again. The server is asked to keep it all the same: one that closes it after its
 * answer may do so before Node's last, empty write, which then hides the answer (EPIPE).
 */
export function onward(
  target: Target,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  answered: (answer: IncomingMessage) => void,
): ClientRequest {
  const kept = { ...endToEnd(headers), connection: 'keep-alive' }
  return request({ host: '127.0.0.1', ...target, method, path: url, headers: kept, agent: once }, answered)
}

/** Passes requests on to a server, with their own Host header. */
export function passTo(target: Target): RequestListener {
  return (incoming, outgoing) => {
    const passed = onward(target, incoming, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers))
      answer.pipe(outgoing)
    })
    passed.once('error', () => incoming.socket.destroy())
    incoming.once('error', () => passed.destroy())
    incoming.pipe(passed)
  }
}

/** The headers that are not about one connection alone (RFC 9110, 7.6.1). */
export function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _, 'keep-alive': __, ...rest } = headers
  return rest
}

/** Serves on a free port of 127.0.0.1 until disposed of, which also cuts requests that hang. */
export async function serveOnLoopback(server: Server): Promise<AsyncDisposable & { port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  // A tunnel (CONNECT) is no longer the server's own connection, so it would not close it.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise(resolve => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
