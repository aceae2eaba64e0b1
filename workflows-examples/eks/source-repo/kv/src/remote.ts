import { type Difference, readDifference } from './compare.ts'
import type { Entry } from './store.ts'

/** Milliseconds for one request to a peer. */
const TIMEOUT = 2_000

type Headers = Readonly<Record<string, string>>

/** Hands entries to a peer, which keeps those that are news to it. @throws Error where it does not take them. */
export async function sendEntries(
  peer: string,
  entries: readonly Entry[],
  headers: Headers = {},
): Promise<void> {
  await post(`${peer}/internal/entries`, entries, headers)
}

/** Asks a peer what it holds where our digests differ. @throws Error where it does not say. */
export async function askDifference(peer: string, digests: readonly string[]): Promise<Difference> {
  return readDifference(await post(`${peer}/internal/compare`, digests, {}))
}

async function post(url: string, body: unknown, headers: Headers): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return JSON.parse(text)
}
