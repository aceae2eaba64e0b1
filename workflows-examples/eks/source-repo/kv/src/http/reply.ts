import type { IncomingMessage } from 'node:http'
import type { Span } from '../telemetry/tracer.ts'

/** What is asked for, as handlers see it. */
export interface Call {
  readonly request: IncomingMessage
  readonly url: URL
  /** What stands at the end of the path, decoded; '' where the route has no such part. */
  readonly key: string
  readonly span: Span
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One way into the service. */
export interface Route {
  readonly method: string
  /** `/kv/{key}` or a plain path; also the route's name in metrics and traces. */
  readonly path: string
  /** Requests of the machinery come often: they are not logged, traced or measured, or nobody would see the others. */
  readonly quiet?: true
  readonly handle: (call: Call) => Reply | Promise<Reply>
}

/** The request is at fault, or cannot be served now. */
export class HttpError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function json(status: number, body: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** The body as text. @throws HttpError where it is longer than so many bytes, or no UTF-8. */
export async function readText(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new HttpError(413, `the body is longer than ${most} bytes`)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new HttpError(400, 'the body is not UTF-8')
  }
}
