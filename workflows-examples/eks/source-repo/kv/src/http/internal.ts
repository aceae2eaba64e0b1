import { differenceTo, readDigests, readEntries } from '../compare.ts'
import type { Store } from '../store.ts'
import { HttpError, json, type Route, readText } from './reply.ts'

/** A bucket is sent whole, however large it is. */
const MAX_BODY = 64 << 20

/** What replicas ask each other. The network must let nobody else in. */
export function internalRoutes(store: Store): Route[] {
  return [
    {
      method: 'POST',
      path: '/internal/entries',
      async handle({ request, span }) {
        const entries = parse(await readText(request, MAX_BODY), readEntries)
        const { news, refused } = store.merge(entries)
        span.set({ 'kv.entries': entries.length, 'kv.news': news })
        if (refused > 0) throw new HttpError(422, `${refused} entries are from too far in the future`)
        return json(200, { news })
      },
    },
    {
      method: 'POST',
      path: '/internal/compare',
      quiet: true,
      handle: async ({ request }) =>
        json(200, differenceTo(store, parse(await readText(request, MAX_BODY), readDigests))),
    },
  ]
}

function parse<T>(text: string, read: (json: unknown) => T): T {
  try {
    return read(JSON.parse(text))
  } catch (thrown) {
    throw new HttpError(400, (thrown as Error).message)
  }
}
