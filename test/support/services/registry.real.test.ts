import { describe, expect, test } from '@jest/globals'
import { startRegistry } from './registry.ts'

const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` })

test('a registry demands its password', async () => {
  await using registry = await startRegistry({ username: 'u', password: 'p' })
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`${registry.url}/v2/`, { headers })).status
  expect([await ask({}), await ask(basic('u:wrong')), await ask(basic('u:p'))]).toEqual([401, 401, 200])
  expect(registry.requests.map(request => [request.authorized, request.status])).toEqual([
    [false, 401],
    [true, 401],
    [true, 200],
  ])
})

describe('faults', () => {
  test('strike as often as told, only where they match, and not after healing', async () => {
    await using registry = await startRegistry()
    registry.fault({ method: 'GET', path: /\/v2\/$/, status: 429, headers: { 'retry-after': '1' }, times: 2 })
    const ask = async (method: string) => (await fetch(`${registry.url}/v2/`, { method })).status
    expect([await ask('HEAD'), await ask('GET'), await ask('GET'), await ask('GET')]).toEqual([
      200, 429, 429, 200,
    ])
    registry.fault({ status: 500 })
    expect(await ask('GET')).toBe(500)
    registry.heal()
    expect(await ask('GET')).toBe(200)
  })

  test('cut and hang as networks do', async () => {
    await using registry = await startRegistry()
    registry.fault({ cut: true, times: 1 })
    await expect(fetch(registry.url)).rejects.toThrow('fetch failed')
    registry.fault({ hang: true, times: 1 })
    await expect(fetch(registry.url, { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout')
    registry.fault({ delayMs: 150, times: 1 })
    const before = performance.now()
    expect((await fetch(`${registry.url}/v2/`)).status).toBe(200)
    expect(performance.now() - before).toBeGreaterThan(140)
  })
})
