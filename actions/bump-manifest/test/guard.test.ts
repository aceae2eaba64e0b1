import { expect, test } from '@jest/globals'
import { downgrade, olderRun } from '../src/guard.ts'

test.each([
  ['12-0a3087a', '4-1b4198b', 'run 12 is deployed, and run 4 is older'],
  ['linux-12-0a3087a', 'linux-4-1b4198b', 'run 12 is deployed, and run 4 is older'],
  ['1.2.3', '1.2.2', 'version 1.2.3 is deployed, and 1.2.2 is lower'],
  ['v1.10', 'v1.9', 'version v1.10 is deployed, and v1.9 is lower'],
  ['v2.0', '1.9.9', 'version v2.0 is deployed, and 1.9.9 is lower'],
  ['1.2.3-rc.10', '1.2.3-rc.9', 'version 1.2.3-rc.10 is deployed, and 1.2.3-rc.9 is lower'],
  [
    '1.2.3-rc.2-0a3087a',
    '1.2.3-rc.1-1a2087a',
    'version 1.2.3-rc.2-0a3087a is deployed, and 1.2.3-rc.1-1a2087a is lower',
  ],
  ['7.4-alpine', '7.2-alpine', 'version 7.4-alpine is deployed, and 7.2-alpine is lower'],
])('%s → %s goes back', (from, to, reason) => {
  expect(downgrade(from, to)).toBe(reason)
  expect(downgrade(to, from)).toBeUndefined()
  expect(downgrade(from, from)).toBeUndefined()
})

test.each([
  ['4-0a3087a', '4-1b4198b'],
  ['4-0a3087a', 'v1.0.0'],
  ['main-12-0a3087a', 'dev-4-1b4198b'],
  ['latest', '1.0'],
  ['12', '4'],
  ['1.2.3-bookworm', '1.2.3-alpine'],
  ['1.2.3', '1.2.3-alpine'],
  ['1.2.3-1a2087a', '1.2.3-0a3087a'],
  ['v1.2.3-4-g1a2087a', 'v1.2.3-4-g0a3087a'],
  ['sha-0a3087a', 'sha-1b4198b'],
])('%s and %s are in no order', (from, to) => {
  expect(downgrade(from, to)).toBeUndefined()
  expect(downgrade(to, from)).toBeUndefined()
})

test('versions are no runs', () => {
  expect(olderRun('2.0', '1.0')).toBeUndefined()
})
