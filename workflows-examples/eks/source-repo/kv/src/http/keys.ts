import type { Replication } from '../replication.ts'
import { type Store, StoreFull } from '../store.ts'
import { type Call, HttpError, json, type Reply, type Route, readText } from './reply.ts'

const MAX_KEY = 256
const MAX_VALUE = 64 << 10

/** What users ask for: `/kv` and `/kv/{key}`. */
export function keyRoutes({
  store,
  replication,
  copies,
}: {
  store: Store
  replication: Replication
  copies: number
}) {
  async function write({ key, span }: Call, value: string | null): Promise<Reply> {
    const entry = put(store, checked(key), value)
    const held = await replication.replicate(entry, span)
    span.set({ 'kv.held_by': held })
    if (held < copies)
      throw new HttpError(503, `only ${held} of ${copies} replicas hold the write; it may spread yet`)
    return { status: 204, headers: { etag: `"${entry.version}"` } }
  }

  return [
    {
      method: 'GET',
      path: '/kv/{key}',
      handle({ key }) {
        const entry = store.get(checked(key))
        if (entry === undefined) throw new HttpError(404, 'no such key')
        const headers = { 'content-type': 'text/plain; charset=utf-8', etag: `"${entry.version}"` }
        return { status: 200, headers, body: entry.value }
      },
    },
    {
      method: 'PUT',
      path: '/kv/{key}',
      handle: async call => write(call, await readText(call.request, MAX_VALUE)),
    },
    { method: 'DELETE', path: '/kv/{key}', handle: call => write(call, null) },
    {
      method: 'GET',
      path: '/kv',
      handle({ url: { searchParams: given } }) {
        const limit = Number(given.get('limit') ?? 100)
        if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
          throw new HttpError(400, 'limit: write a whole number from 1 to 1000')
        const keys = store.keys({ prefix: given.get('prefix') ?? '', after: given.get('after') ?? '', limit })
        return json(200, { keys })
      },
    },
  ] satisfies Route[]
}

function put(store: Store, key: string, value: string | null) {
  try {
    return store.write(key, value)
  } catch (thrown) {
    if (thrown instanceof StoreFull) throw new HttpError(507, 'the store is full')
    throw thrown
  }
}

function checked(key: string): string {
  if (key === '' || Buffer.byteLength(key) > MAX_KEY)
    throw new HttpError(400, `a key has 1 to ${MAX_KEY} bytes`)
  return key
}
