import { describe, expect, test } from '@jest/globals'
import { parseJson, retryAfter } from './refusal.ts'
import { httpsProblem } from './request.ts'

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

describe('where HTTPS cannot work, the reason is told', () => {
  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS'],
    ['CERT_HAS_EXPIRED', 'not trusted here (why)'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'not trusted here (why)'],
    ['EPROTO', 'does not speak HTTPS'],
  ])('%s', (code, told) => {
    expect(httpsProblem(Object.assign(new Error('why'), { code }))).toContain(told)
  })

  test('other failures may pass', () => {
    expect(httpsProblem(Object.assign(new Error('why'), { code: 'ECONNRESET' }))).toBeUndefined()
  })
})
