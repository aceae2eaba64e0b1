import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Answer } from './story.ts'

/** How a server is asked under a name that no DNS server here knows. */
export interface Question {
  readonly method?: 'GET' | 'POST'
  /** `https://NAME/PATH`, or `http://…`. */
  readonly url: string
  /** The server's address. */
  readonly at: string
  /** Sent as JSON. */
  readonly body?: object
}

/** An answer with all that was said. */
export interface WholeAnswer extends Answer {
  readonly body: string
}

/** Lines of an answer that are shown. */
const LONGEST = 8

/** Asks over HTTP. Who signed the certificate is not looked at: where there is no Let's Encrypt, the proxy did. */
export async function ask({ method = 'GET', url, at, body }: Question): Promise<WholeAnswer> {
  const { protocol, hostname, pathname } = new URL(url)
  const secure = protocol === 'https:'
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const options = {
    method,
    host: at,
    path: pathname,
    headers: { host: hostname, connection: 'close', ...(sent && { 'content-type': 'application/json' }) },
  }
  const asked = secure
    ? requestHttps({ ...options, servername: hostname, rejectUnauthorized: false })
    : requestHttp(options)
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.setTimeout(10_000, () => asked.destroy(new Error(`${url} gives no answer`)))
    asked.once('response', resolve).once('error', reject).end(sent)
  })
  const whole = await text(answer)
  const leadsTo = answer.headers.location
  return {
    method,
    url,
    status: answer.statusCode ?? 0,
    said: leadsTo === undefined ? beginning(whole) : `→ ${leadsTo}`,
    body: whole,
  }
}

function beginning(body: string): string {
  const lines = body.trimEnd().split('\n')
  return lines.length <= LONGEST ? lines.join('\n') : [...lines.slice(0, LONGEST), '…'].join('\n')
}
