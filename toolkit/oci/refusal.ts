import { UserError } from '../action/errors.ts'
import type { Reply } from '../http/request.ts'

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

/** The JSON object in an answer. @throws RegistryError where it is none. */
export function parseJson(host: string, body: Buffer): object {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Falls through to the same complaint.
  }
  throw new RegistryError(`${host} answered with something that is no JSON object; is it a registry?`, 200)
}

const meanings: Record<number, string> = {
  401: 'it does not accept the user name and password (or wants some); check the inputs username and password',
  403: 'this user may not do that; give it the right to pull from and push to this repository',
  429: 'too many requests; try again later, or log in to get a higher limit',
}

/** What a refusal means, in words that help. */
export function refusal(host: string, path: string, reply: Reply): RegistryError {
  const meaning = meanings[reply.status] ?? kindOf(reply.status)
  const said = errorText(reply.body)
  return new RegistryError(
    `registry ${host} answered ${reply.status} for ${path}: ${meaning}${said && `. It says: ${said}`}`,
    reply.status,
    retryAfter(reply.headers['retry-after']),
  )
}

function kindOf(status: number): string {
  if (status >= 500) return 'it is broken at the moment; try again later'
  return status < 400 ? 'it sends us elsewhere; check the input registry' : 'it refused'
}

/** Whether a refusal says that there is no such repository, and not only no such image. */
export function isRepositoryMissing(body: Buffer): boolean {
  return errorIn(body).code === 'NAME_UNKNOWN'
}

function errorText(body: Buffer): string {
  const { message = '' } = errorIn(body)
  return String(message).slice(0, 300)
}

/** The first error of an answer, as the distribution spec has it; Docker Hub puts some texts elsewhere. */
function errorIn(body: Buffer): { readonly code?: unknown; readonly message?: unknown } {
  try {
    const { errors, details } = JSON.parse(body.toString('utf8'))
    const [first] = errors ?? []
    return { code: first?.code, message: first?.message ?? details ?? '' }
  } catch {
    return {}
  }
}

/** Retry-After (RFC 9110, 10.2.3) is a number of seconds or a date; at most a minute is waited. */
export function retryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), 60_000)
}
