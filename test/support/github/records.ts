/** A request that came in, git's included. */
export interface RecordedRequest {
  readonly method: string
  /** Path and query as they came. */
  readonly path: string
  /** 0 until answered, and where the connection was cut. */
  status: number
  /** The login behind the token, or undefined. */
  actor: string | undefined
}

/** A breach of GitHub's own description of its API. */
export interface Violation {
  /** Who broke it: the caller's request, or this server's reply or event. */
  readonly side: 'request' | 'reply' | 'event'
  /** `METHOD /path`, `GraphQL` or an event's name. */
  readonly operation: string
  readonly problems: readonly string[]
}

/** What a server remembers. */
export interface Records {
  readonly requests: RecordedRequest[]
  readonly violations: Violation[]
  /** `METHOD /path` of requests for which this server has no route. */
  readonly unsupported: string[]
}

/** Throws where anything stands in `violations` or `unsupported`. */
export function demandHonoured({ violations, unsupported }: Records): void {
  const lines = [
    ...violations.map(({ side, operation, problems }) => `${side} of ${operation}: ${problems.join(' ')}`),
    ...unsupported.map(request => `${request} is not served; add the route or ask for less`),
  ]
  if (lines.length > 0) throw new Error(`GitHub's API contract was broken:\n${lines.join('\n')}`)
}
