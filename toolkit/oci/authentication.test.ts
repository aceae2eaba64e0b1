import { expect, test } from '@jest/globals'
import type { Send } from '../http/request.ts'
import { authenticated } from './authentication.ts'

const credentials = { username: 'u', password: 'p' }

test.each([
  [
    'http://auth.example/token',
    "sends us to 'http://auth.example/token' for a token, which is no https address",
  ],
  ['not an address', "sends us to 'not an address'"],
])('credentials do not go to the token server %s', async (realm, message) => {
  const asked: string[] = []
  const send: Send = async url => {
    asked.push(url.href)
    return { status: 401, headers: { 'www-authenticate': `Bearer realm="${realm}"` }, body: Buffer.alloc(0) }
  }
  const ask = authenticated(send, { host: 'registry.example', credentials })
  const url = new URL('https://registry.example/v2/a/manifests/1')
  await expect(ask(url, 'a', {})).rejects.toThrow(message)
  expect(asked).toEqual([url.href])
})

test('a wrong password is tried once', async () => {
  const sent: (string | undefined)[] = []
  const send: Send = async (_url, request) => {
    sent.push(request?.headers?.authorization)
    return { status: 401, headers: { 'www-authenticate': 'Basic' }, body: Buffer.alloc(0) }
  }
  const ask = authenticated(send, { host: 'registry.example', credentials })
  const reply = await ask(new URL('https://registry.example/v2/a/manifests/1'), 'a', {})
  expect(reply.status).toBe(401)
  expect(sent).toEqual([undefined, 'Basic dTpw'])
})

test('whom the registry sends us to gets no token from us', async () => {
  const sent: string[] = []
  const send: Send = async (url, request) => {
    sent.push(`${url.host} ${request?.headers?.authorization ?? '-'}`)
    const headers: Record<string, string> =
      url.host === 'registry.example'
        ? { location: 'https://store.example/x' }
        : { 'www-authenticate': 'Bearer realm="https://store.example/token"' }
    return { status: url.host === 'registry.example' ? 307 : 401, headers, body: Buffer.alloc(0) }
  }
  const ask = authenticated(send, { host: 'registry.example', credentials })
  expect((await ask(new URL('https://registry.example/v2/a/blobs/1'), 'a', {})).status).toBe(401)
  expect(sent).toEqual(['registry.example -', 'store.example -'])
})

test('an identity token is traded in for a token', async () => {
  const sent: (string | undefined)[] = []
  const send: Send = async (url, { method = 'GET', headers, body } = {}) => {
    sent.push(`${method} ${url.href} ${headers?.authorization ?? body ?? '-'}`)
    if (method === 'POST') return { status: 200, headers: {}, body: Buffer.from('{"access_token":"T"}') }
    const challenge = { 'www-authenticate': 'Bearer realm="https://me.example/oauth2/token",service="me"' }
    return { status: headers?.authorization ? 200 : 401, headers: challenge, body: Buffer.alloc(0) }
  }
  const ask = authenticated(send, { host: 'me.example', credentials: { identityToken: 'I/=' } })
  expect((await ask(new URL('https://me.example/v2/a/manifests/1'), 'a', {})).status).toBe(200)
  expect(sent).toEqual([
    'GET https://me.example/v2/a/manifests/1 -',
    'POST https://me.example/oauth2/token service=me&scope=repository%3Aa%3Apull%2Cpush&grant_type=refresh_token&client_id=gitops-actions&refresh_token=I%2F%3D',
    'GET https://me.example/v2/a/manifests/1 Bearer T',
  ])
})
