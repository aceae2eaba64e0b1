import { expect, test } from '@jest/globals'
import { isRepositoryMissing, parseJson, refusal, retryAfter } from './refusal.ts'

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

const errors = (...given: object[]) => Buffer.from(JSON.stringify({ errors: given }))

test.each([
  ['no repository', errors({ code: 'NAME_UNKNOWN', message: 'x' }), true],
  ['no such image', errors({ code: 'MANIFEST_UNKNOWN' }), false],
  ['no error', errors(), false],
  ['a page', Buffer.from('<html>'), false],
  ['null', Buffer.from('null'), false],
])('%s', (_, body, missing) => {
  expect(isRepositoryMissing(body)).toBe(missing)
})

test.each([
  [errors({ code: 'DENIED', message: 'no' }), '. It says: no'],
  [Buffer.from('{"details":"wait"}'), '. It says: wait'],
  [Buffer.from('{}'), 'push to this repository'],
])('what a registry says is told', (body, end) => {
  expect(refusal('r.example', 'a/b', { status: 403, headers: {}, body }).message).toMatch(
    new RegExp(`${end.replace('.', '\\.')}$`),
  )
})
