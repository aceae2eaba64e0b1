import { expect, test } from '@jest/globals'
import { readContext } from '../../../toolkit/runner/context.ts'
import { commitMessage } from '../src/commit-message.ts'
import { parseImages } from '../src/images.ts'
import { parseSetLine } from '../src/request.ts'
import { isOwnCommit } from '../src/targets/proposal.ts'

const context = readContext({
  GITHUB_REPOSITORY: 'maestrops/shop',
  GITHUB_SHA: '0a3087a0a3087a0a3087a0a3087a0a3087a0a308',
  GITHUB_REF: 'refs/heads/integration',
  GITHUB_RUN_ID: '9',
  GITHUB_RUN_NUMBER: '4',
})
const two = { images: parseImages('maestrops/backend:4-0a3087a\nmaestrops/frontend:4-0a3087a'), set: [] }
const subject = (message: string) => message.split('\n', 1)[0]

test.each([
  ['deploy: maestrops/backend 4-0a3087a, maestrops/frontend 4-0a3087a', undefined, two],
  [
    'deploy: a/long-name-of-an-image 1 and 2 more',
    undefined,
    {
      images: parseImages('a/long-name-of-an-image:1\nb/long-name-of-an-image:2\nc/long-name-of-an-image:3'),
      set: [],
    },
  ],
  [
    'deploy: a/b sha256:111111111111',
    undefined,
    { images: parseImages(`a/b@sha256:${'1'.repeat(64)}`), set: [] },
  ],
  ['set image.tag in values.yaml', undefined, { images: [], set: [parseSetLine('values.yaml#image.tag=1')] }],
  [
    'chore: maestrops/backend 4-0a3087a, maestrops/frontend 4-0a3087a [skip ci]',
    'chore: {images} [skip ci]',
    two,
  ],
  [
    'run 4 of integration at 0a3087a, {other} {constructor}',
    'run {run_number} of {branch} at {short_sha}, {other} {constructor}',
    two,
  ],
])('%s', (expected, template, request) => {
  expect(subject(commitMessage(template, request, context))).toBe(expected)
})

test('trailers lead back to the source', () => {
  expect(commitMessage('x', two, context)).toBe(`x

Source-Repository: maestrops/shop
Source-Commit: 0a3087a0a3087a0a3087a0a3087a0a3087a0a308
Source-Run: https://github.com/maestrops/shop/actions/runs/9
Image: maestrops/backend:4-0a3087a
Image: maestrops/frontend:4-0a3087a
`)
})

test('trailers of the message and ours make one block', () => {
  const message = commitMessage('x\n\nwhy: because\nof that\n\nSigned-off-by: A <a@b>', two, context)
  expect(message).toMatch(/\n\nwhy: because\nof that\n\nSigned-off-by: A <a@b>\nSource-Repository: /)
  expect(commitMessage('fix: x', two, context)).toMatch(/^fix: x\n\nSource-Repository: /)
})

const own = {
  oid: 'c',
  tree: 't',
  parents: ['abc123'],
  author: { who: 'a', when: 100 },
  committer: { who: 'a', when: 100 },
  message: 'x\n\nBump-Base: abc123\n',
}

test.each([
  [true, 'as it was made', own],
  [false, 'amended', { ...own, committer: { who: 'h', when: 160 } }],
  [false, 'rebased', { ...own, parents: ['def456'] }],
  [false, 'a merge', { ...own, parents: ['abc123', 'def456'] }],
  [false, 'of somebody else', { ...own, message: 'Fix\n' }],
])('%s: a commit %s', (expected, _, commit) => {
  expect(isOwnCommit(commit)).toBe(expected)
})
