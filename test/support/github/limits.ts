import { SECONDARY_RATE_LIMIT } from './faults.ts'
import type { Reply } from './router.ts'

/** How many requests that make content one token may send: on GitHub about 80 a minute. */
export interface WriteLimit {
  readonly writes: number
  /** Milliseconds; default: a minute. */
  readonly window?: number
  /** GitHub answers with either; default: 403. */
  readonly status?: 403 | 429
}

/**
 * Refuses what is past the limit, telling when to come back
 * (docs.github.com, "Rate limits for the REST API", secondary rate limits).
 */
export function createWriteLimit() {
  let limit: WriteLimit | undefined
  const sent = new Map<string, number[]>()
  return {
    set(to: WriteLimit | undefined): void {
      limit = to
      sent.clear()
    },
    /** The refusal that a request meets; undefined where it may pass, which counts. */
    take(method: string, path: string, token: string, now = Date.now()): Reply | undefined {
      if (limit === undefined || !makesContent(method, path)) return undefined
      const { writes, window = 60_000, status = SECONDARY_RATE_LIMIT.status } = limit
      const recent = (sent.get(token) ?? []).filter(at => at > now - window)
      if (recent.length < writes) {
        sent.set(token, [...recent, now])
        return undefined
      }
      const wait = Math.max(1, Math.ceil(((recent[0] ?? now) + window - now) / 1000))
      const body = { ...SECONDARY_RATE_LIMIT.body, status: String(status) }
      return { status, headers: { 'retry-after': String(wait) }, body }
    },
  }
}

/** Comments, issues, labels, statuses and the like; objects and refs of git are no content in this sense. */
function makesContent(method: string, path: string): boolean {
  return method !== 'GET' && /^\/repos\/[^/]+\/[^/]+\/(?!git\/|merges)/.test(path)
}
