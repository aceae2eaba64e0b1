import { UserError } from '../../../../toolkit/action/errors.ts'
import type { Reply } from '../../../../toolkit/http/request.ts'
import { type AppName, qualified } from '../given.ts'

/** An Argo CD that refuses or fails. */
export class ArgoError extends UserError {
  /** 0 where no answer came. */
  readonly status: number
  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

/** Whether the server fails, is overrun, gave up waiting, or cannot be reached. */
export function isDown(thrown: unknown): boolean {
  return thrown instanceof ArgoError && (thrown.status === 0 || isBroken(thrown.status))
}

function isBroken(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/**
 * Whether the same request may be answered later. Argo CD refuses with 403 also those who may, while its own Kubernetes
 * fails it, and of an application that is yet to be made.
 */
export function mayPass(thrown: unknown): boolean {
  return isDown(thrown) || (thrown instanceof ArgoError && (thrown.status === 403 || thrown.status === 404))
}

/**
 * The JSON of an answer.
 * @throws ArgoError where it is a refusal, a redirect, a web page or no JSON.
 */
export function readAnswer(server: string, application: AppName, reply: Reply): object {
  const { status, headers, body } = reply
  if (status >= 300 && status < 400)
    throw new ArgoError(
      `${server} redirects to ${withoutLogin(headers.location ?? 'nowhere')}, and the token is not sent there; give the address of Argo CD itself as 'server'`,
      status,
    )
  if (status >= 400) throw refusal(server, application, reply)
  if (/^text\/html/.test(headers['content-type'] ?? ''))
    throw new ArgoError(
      `${server} answers with a web page in place of data; check the path in 'server', and whether a proxy with a login of its own stands before Argo CD`,
      status,
    )
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Cut off on the way, or no Argo CD at all.
  }
  throw new ArgoError(`${server} answers with something that is no JSON; is it Argo CD?`, 502)
}

function refusal(server: string, application: AppName, { status, body }: Reply): ArgoError {
  const said = messageIn(body)
  const because = (why: string) =>
    new ArgoError(`${server} answered ${status}${said && ` (${said})`}: ${why}`, status)
  const name = qualified(application)
  if (status === 401)
    return because("the token is invalid or has expired; make a new one, and give it as 'token'")
  // Argo CD tells those who may not see an application the same as of one that is not there.
  if (status === 403)
    return because(
      `either there is no application '${name}', or the token may not see it; check name and namespace, and that a policy of the token's account or role says 'applications, get, PROJECT/${name}, allow'`,
    )
  if (status === 404)
    return because(
      said === ''
        ? "there is no API of Argo CD at this address; check it, and its path, in 'server'"
        : `there is no application '${name}'; check its name and namespace`,
    )
  return because(isBroken(status) ? 'it is broken at the moment' : 'it refused')
}

function messageIn(body: Buffer): string {
  try {
    const { message, error } = JSON.parse(body.toString('utf8'))
    return String(message ?? error ?? '')
      .replace(/\s+/g, ' ')
      .slice(0, 300)
  } catch {
    return ''
  }
}

function withoutLogin(location: string): string {
  return location.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//')
}
