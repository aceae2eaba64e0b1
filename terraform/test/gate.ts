import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { serveOnLoopback } from '../../test/support/services/recording-proxy.ts'
import { isAllowed } from './policy.ts'
import type { Statement } from './roles.ts'
import { wishesOf } from './wishes.ts'

/** A fake AWS behind a gate that lets through what the asking role's policy allows. */
export interface Gate extends AsyncDisposable {
  readonly url: string
  /** What was not allowed, `plan: ec2:RunInstances on *`, and what was not understood. */
  readonly refused: string[]
}

/** @param policies by role; who asks says so by an access key with the role's name. */
export async function startGate(
  aws: string,
  policies: Readonly<Record<string, readonly Statement[]>>,
): Promise<Gate> {
  const refused: string[] = []
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch((thrown: unknown) => {
      refused.push(String(thrown))
      outgoing.writeHead(500).end(String(thrown))
    })
  })
  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming
    const sent = Buffer.concat(await incoming.toArray())
    const { who, wishes } = wishesOf({
      method,
      url,
      authorization: headers.authorization ?? '',
      body: sent.toString(),
      target: headers['x-amz-target']?.toString(),
    })
    const unmet = wishes.find(
      wish => wish.action !== 'sts:GetCallerIdentity' && !isAllowed(policies[who] ?? [], wish),
    )
    if (unmet) {
      refused.push(`${who}: ${unmet.action} on ${unmet.resource}`)
      outgoing
        .writeHead(403, { 'content-type': 'text/xml' })
        .end(denial(unmet.action, wishes[0]?.action ?? ''))
      return
    }
    const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...kept } = headers
    const answer = await fetch(`${aws}${url}`, {
      method,
      headers: kept as Record<string, string>,
      ...(sent.length > 0 && { body: sent }),
    })
    const {
      'content-encoding': _____,
      'transfer-encoding': ______,
      ...told
    } = Object.fromEntries(answer.headers)
    outgoing.writeHead(answer.status, told).end(Buffer.from(await answer.arrayBuffer()))
  }
  const front = await serveOnLoopback(server)
  return {
    url: `http://127.0.0.1:${front.port}`,
    refused,
    [Symbol.asyncDispose]: () => front[Symbol.asyncDispose](),
  }
}

/** Each service says it in another form. */
function denial(unmet: string, asked: string): string {
  const error = `<Error><Code>AccessDenied</Code><Message>not allowed: ${unmet}</Message></Error>`
  if (asked.startsWith('s3:')) return error
  return asked.startsWith('ec2:')
    ? `<Response><Errors>${error}</Errors></Response>`
    : `<ErrorResponse>${error}</ErrorResponse>`
}
