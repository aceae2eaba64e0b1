import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { parseTraceparent } from '../telemetry/context.ts'
import { type Log, messageOf } from '../telemetry/log.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { Span, Tracer } from '../telemetry/tracer.ts'
import { HttpError, json, type Reply, type Route } from './reply.ts'

interface World {
  readonly tracer: Tracer
  readonly measure: Measure
  readonly log: Log
}

type Measure = ReturnType<typeof requestMeasure>

export function requestMeasure(metrics: Metrics) {
  return metrics.histogram('http_request_duration_seconds', 'Time to answer a request.')
}

const TOO_LARGE = 413

/** Answers requests by routes, and measures, traces and logs each. */
export function createHttpServer(routes: readonly Route[], { tracer, measure, log }: World): Server {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now()
    const { method = 'GET' } = request
    const url = new URL(request.url ?? '/', 'http://localhost')
    const matches = routes.filter(({ path }) => keyIn(path, url.pathname) !== undefined)
    const route = matches.find(candidate => candidate.method === method)
    // The route's pattern, not the path: keys in names would make a time series each.
    const pattern = matches[0]?.path ?? 'none'
    const parent = parseTraceparent(request.headers.traceparent as string | undefined)
    const attributes = { 'http.request.method': method, 'http.route': pattern, 'url.path': url.pathname }
    const span = tracer.start(`${method} ${pattern}`, 'server', parent, attributes)
    const reply = await answer(route, matches, { request, url, span })
    response.writeHead(reply.status, {
      ...reply.headers,
      ...(reply.status === TOO_LARGE && { connection: 'close' }),
    })
    response.end(reply.body)
    const seconds = (performance.now() - started) / 1000
    if (route?.quiet) return
    measure({ method: route?.method ?? 'other', route: pattern, status: String(reply.status) }, seconds)
    span.set({ 'http.response.status_code': reply.status })
    span.end()
    const { traceId } = span.context
    log('info', 'request', { method, path: url.pathname, status: reply.status, seconds, traceId })
  }

  async function answer(
    route: Route | undefined,
    matches: readonly Route[],
    { request, url, span }: { request: IncomingMessage; url: URL; span: Span },
  ): Promise<Reply> {
    try {
      if (matches.length === 0) throw new HttpError(404, 'no such page')
      if (route === undefined) {
        const allow = matches.map(({ method }) => method).join(', ')
        return {
          ...json(405, { error: `use ${allow}` }),
          headers: { allow, 'content-type': 'application/json' },
        }
      }
      return await route.handle({ request, url, key: decode(keyIn(route.path, url.pathname) ?? ''), span })
    } catch (thrown) {
      const status = thrown instanceof HttpError ? thrown.status : 500
      if (status >= 500) span.fail(messageOf(thrown))
      if (status === 500) log('error', 'crash', { error: (thrown as Error).stack ?? String(thrown) })
      return json(status, { error: status === 500 ? 'internal error' : messageOf(thrown) })
    }
  }

  return createServer((request, response) => {
    serve(request, response).catch((thrown: unknown) => {
      // Most often the client has gone away.
      log('warn', 'no answer could be given', { error: messageOf(thrown) })
      response.destroy()
    })
  })
}

/** The part of a path that stands for `{key}`; '' where they are the same; undefined where they do not match. */
function keyIn(pattern: string, path: string): string | undefined {
  const before = pattern.replace('{key}', '')
  if (before === pattern) return path === pattern ? '' : undefined
  return path.startsWith(before) ? path.slice(before.length) : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new HttpError(400, 'the key is not percent-encoded UTF-8')
  }
}
