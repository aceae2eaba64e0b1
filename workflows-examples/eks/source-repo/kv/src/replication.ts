import { setTimeout as sleep } from 'node:timers/promises'
import { newerThan } from './compare.ts'
import type { Discover } from './peers.ts'
import { askDifference, sendEntries } from './remote.ts'
import { bytesOf, type Entry, type Store } from './store.ts'
import { formatTraceparent } from './telemetry/context.ts'
import { type Log, messageOf } from './telemetry/log.ts'
import type { Metrics } from './telemetry/metrics.ts'
import type { Span, Tracer } from './telemetry/tracer.ts'

const PORTION = 1 << 20

interface Options {
  readonly copies: number
  readonly syncInterval: number
  readonly joinPatience: number
}

interface World {
  readonly store: Store
  readonly discover: Discover
  readonly tracer: Tracer
  readonly metrics: Metrics
  readonly log: Log
}

export type Replication = ReturnType<typeof createReplication>

/**
 * Keeps replicas alike, in two ways: each write goes to every peer at once, and every replica compares itself with
 * every other at intervals, which mends whatever the first way missed.
 */
export function createReplication(options: Options, { store, discover, tracer, metrics, log }: World) {
  const stopping = new AbortController()
  let peers: string[] = []
  let joined = false
  let running: Promise<void> = Promise.resolve()

  metrics.gauge('kv_peers', 'Other replicas that were found.', () => peers.length)
  metrics.gauge('kv_joined', 'Whether this replica has copied what its peers hold.', () => Number(joined))
  const countPush = metrics.counter('kv_replicated_writes_total', 'Writes that were sent to a peer.', true)
  const countRepaired = metrics.counter(
    'kv_repaired_entries_total',
    'Entries that a comparison with a peer brought.',
  )
  const countFailed = metrics.counter(
    'kv_failed_comparisons_total',
    'Comparisons that a peer did not answer.',
  )

  async function push(peer: string, entry: Entry, parent: Span): Promise<boolean> {
    const span = tracer.start('replicate', 'client', parent.context, { 'server.address': new URL(peer).host })
    try {
      await sendEntries(peer, [entry], { traceparent: formatTraceparent(span.context) })
      countPush({ result: 'ok' })
      return true
    } catch (thrown) {
      span.fail(messageOf(thrown))
      countPush({ result: 'failed' })
      return false
    } finally {
      span.end()
    }
  }

  /** Takes what a peer has and we lack, and gives it what it lacks. */
  async function compareWith(peer: string): Promise<void> {
    for (let more = true; more; ) {
      const difference = await askDifference(peer, store.digests())
      const { news, refused } = store.merge(difference.entries)
      countRepaired({}, news)
      if (refused > 0) log('warn', 'a clock is wrong: entries from too far in the future', { peer, refused })
      const missing = newerThan(store, difference)
      for (const portion of portions(missing)) await sendEntries(peer, portion)
      // A peer that neither gave nor took anything will not do so when asked again.
      more = difference.more && (news > 0 || missing.length > 0)
    }
  }

  /** True where enough replicas were found for writes, and all of them answered. */
  async function compareWithAll(): Promise<boolean> {
    peers = await discover()
    const results = await Promise.allSettled(peers.map(compareWith))
    const failed = results.filter(({ status }) => status === 'rejected').length
    countFailed({}, failed)
    return failed === 0 && peers.length >= options.copies - 1
  }

  /** Copies what the peers hold, before anybody reads here. */
  async function join(): Promise<void> {
    const patience = Date.now() + options.joinPatience
    while (!(await compareWithAll())) {
      if (Date.now() >= patience) {
        log('warn', 'began without all peers: they do not answer', { peers })
        break
      }
      await pause(Math.min(options.syncInterval, 250))
    }
    joined = true
    log('info', 'joined', { peers, keys: store.size.keys })
  }

  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal: stopping.signal })

  async function keepAlike(): Promise<void> {
    try {
      await join()
      while (true) {
        await pause(options.syncInterval)
        await compareWithAll()
        store.purge()
      }
    } catch (thrown) {
      if (!stopping.signal.aborted) throw thrown
    }
  }

  return {
    get joined() {
      return joined
    },

    start(): void {
      running = keepAlike()
    },

    /** Sends a write to every peer; answers as soon as enough replicas hold it, else with how many do. */
    async replicate(entry: Entry, span: Span): Promise<number> {
      const { promise, resolve } = Promise.withResolvers<number>()
      let held = 1
      const sent = peers.map(async peer => {
        if (await push(peer, entry, span)) held++
        if (held >= options.copies) resolve(held)
      })
      if (held >= options.copies) resolve(held)
      void Promise.all(sent).then(() => resolve(held))
      return promise
    },

    /** Hands over what others may lack, and ends. */
    async stop(): Promise<void> {
      stopping.abort()
      await running
      if (joined) await compareWithAll()
    },
  }
}

/** Lists of entries that are not too large for one request. */
function portions(entries: readonly Entry[]): Entry[][] {
  const made: Entry[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    if (bytes > PORTION) {
      made.push([])
      bytes = 0
    }
    made.at(-1)?.push(entry)
    bytes += bytesOf(entry)
  }
  return made
}
