import { expect, test } from '@jest/globals'
import { parseJson, retryAfter } from './refusal.ts'

test.each([
  [undefined, undefined],
  ['', undefined],
  ['soon', undefined],
  ['0', 0],
  ['2', 2_000],
  ['3600', 60_000],
  ['Sat, 21 Nov 2026 04:00:05 GMT', 5_000],
  ['Sat, 21 Nov 2026 03:00:00 GMT', 0],
])('Retry-After: %s', (header, wait) => {
  expect(retryAfter(header, Date.parse('2026-11-21T04:00:00Z'))).toBe(wait)
})

test.each(['', '<html>', 'null', '"x"', '5'])('%j is no answer of a registry', body => {
  expect(() => parseJson('r.example', Buffer.from(body))).toThrow(
    'r.example answered with something that is no',
  )
})
