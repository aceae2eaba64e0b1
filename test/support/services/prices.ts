import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import { json } from 'node:stream/consumers'
import { messageOf } from '../../../toolkit/action/errors.ts'
import { type Price, priceList } from './price-list.ts'
import { type Found, findPrices, type PriceQuery } from './price-query.ts'
import { type RecordingProxy, recordingProxy, serveOnLoopback } from './recording-proxy.ts'

/** A price server for Infracost v0.10, behind a proxy that records and disturbs. */
export interface Prices extends AsyncDisposable, Pick<RecordingProxy, 'requests' | 'fault' | 'heal'> {
  readonly url: string
  /** The only key that it takes. */
  readonly apiKey: string
  /** What was asked, in order. */
  readonly queries: readonly PriceQuery[]
  /** Makes Infracost ask this server and no other; to be added to its environment. */
  readonly env: Readonly<Record<string, string>>
}

/** What a US dollar is here: made up, so that an amount in euro is seen to be converted. */
const RATES: Readonly<Record<string, number>> = { USD: 1, EUR: 0.9 }

/**
 * Starts a price server that speaks as the cloud pricing API does, and knows AWS's list prices of a few things in a
 * few regions (`priceList`): for all else it finds no product, and Infracost reports the price as not found.
 */
export async function startPrices(): Promise<Prices> {
  const apiKey = 'price-server-key'
  const queries: PriceQuery[] = []
  const proxy = recordingProxy(listener(apiKey, queries))
  const front = await serveOnLoopback(createServer(proxy.listener))
  const url = `http://127.0.0.1:${front.port}`
  return {
    ...proxy,
    url,
    apiKey,
    queries,
    env: {
      INFRACOST_API_KEY: apiKey,
      INFRACOST_PRICING_API_ENDPOINT: url,
      INFRACOST_PRICING_CACHE_DISABLED: 'true',
      INFRACOST_SKIP_UPDATE_CHECK: 'true',
    },
    [Symbol.asyncDispose]: () => front[Symbol.asyncDispose](),
  }
}

interface Asked {
  readonly query: string
  readonly variables?: PriceQuery | null
}

function listener(apiKey: string, queries: PriceQuery[]): RequestListener {
  return (incoming, outgoing) => {
    const tell = (status: number, told: unknown) =>
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told))
    json(incoming)
      .then(body => {
        if (incoming.headers['x-api-key'] !== apiKey)
          return tell(403, { error: 'Invalid API key', error_code: 'invalid_api_key' })
        if (incoming.url === '/event') return tell(200, {})
        if (incoming.url !== '/graphql') return tell(404, { error: `${incoming.url} is not played here` })
        return tell(
          200,
          (body as Asked[]).map(asked => answerTo(asked, queries)),
        )
      })
      .catch(thrown => tell(400, { error: messageOf(thrown) }))
  }
}

/** An empty query only asks whether the key is good. */
function answerTo({ query, variables }: Asked, queries: PriceQuery[]): object {
  if (!variables) return { errors: [{ message: 'Syntax Error: Unexpected <EOF>.' }] }
  queries.push(variables)
  const currency = /priceHash\s+(\w+)/.exec(query)?.[1] ?? 'USD'
  const rate = RATES[currency]
  if (rate === undefined)
    return { errors: [{ message: `Cannot query field "${currency}" on type "Price".` }] }
  return { data: { products: findPrices(priceList, variables).map(found => told(found, currency, rate)) } }
}

function told({ product, prices }: Found, currency: string, rate: number) {
  const hash = (price: Price) =>
    createHash('sha256')
      .update(JSON.stringify([product, price]))
      .digest('hex')
      .slice(0, 32)
  return {
    prices: prices.map(price => ({
      priceHash: hash(price),
      [currency]: rate === 1 ? price.USD : (Number(price.USD) * rate).toFixed(12),
    })),
  }
}
