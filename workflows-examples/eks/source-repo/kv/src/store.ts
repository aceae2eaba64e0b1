import { createHash } from 'node:crypto'
import { type Clock, timeOf, type Version } from './clock.ts'

/** What a replica knows of a key. */
export interface Entry {
  readonly key: string
  /** null: deleted. */
  readonly value: string | null
  readonly version: Version
}

/** Keys are spread over so many buckets, which replicas compare by digest. */
export const BUCKETS = 256

/** How long a deletion is remembered, so that no replica brings the value back. In milliseconds. */
export const DELETIONS_KEPT = 60 * 60_000

export class StoreFull extends Error {}

export type Store = ReturnType<typeof createStore>

/**
 * Keys and values in memory. Of two entries for one key the one with the later version stays, so replicas that saw
 * the same entries hold the same, in whatever order the entries came.
 */
export function createStore({ clock, maxBytes }: { clock: Clock; maxBytes: number }) {
  const buckets = Array.from({ length: BUCKETS }, () => ({ entries: new Map<string, Entry>(), digest: 0n }))
  const size = { keys: 0, deletions: 0, bytes: 0 }
  const bucketOf = (key: string) => buckets[sha256(key)[0]!]!

  function count(entry: Entry | undefined, sign: 1 | -1): void {
    if (entry === undefined) return
    size.bytes += sign * bytesOf(entry)
    if (entry.value === null) size.deletions += sign
    else size.keys += sign
    // The digest of a bucket is the same in whatever order its entries came: each is XORed in, and out when it goes.
    bucketOf(entry.key).digest ^= sha256(`${entry.key}\0${entry.version}`).readBigUInt64BE()
  }

  /** Keeps the entry where it is the latest of its key. */
  function keep(entry: Entry): boolean {
    const { entries } = bucketOf(entry.key)
    const standing = entries.get(entry.key)
    if (standing !== undefined && standing.version >= entry.version) return false
    count(standing, -1)
    count(entry, 1)
    entries.set(entry.key, entry)
    return true
  }

  const isForgotten = ({ value, version }: Entry) =>
    value === null && timeOf(version) < clock.now() - DELETIONS_KEPT

  return {
    size: size as Readonly<typeof size>,

    get(key: string): (Entry & { readonly value: string }) | undefined {
      const entry = bucketOf(key).entries.get(key)
      return entry !== undefined && hasValue(entry) ? entry : undefined
    },

    /** Keys in order, those with the prefix and after another key. */
    keys({ prefix, after, limit }: { prefix: string; after: string; limit: number }): string[] {
      return buckets
        .flatMap(({ entries }) => [...entries.values()])
        .filter(({ key, value }) => value !== null && key.startsWith(prefix) && key > after)
        .map(({ key }) => key)
        .sort()
        .slice(0, limit)
    },

    /**
     * Writes here; null deletes.
     * @throws StoreFull
     */
    write(key: string, value: string | null): Entry {
      const entry = { key, value, version: clock.next() }
      const standing = bucketOf(key).entries.get(key)
      const growth = bytesOf(entry) - (standing === undefined ? 0 : bytesOf(standing))
      if (value !== null && size.bytes + growth > maxBytes) throw new StoreFull()
      keep(entry)
      return entry
    },

    /** Takes in what other replicas wrote. Versions from too far ahead are refused. */
    merge(entries: readonly Entry[]): { news: number; refused: number } {
      const accepted = entries.filter(({ version }) => clock.accept(version))
      const news = accepted.filter(entry => !isForgotten(entry) && keep(entry)).length
      return { news, refused: entries.length - accepted.length }
    },

    digests: (): string[] => buckets.map(({ digest }) => digest.toString(16)),

    bucket: (index: number): Entry[] => [...(buckets[index]?.entries.values() ?? [])],

    /** Forgets old deletions. */
    purge(): void {
      for (const { entries } of buckets)
        for (const entry of entries.values())
          if (isForgotten(entry)) {
            count(entry, -1)
            entries.delete(entry.key)
          }
    },
  }
}

/** What an entry counts for in the store's size. */
export function bytesOf({ key, value, version }: Entry): number {
  return Buffer.byteLength(key) + Buffer.byteLength(value ?? '') + version.length
}

const hasValue = (entry: Entry): entry is Entry & { readonly value: string } => entry.value !== null

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
