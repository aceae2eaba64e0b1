import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { describe, expect, test } from '@jest/globals'
import { serveOnLoopback } from '../../test/support/services/recording-proxy.ts'
import { openRegistry, type RegistryOptions } from './registry.ts'

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => void

/** A server that follows a script; for what a real registry cannot be made to do. */
async function scripted(handler: Handler) {
  const seen: string[] = []
  const server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.method} ${incoming.url} ${incoming.headers.authorization ?? '-'}`)
    handler(incoming, outgoing, new URL(incoming.url ?? '/', 'http://x'))
  })
  const front = await serveOnLoopback(server)
  return { host: `localhost:${front.port}`, seen, [Symbol.asyncDispose]: () => front[Symbol.asyncDispose]() }
}

const open = (host: string, more: Partial<RegistryOptions> = {}) =>
  openRegistry({ host, env: {}, signal: new AbortController().signal, attempts: 1, timeout: 1_000, ...more })

const credentials = { username: 'u', password: 'p' }
const basic = `Basic ${Buffer.from('u:p').toString('base64')}`
const manifest = JSON.stringify({
  config: { digest: 'sha256:c', size: 1 },
  layers: [{ digest: 'l', size: 2 }],
})
const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`

test('a token is fetched once for each repository', async () => {
  await using server = await scripted((incoming, outgoing, url) => {
    if (url.pathname === '/token') return void outgoing.end(JSON.stringify({ token: 'T' }))
    if (incoming.headers.authorization === 'Bearer T') return void outgoing.end(manifest)
    const realm = `http://${incoming.headers.host}/token`
    outgoing.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}",service="s"` }).end()
  })
  const registry = await open(server.host, { credentials })
  expect((await registry.manifest('me/api', '1'))?.digest).toBe(digest)
  await registry.manifest('me/api', '2')
  registry.close()
  expect(server.seen).toEqual([
    'GET /v2/me/api/manifests/1 -',
    `GET /token?service=s&scope=repository%3Ame%2Fapi%3Apull%2Cpush ${basic}`,
    'GET /v2/me/api/manifests/1 Bearer T',
    'GET /v2/me/api/manifests/2 Bearer T',
  ])
})

test('credentials do not follow a redirect', async () => {
  await using store = await scripted((_incoming, outgoing) => void outgoing.end('{"a":1}'))
  await using server = await scripted((incoming, outgoing) => {
    if (incoming.headers.authorization === undefined)
      return void outgoing.writeHead(401, { 'www-authenticate': 'Basic' }).end()
    outgoing.writeHead(307, { location: `http://${store.host}/signed` }).end()
  })
  const registry = await open(server.host, { credentials })
  expect(await registry.json('me/api', 'sha256:1')).toEqual({ a: 1 })
  registry.close()
  expect(store.seen).toEqual(['GET /signed -'])
})

test('a redirect on the same server keeps what was asked and who asks', async () => {
  await using server = await scripted((incoming, outgoing, url) => {
    if (incoming.headers.authorization !== basic)
      return void outgoing.writeHead(401, { 'www-authenticate': 'Basic' }).end()
    if (!url.pathname.startsWith('/moved'))
      return void outgoing.writeHead(308, { location: `/moved${url.pathname}` }).end()
    if (incoming.method === 'GET')
      return void outgoing.end(incoming.headers.accept?.includes('oci') && manifest)
    outgoing.writeHead(201).end()
  })
  const registry = await open(server.host, { credentials })
  const found = await registry.manifest('me/api', '1')
  expect(found?.digest).toBe(digest)
  if (found) await registry.tag('me/api', '2', found)
  registry.close()
  expect(server.seen.at(-1)).toBe(`PUT /moved/v2/me/api/manifests/2 ${basic}`)
})

test('a tag is not taken for set where its request was sent elsewhere', async () => {
  await using server = await scripted((incoming, outgoing) => {
    if (incoming.method === 'GET') outgoing.end(manifest)
    else outgoing.writeHead(302, { location: '/login' }).end()
  })
  const registry = await open(server.host)
  const found = await registry.manifest('me/api', '1')
  await expect(found && registry.tag('me/api', '2', found)).rejects.toThrow(
    'answered 302 for me/api: it sends us elsewhere',
  )
  registry.close()
})

test('a manifest that is not the one it names is not believed', async () => {
  await using server = await scripted((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'docker-content-digest': `sha256:${'0'.repeat(64)}` }).end(manifest)
  })
  const registry = await open(server.host)
  await expect(registry.manifest('me/api', '1')).rejects.toThrow(
    'sent a manifest of me/api that is not the one',
  )
  registry.close()
})

test('what is not there is undefined', async () => {
  await using server = await scripted((_incoming, outgoing) => void outgoing.writeHead(404).end('{}'))
  const registry = await open(server.host)
  expect(await registry.manifest('me/api', '1')).toBeUndefined()
  registry.close()
})

describe('refusals are named, once', () => {
  test.each([
    [401, 'does not accept the user name and password'],
    [403, 'this user may not do that'],
    [405, 'it refused. It says: because'],
  ])('%i', async (status, message) => {
    await using server = await scripted((_incoming, outgoing) => {
      outgoing.writeHead(status).end(JSON.stringify({ errors: [{ code: 'X', message: 'because' }] }))
    })
    const registry = await open(server.host, { attempts: 3, credentials })
    await expect(registry.manifest('me/api', '1')).rejects.toThrow(message)
    registry.close()
    expect(server.seen).toHaveLength(1)
  })
})

describe('what may pass is tried again', () => {
  test.each([
    [429, { 'retry-after': '0' }],
    [500, {}],
    [503, { 'retry-after': '0' }],
  ])('%i', async (status, headers) => {
    let left = 1
    await using server = await scripted((_incoming, outgoing) => {
      if (left-- > 0) outgoing.writeHead(status, headers).end()
      else outgoing.end(manifest)
    })
    const registry = await open(server.host, { attempts: 2 })
    expect((await registry.manifest('me/api', '1'))?.digest).toBe(digest)
    registry.close()
  })

  test('a connection that was cut', async () => {
    let left = 1
    await using server = await scripted((incoming, outgoing) => {
      if (left-- > 0) incoming.socket.destroy()
      else outgoing.end(manifest)
    })
    const registry = await open(server.host, { attempts: 2 })
    expect((await registry.manifest('me/api', '1'))?.digest).toBe(digest)
    registry.close()
  })
})

describe('a registry that never answers', () => {
  test('is given up', async () => {
    await using server = await scripted(() => {})
    const registry = await open(server.host, { timeout: 50 })
    await expect(registry.manifest('me/api', '1')).rejects.toThrow('gave no answer within 0.05 s')
    registry.close()
  })

  test('also where it stops in the middle', async () => {
    await using server = await scripted((_incoming, outgoing) => void outgoing.write('{'))
    const registry = await open(server.host, { timeout: 50 })
    await expect(registry.manifest('me/api', '1')).rejects.toThrow(/gave no answer within 0.05 s/)
    registry.close()
  })

  test('holds up no cancelled job', async () => {
    const cancel = new AbortController()
    await using server = await scripted(() => cancel.abort(new Error('cancelled')))
    const registry = await open(server.host, { timeout: 60_000, signal: cancel.signal })
    await expect(registry.manifest('me/api', '1')).rejects.toThrow('cancelled')
    registry.close()
  })
})

test('an endless answer is not read to its end', async () => {
  await using server = await scripted((_incoming, outgoing) => {
    const more = () => {
      while (!outgoing.destroyed && outgoing.write(Buffer.alloc(1_000_000)));
    }
    outgoing.on('drain', more)
    more()
  })
  const registry = await open(server.host)
  await expect(registry.manifest('me/api', '1')).rejects.toThrow('larger than')
  registry.close()
})

test('what is no registry is told as such', async () => {
  await using server = await scripted((_incoming, outgoing) => void outgoing.end('<html>'))
  const registry = await open(server.host)
  await expect(registry.manifest('me/api', '1')).rejects.toThrow('is it a registry?')
  registry.close()
})
