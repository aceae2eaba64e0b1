import { expect, test } from '@jest/globals'
import { chooseMerged, type PullAnswer, pullOfEvent } from './pull-request-of-commit.ts'

const SHA = 'a'.repeat(40)
const pull = (number: number, more: Partial<PullAnswer> = {}): PullAnswer => ({
  number,
  html_url: `https://github.com/acme/shop/pull/${number}`,
  head: { sha: 'b'.repeat(40) },
  base: { ref: 'infra_main' },
  merged_at: '2026-01-01T00:00:00Z',
  merge_commit_sha: 'c'.repeat(40),
  ...more,
})

test.each<[string, PullAnswer[], number | undefined]>([
  ['none', [], undefined],
  ['the only one', [pull(1)], 1],
  ['an open one is no answer', [pull(1, { merged_at: null, merge_commit_sha: SHA })], undefined],
  ['one without merged_at is no answer', [{ ...pull(1), merged_at: undefined as never }], undefined],
  [
    'the one whose merge made this commit',
    [pull(1, { merged_at: '2026-02-01T00:00:00Z' }), pull(2, { merge_commit_sha: SHA })],
    2,
  ],
  [
    'the one into this branch before one elsewhere',
    [pull(1, { base: { ref: 'main' }, merge_commit_sha: SHA }), pull(2, { merge_commit_sha: SHA })],
    2,
  ],
  [
    'the commit elsewhere before an older merge here',
    [pull(1), pull(2, { base: { ref: 'main' }, merge_commit_sha: SHA })],
    2,
  ],
  ['a merge into another branch only is no answer', [pull(1, { base: { ref: 'main' } })], undefined],
  ['the newest merge into this branch', [pull(1), pull(2, { merged_at: '2026-03-01T00:00:00Z' })], 2],
])('of the pull requests of a commit: %s', (_, candidates, number) => {
  expect(chooseMerged(candidates, { sha: SHA, branch: 'infra_main' })?.number).toBe(number)
})

const head = { sha: SHA, ref: 'topic' }
const base = { sha: SHA, ref: 'infra_main' }
test.each([
  ['a push', 'refs/heads/infra_main', {}, undefined],
  [
    'a merge',
    'refs/heads/infra_main',
    { action: 'closed', pull_request: { number: 7, head, base, merged: true } },
    { number: 7 },
  ],
  ['a merge queue', `refs/heads/gh-readonly-queue/infra_main/pr-12-${SHA}`, {}, { number: 12, queued: true }],
  [
    'a merge queue of a branch with slashes',
    `refs/heads/gh-readonly-queue/env/prod/pr-3-${SHA}`,
    {},
    { number: 3, queued: true },
  ],
  ['a branch that only looks like a queue', 'refs/heads/topic/pr-12-abc', {}, undefined],
])('the event of %s names its pull request', (_, ref, event, expected) => {
  expect(pullOfEvent({ ref, event })).toEqual(expected)
})

test.each([
  ['closed without a merge', { action: 'closed', merged: false }, 'closed without being merged'],
  ['open', { action: 'synchronize' }, 'not merged yet'],
])('the event of a pull request that is %s tells why not', (_, { action, ...more }, why) => {
  const event = { action, pull_request: { number: 7, head, base, ...more } }
  expect(pullOfEvent({ ref: 'refs/pull/7/merge', event })).toEqual({ missing: expect.stringContaining(why) })
})
