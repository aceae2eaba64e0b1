import { expect, test } from '@jest/globals'
import { parseChallenge } from './challenge.ts'

test.each([
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
    {
      scheme: 'bearer',
      realm: 'https://auth.docker.io/token',
      service: 'registry.docker.io',
      scope: 'repository:a/b:pull,push',
    },
  ],
  ['bearer Realm=https://x/token', { scheme: 'bearer', realm: 'https://x/token' }],
  ['Basic realm="registry"', { scheme: 'basic' }],
  ['Basic realm="r", Bearer realm="https://x/t"', { scheme: 'bearer', realm: 'https://x/t' }],
  [
    'Bearer realm="https://x/t",service="s", Basic realm="r"',
    { scheme: 'bearer', realm: 'https://x/t', service: 's' },
  ],
  ['Negotiate', undefined],
  ['Bearer service="x"', undefined],
  [undefined, undefined],
])('%s', (header, challenge) => {
  expect(parseChallenge(header)).toEqual(challenge)
})
