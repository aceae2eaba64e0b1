import { expect, test } from '@jest/globals'
import { privateConfig } from '../src/config.ts'
import { decodeAuth } from '../src/credentials.ts'

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

test('without a login everything that says who we are is carried over', () => {
  const { psFormat, ...rest } = users
  expect(privateConfig(users, undefined)).toEqual(rest)
})

test.each([
  ['dTpwOnE=', { username: 'u', password: 'p:q' }],
  ['', undefined],
  ['dQ==', undefined],
  [undefined, undefined],
])('auth %j', (auth, credentials) => {
  expect(decodeAuth(auth)).toEqual(credentials)
})
