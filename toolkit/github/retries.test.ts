import { expect, test } from '@jest/globals'
import { mayRepeat } from './retries.ts'

const now = new Date('2026-01-01T00:00:00Z')
const reset = (seconds: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(now.getTime() / 1000 + seconds),
})
const object = '/repos/{owner}/{repo}/git/trees'
const comment = '/repos/{owner}/{repo}/issues/{issue_number}/comments'

test.each([
  ['a server error on reading', 'GET', '/x', 502, {}, '', true],
  ['no answer on reading', 'GET', '/x', 0, {}, '', true],
  ['no answer on changing, which may have worked', 'POST', comment, 0, {}, '', false],
  ['a server error on making a comment', 'POST', comment, 500, {}, '', false],
  ['a server error on making a git object', 'POST', object, 500, {}, '', true],
  ['a server error on an update', 'PATCH', '/x', 503, {}, '', true],
  ['retry-after', 'POST', comment, 429, { 'retry-after': '7' }, '', 7000],
  ['a secondary limit with retry-after', 'POST', comment, 403, { 'retry-after': '3' }, '', 3000],
  ['a secondary limit without', 'GET', '/x', 403, {}, 'You have exceeded a secondary rate limit', 60_000],
  ['a used-up limit that resets soon', 'GET', '/x', 403, reset(30), '', 30_000],
  ['a used-up limit that resets too late', 'GET', '/x', 403, reset(3000), '', false],
  ['a plain refusal', 'GET', '/x', 403, {}, 'Resource not accessible by integration', false],
  ['bad credentials', 'GET', '/x', 401, {}, '', false],
  ['not found', 'GET', '/x', 404, {}, '', false],
  ['a conflict', 'PATCH', '/x', 422, {}, 'Update is not a fast forward', false],
])('%s', (_, method, url, status, headers, message, expected) => {
  expect(mayRepeat({ method, url, status, headers, message }, now)).toBe(expected)
})
