import { expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { isKeyOf, privateConfig } from '../src/config.ts'
import { decodeAuth, storedCredentials } from '../src/credentials.ts'

const users = {
  auths: {
    'https://index.docker.io/v1/': {},
    'ghcr.io': { auth: 'eA==' },
    'localhost:5000': { auth: 'old' },
  },
  credsStore: 'desktop',
  credHelpers: { 'gcr.io': 'gcloud', 'localhost:5000': 'x' },
  proxies: { default: { httpProxy: 'http://p' } },
  cliPluginsExtraDirs: ['/plugins'],
  currentContext: 'far',
  psFormat: 'x',
}

test('a login of our own reaches no credential store, and leaves the other registries theirs', () => {
  expect(privateConfig(users, 'localhost:5000')).toEqual({
    auths: { 'https://index.docker.io/v1/': {}, 'ghcr.io': { auth: 'eA==' } },
    credHelpers: { 'https://index.docker.io/v1/': 'desktop', 'ghcr.io': 'desktop', 'gcr.io': 'gcloud' },
    proxies: users.proxies,
    cliPluginsExtraDirs: ['/plugins'],
    currentContext: 'far',
  })
})

test('Docker Hub has a key of its own', () => {
  expect(privateConfig(users, 'docker.io').auths).not.toHaveProperty(['https://index.docker.io/v1/'])
})

test.each([
  ['ghcr.io', 'ghcr.io', true],
  ['https://ghcr.io', 'ghcr.io', true],
  ['https://ghcr.io/v2/', 'ghcr.io', true],
  ['http://localhost:5000', 'localhost:5000', true],
  ['localhost', 'localhost:5000', false],
  ['evil-ghcr.io', 'ghcr.io', false],
  ['https://index.docker.io/v1/', 'docker.io', true],
  ['index.docker.io', 'docker.io', true],
  ['docker.io', 'docker.io', true],
  ['mydocker.io', 'docker.io', false],
])('the key %j stands for %j: %j', (key, host, is) => {
  expect(isKeyOf(key, host)).toBe(is)
})

test('without a login everything that says who we are is carried over', () => {
  const { psFormat, ...rest } = users
  expect(privateConfig(users, undefined)).toEqual(rest)
})

test('an earlier login is found under any spelling of its registry', async () => {
  const auth = Buffer.from('u:p').toString('base64')
  const world = { exec, env: {}, signal: new AbortController().signal }
  const found = await storedCredentials(
    'ghcr.io',
    { auths: { 'https://ghcr.io/v2/': { auth } }, credsStore: '' },
    world,
  )
  expect(found).toEqual({ username: 'u', password: 'p' })
  expect(await storedCredentials('gcr.io', { auths: { 'ghcr.io': { auth } } }, world)).toBeUndefined()
})

test('a login that left an identity token in the place of a password is found', async () => {
  const world = { exec, env: {}, signal: new AbortController().signal }
  const auth = Buffer.from('00000000-0000-0000-0000-000000000000:').toString('base64')
  const config = { auths: { 'me.azurecr.io': { auth, identitytoken: 'I' } } }
  expect(await storedCredentials('me.azurecr.io', config, world)).toEqual({ identityToken: 'I' })
})

test.each([
  ['dTpwOnE=', { username: 'u', password: 'p:q' }],
  ['', undefined],
  ['dQ==', undefined],
  [undefined, undefined],
])('auth %j', (auth, credentials) => {
  expect(decodeAuth(auth)).toEqual(credentials)
})
