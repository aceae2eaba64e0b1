import { expect, test } from '@jest/globals'
import { readContext } from '../../../toolkit/runner/context.ts'
import { branchInput, destinationOf, eventBranch } from '../src/destination.ts'
import { authorInput } from '../src/repository.ts'

const base = readContext({ GITHUB_REPOSITORY: 'maestrops/shop', GITHUB_REF: 'refs/heads/integration' })
const none = { repository: undefined, branch: undefined, 'ssh-key': undefined }
const pull = (merged: boolean, from = 'maestrops/shop') => ({
  ...base,
  ref: 'refs/pull/7/merge',
  event: {
    pull_request: {
      ...{ number: 7, merged, base: { sha: 'b', ref: 'main' } },
      head: { sha: 'h', ref: 'topic', repo: { full_name: from } },
    },
  },
})

test.each([
  ['a push', base, 'integration'],
  ['a pull request', pull(false), 'topic'],
  ['a merged pull request', pull(true), 'main'],
  ['a tag', { ...base, ref: 'refs/tags/v1', event: { repository: { default_branch: 'trunk' } } }, 'trunk'],
])('the branch of %s', (_, context, branch) => {
  expect(eventBranch(context)).toBe(branch)
})

test('the branch of a fork cannot be guessed', () => {
  expect(() => eventBranch(pull(false, 'stranger/shop'))).toThrow('lies in a fork')
})

test.each([
  [none, 'https://github.com/maestrops/shop.git', 'integration'],
  [{ ...none, repository: 'maestrops/manifests' }, 'https://github.com/maestrops/manifests.git', undefined],
  [{ ...none, repository: 'Maestrops/Shop' }, 'https://github.com/Maestrops/Shop.git', 'integration'],
  [{ ...none, 'ssh-key': 'k' }, 'ssh://git@github.com/maestrops/shop.git', 'integration'],
  [{ ...none, 'ssh-key': 'k', repository: 'git@example.com:a/b.git' }, 'git@example.com:a/b.git', undefined],
])('%o leads to %s', (inputs, url, branch) => {
  expect(destinationOf(inputs, base)).toMatchObject({ url, branch })
})

test.each(['shop', 'a/b/c', 'https://x/y', '--upload-pack=x/y z', 'git@example.com:a/b'])(
  'repository %s is refused',
  repository => {
    expect(() => destinationOf({ ...none, repository }, base)).toThrow("input 'repository' is")
  },
)

test.each(['a b', '-x', 'a..b', 'a:b', '*', 'a^', '/a', 'a/', 'a.lock', '.a', 'HEAD', 'a\nb', 'a@{1}'])(
  'branch %j is refused',
  branch => {
    expect(() => branchInput(branch)).toThrow("input 'branch' is")
  },
)

test('a branch may be given as a ref', () => {
  expect(branchInput('refs/heads/feature/x')).toBe('feature/x')
})

test.each(['Jane', 'Jane <>', '<a@b>', 'Jane <a@b> x', 'Jane\n <a@b>'])('author %j is refused', author => {
  expect(() => authorInput(author)).toThrow("input 'author' is")
})
