import { expect, test } from '@jest/globals'
import { readContext } from '../runner/context.ts'
import { pullRequestOf } from './target.ts'

const base = readContext({})
const head = { head: { sha: 'a', ref: 'topic' }, base: { sha: 'b', ref: 'main' } }

test.each([
  ['pull_request', { event: { pull_request: { number: 7, ...head } } }, 7],
  ['pull_request_target', { event: { pull_request: { number: 8, ...head } } }, 8],
  ['issue_comment', { event: { issue: { number: 9, pull_request: {} } } }, 9],
  ['issue_comment', { event: { issue: { number: 9 } } }, undefined],
  ['issues', { event: { issue: { number: 9, pull_request: {} } } }, undefined],
  ['merge_group', { ref: `refs/heads/gh-readonly-queue/main/pr-12-${'a'.repeat(40)}` }, 12],
  ['merge_group', { ref: `refs/heads/gh-readonly-queue/release/2.x/pr-13-${'a'.repeat(40)}` }, 13],
  ['push', { ref: 'refs/heads/main' }, undefined],
  ['push', { ref: 'refs/heads/gh-readonly-queue-not/pr-1-zz' }, undefined],
  ['workflow_dispatch', { ref: 'refs/pull/5/merge' }, 5],
])('%s %j: %j', (eventName, context, expected) => {
  expect(pullRequestOf({ ...base, eventName, ...context })).toBe(expected)
})
