import { Refusal } from './refusal.ts'

/** What goes wrong, and for which requests. */
export interface Fault {
  /** Default: any method. */
  readonly method?: string
  /** Matched against path and query as they came, git's requests included: `/acme/shop.git/info/refs?…`. */
  readonly path: RegExp
  /** How many matching requests it meets; default: 1. */
  readonly times?: number
  /** Answered instead of the real answer; without it the request is served (after `delayMs`). */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, a text as it is; default: what GitHub says with that status. */
  readonly body?: unknown
  /** Milliseconds to wait first. */
  readonly delayMs?: number
  /**
   * Closes the connection: before anything is done (`true`), or once all is done, so that only the reply is lost.
   * git (curl) by itself sends a request again that a kept connection lost: say `times: 2` for it to notice.
   */
  readonly cut?: true | 'after'
}

/** Spread into a fault: GitHub's answer to bursts of writes. */
export const SECONDARY_RATE_LIMIT = {
  status: 403,
  headers: { 'retry-after': '1' },
  body: {
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID F00D:1.',
    documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
    status: '403',
  },
} as const

const MESSAGES: Record<number, string> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Validation Failed',
  429: 'Too Many Requests',
  500: 'Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'We couldn’t respond to your request in time.',
}

/** The faults that wait for their requests. */
export function createFaults() {
  const waiting: { fault: Fault; left: number }[] = []
  return {
    add(fault: Fault): void {
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    /** The first fault that this request meets; counts it. */
    take(method: string, path: string): Fault | undefined {
      const met = waiting.find(
        ({ fault, left }) => left > 0 && (fault.method ?? method) === method && fault.path.test(path),
      )
      if (met) met.left--
      return met?.fault
    },
  }
}

/** The answer that a fault with a status gives. */
export function faultReply(fault: Fault & { status: number }, isApi: boolean) {
  const said = fault.body ?? defaultBody(fault.status, isApi)
  const isText = typeof said === 'string'
  return {
    status: fault.status,
    headers: {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
      ...(fault.status === 401 && !isApi && { 'www-authenticate': 'Basic realm="GitHub"' }),
      ...fault.headers,
    },
    body: isText ? said : JSON.stringify(said),
  }
}

function defaultBody(status: number, isApi: boolean): unknown {
  const message = MESSAGES[status] ?? `HTTP ${status}`
  return isApi ? new Refusal(status, message).body() : message
}
