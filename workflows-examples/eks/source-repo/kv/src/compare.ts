import { BUCKETS, bytesOf, type Entry, type Store } from './store.ts'

/** Bytes of entries in one message, unless one bucket alone has more. */
const PORTION = 1 << 20

/** What one replica tells another of the buckets in which they differ. */
export interface Difference {
  readonly buckets: readonly number[]
  readonly entries: readonly Entry[]
  /** Whether more buckets differ than fitted into this answer. */
  readonly more: boolean
}

/** What a store holds in the first buckets whose digests are not those of the other replica. */
export function differenceTo(store: Store, digests: readonly string[]): Difference {
  const own = store.digests()
  const differing = own.flatMap((digest, index) => (digest === digests[index] ? [] : [index]))
  const buckets: number[] = []
  const entries: Entry[] = []
  let bytes = 0
  for (const index of differing) {
    if (bytes > PORTION) break
    buckets.push(index)
    for (const entry of store.bucket(index)) {
      entries.push(entry)
      bytes += bytesOf(entry)
    }
  }
  return { buckets, entries, more: buckets.length < differing.length }
}

/** What a store holds in these buckets and the other replica lacks, or has an older version of. */
export function newerThan(store: Store, { buckets, entries }: Difference): Entry[] {
  const theirs = new Map(entries.map(({ key, version }) => [key, version]))
  return buckets
    .flatMap(index => store.bucket(index))
    .filter(({ key, version }) => version > (theirs.get(key) ?? ''))
}

/** Reads what a replica sent. @throws Error where it is no list of entries. */
export function readEntries(json: unknown): Entry[] {
  if (!Array.isArray(json) || !json.every(isEntry)) throw new Error('not a list of entries')
  return json
}

/** Reads a replica's answer. @throws Error where it is none. */
export function readDifference(json: unknown): Difference {
  const { buckets, entries, more } = (json ?? {}) as Record<string, unknown>
  if (
    !Array.isArray(buckets) ||
    !buckets.every(index => Number.isInteger(index) && index >= 0 && index < BUCKETS)
  )
    throw new Error('not a list of buckets')
  return { buckets, entries: readEntries(entries), more: more === true }
}

/** Reads the digests that a replica sent. @throws Error where they are none. */
export function readDigests(json: unknown): string[] {
  if (!Array.isArray(json) || json.length !== BUCKETS || !json.every(digest => typeof digest === 'string'))
    throw new Error(`not a list of ${BUCKETS} digests`)
  return json
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const entry = value as Record<string, unknown>
  const hasValue = entry.value === null || typeof entry.value === 'string'
  return typeof entry.key === 'string' && typeof entry.version === 'string' && hasValue
}
