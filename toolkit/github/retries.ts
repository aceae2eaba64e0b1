/** What a failed request says that matters for trying again. */
export interface FailedRequest {
  readonly method: string
  /** The path or URL, without meaning for GraphQL. */
  readonly url: string
  /** 0 where no answer came. */
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | undefined>>
  readonly message: string
}

/** The longest wait that a server may ask for, in milliseconds; past it the step fails and says when to come back. */
export const LONGEST_WAIT = 120_000

/**
 * Whether a failed request may be sent again, and after how many milliseconds where the server said so.
 * (docs.github.com, "Rate limits for the REST API": retry-after, else x-ratelimit-reset, else a minute.)
 */
export function mayRepeat(failed: FailedRequest, now: Date): boolean | number {
  const limited = rateLimitWait(failed, now)
  if (limited !== undefined) return limited <= LONGEST_WAIT ? limited : false
  const hiccup = failed.status === 0 || failed.status >= 500
  return hiccup && isRepeatable(failed)
}

/** How many milliseconds a rate limit asks to wait; undefined where none was hit. */
export function rateLimitWait({ status, headers, message }: FailedRequest, now: Date): number | undefined {
  if (status !== 429 && status !== 403) return undefined
  const after = headers['retry-after']
  if (after !== undefined) return Number(after) * 1000
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * 1000
    return Math.max(1000, reset - now.getTime())
  }
  return status === 429 || /secondary rate limit/i.test(message) ? 60_000 : undefined
}

// A POST may have been carried out although its answer was lost; sent again it would make a second comment or pull
// request. Git objects are named by their content, so that making one twice does no harm.
function isRepeatable({ method, url }: FailedRequest): boolean {
  return method !== 'POST' || /\/git\/(blobs|trees|commits)$/.test(url)
}
