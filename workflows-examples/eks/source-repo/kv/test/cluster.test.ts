import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { eventually, freePorts, startCluster, startReplica } from './cluster.ts'

describe('three replicas', () => {
  test('a value written to one is read from all, changed and deleted by any', async () => {
    await using cluster = await startCluster(3)
    const [a, b, c] = cluster.replicas
    assert.equal((await a!.put('grüße/1', 'hallo')).status, 204)
    for (const { get } of cluster.replicas)
      await eventually(async () => (await get('/kv/gr%C3%BC%C3%9Fe%2F1')).text === 'hallo')
    assert.equal((await b!.put('grüße/1', 'servus')).status, 204)
    for (const { get } of cluster.replicas)
      await eventually(async () => (await get('/kv/gr%C3%BC%C3%9Fe%2F1')).text === 'servus')
    assert.equal((await c!.get('/kv?prefix=gr')).text, '{"keys":["grüße/1"]}')
    assert.equal((await c!.delete('grüße/1')).status, 204)
    for (const { get } of cluster.replicas)
      await eventually(async () => (await get('/kv/gr%C3%BC%C3%9Fe%2F1')).status === 404)
  })

  test('writes from all sides at once end in the same everywhere', async () => {
    await using cluster = await startCluster(3)
    for (let wave = 0; wave < 10; wave++) {
      const writes = Array.from({ length: 30 }, (_, index) =>
        cluster.replicas[index % 3]!.put(`key-${index % 10}`, `value-${wave}-${index}`),
      )
      for (const { status } of await Promise.all(writes)) assert.equal(status, 204)
    }
    await eventually(async () => {
      const states = await Promise.all(cluster.replicas.map(allOf))
      return states.every(state => state === states[0]) && states[0] !== '{}'
    })
  })

  test('no acknowledged write is lost when one after another is killed and comes back empty', async () => {
    await using cluster = await startCluster(3)
    const written = new Map<string, string>()
    for (const number of [0, 1, 2]) {
      const other = cluster.replicas[(number + 1) % 3]!
      for (let index = 0; index < 40; index++) {
        const [key, value] = [`key-${number}-${index}`, `value-${index}`]
        const { status } = await cluster.replicas[index % 3]!.put(key, value)
        if (status === 204) written.set(key, value)
      }
      await cluster.replicas[number]!.end('SIGKILL')
      for (let index = 0; index < 10; index++) {
        assert.equal((await other.put(`while-${number}-${index}`, 'down')).status, 204)
        written.set(`while-${number}-${index}`, 'down')
      }
      const back = await cluster.restart(number)
      for (const [key, value] of written) assert.equal((await back.get(`/kv/${key}`)).text, value, key)
    }
    assert.equal(written.size, 150)
  })

  test('told to stop, one is not ready any more, still answers, hands over and ends', async () => {
    await using cluster = await startCluster(3, { SHUTDOWN_DELAY_MS: '500' })
    const [a, b] = cluster.replicas
    await a!.put('k', 'v')
    const ended = a!.end('SIGTERM')
    await eventually(async () => (await a!.get('/health/ready')).status === 503)
    assert.equal((await a!.get('/health/live')).status, 200)
    assert.equal((await a!.put('late', 'v')).status, 204)
    assert.equal(await ended, 0)
    assert.deepEqual(
      a!.log.slice(-1).map(({ message }) => message),
      ['stopped'],
    )
    assert.equal((await b!.get('/kv/late')).text, 'v')
  })
})

describe('fewer replicas than a write needs', () => {
  test('the write is refused, and says that it may spread', async () => {
    await using cluster = await startCluster(2)
    const [a, b] = cluster.replicas
    await b!.end('SIGKILL')
    const { status, text } = await a!.put('k', 'v')
    assert.equal(status, 503)
    assert.match(text, /only 1 of 2 replicas hold the write; it may spread yet/)
    await cluster.restart(1)
    await eventually(async () => (await cluster.replicas[1]!.get('/kv/k')).text === 'v')
  })

  test('a replica alone gives up waiting for others in the end, and says so', async () => {
    const [port, nobody] = await freePorts(2)
    const alone = startReplica(port!, { PEERS: `127.0.0.1:${nobody}`, JOIN_PATIENCE_MS: '700' })
    try {
      await eventually(async () => (await alone.get('/health/live').catch(() => undefined))?.status === 200)
      assert.deepEqual(await alone.get('/health/ready').then(({ status, text }) => [status, text]), [
        503,
        '{"status":"joining"}',
      ])
      await alone.ready()
      assert.ok(
        alone.log.some(
          ({ level, message }) => level === 'warn' && /they do not answer/.test(String(message)),
        ),
      )
    } finally {
      await alone.end('SIGKILL')
    }
  })
})

test('with a port for peers, users reach neither them nor the metrics', async () => {
  const [port, internal] = await freePorts(2)
  const replica = startReplica(port!, { INTERNAL_PORT: String(internal) })
  try {
    await replica.ready()
    assert.equal((await replica.put('k', 'v')).status, 204)
    const status = async (at: number, path: string) => (await fetch(`http://127.0.0.1:${at}${path}`)).status
    assert.deepEqual(
      await Promise.all(['/metrics', '/internal/compare'].map(path => status(port!, path))),
      [404, 404],
    )
    assert.equal(await status(internal!, '/metrics'), 200)
    assert.equal(await status(internal!, '/internal/compare'), 405)
    assert.equal(await status(internal!, '/kv/k'), 404)
    assert.equal(await status(internal!, '/health/ready'), 200)
  } finally {
    await replica.end('SIGKILL')
  }
})

describe('requests that cannot be served', () => {
  test('each gets its status and a reason', async () => {
    await using cluster = await startCluster(1, { PEERS: '', MAX_BYTES: '1000' })
    const [only] = cluster.replicas
    const status = async (path: string, init?: RequestInit) => (await fetch(only!.url + path, init)).status
    assert.equal(await status('/kv/none'), 404)
    assert.equal(await status('/nowhere'), 404)
    assert.equal(await status('/kv/'), 400)
    assert.equal(await status('/kv/%ff'), 400)
    assert.equal(await status(`/kv/${'k'.repeat(257)}`), 400)
    assert.equal(await status('/kv?limit=0'), 400)
    assert.equal(await status('/kv/k', { method: 'PATCH' }), 405)
    assert.equal(await status('/kv/k', { method: 'PUT', body: Buffer.from([0xff]) }), 400)
    assert.equal(await status('/kv/k', { method: 'PUT', body: 'x'.repeat(70_000) }), 413)
    assert.equal(await status('/kv/k', { method: 'PUT', body: 'x'.repeat(2_000) }), 507)
    assert.equal(await status('/internal/entries', { method: 'POST', body: '[{"key":1}]' }), 400)
    assert.equal(await status('/internal/entries', { method: 'POST', body: '{' }), 400)
    const future = [{ key: 'k', value: 'v', version: '900000000000000.000000.x' }]
    assert.equal(await status('/internal/entries', { method: 'POST', body: JSON.stringify(future) }), 422)
    assert.equal(await status('/health/ready'), 200)
  })

  test('a wrong setting ends the process with its reason', async () => {
    const wrong = startReplica(1, { COPIES: 'two' })
    assert.equal(await wrong.ended(), 1)
    await eventually(() => wrong.log.length > 0)
    assert.match(String(wrong.log[0]?.error), /COPIES is 'two': write a whole number/)
  })
})

/** All that a replica holds. */
async function allOf({ get }: { get: (path: string) => Promise<{ text: string }> }): Promise<string> {
  const { keys } = JSON.parse((await get('/kv?limit=1000')).text) as { keys: string[] }
  const values = await Promise.all(
    keys.map(async key => [key, (await get(`/kv/${encodeURIComponent(key)}`)).text]),
  )
  return JSON.stringify(Object.fromEntries(values))
}
