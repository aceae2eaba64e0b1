import { describe, expect, test } from '@jest/globals'
import { checkImages } from '../claimed-images.ts'
import type { Commit } from '../inspect/commits.ts'
import { type BumpExpectation, checkBump } from './verify.ts'

const images = [{ name: 'backend', tag: '4-0a3087a', digest: 'sha256:1' }]
const expected: BumpExpectation = { parent: 'f'.repeat(40), file: 'docker-compose.yml', images, runId: 17 }
const bump: Commit = {
  repository: 'o/r',
  sha: 'a'.repeat(40),
  parents: [expected.parent],
  author: 'bot',
  email: 'bot@example.com',
  date: '',
  subject: '',
  body: '',
  trailers: [
    ['Source-Commit', expected.parent],
    ['Source-Run', 'http://localhost/o/r/actions/runs/17'],
  ],
  files: ['docker-compose.yml'],
  diff: '--- a/docker-compose.yml\n+++ b/docker-compose.yml\n@@ -1 +1 @@\n-    image: x/backend:0-0\n+    image: x/backend:4-0a3087a\n',
}
const broken = (commits: Commit[]) =>
  checkBump(commits, expected)
    .filter(({ ok }) => !ok)
    .map(({ claim }) => claim)

test('one clean commit passes', () => {
  expect(broken([bump])).toEqual([])
})

describe('what is not clean is found', () => {
  const swap = (from: string, to: string) => ({ ...bump, diff: bump.diff.replaceAll(from, to) })
  test.each<[string, Commit[], string[]]>([
    ['no commit', [], ['exactly one commit']],
    ['two commits', [bump, bump], ['exactly one commit']],
    ['another parent', [{ ...bump, parents: ['0'] }], ['it stands on the commit that was pushed']],
    [
      'another file',
      [{ ...bump, files: ['docker-compose.yml', 'x'] }],
      ['it changes docker-compose.yml alone'],
    ],
    [
      'other indentation',
      [swap('+    image', '+  image')],
      ['it changes image references and no other byte'],
    ],
    ['another line', [swap('-    image:', '-    name:')], ['it changes image references and no other byte']],
    ['another tag', [swap('4-0a3087a', '5-0a3087a')], ['backend runs 4-0a3087a']],
    ['no trailers', [{ ...bump, trailers: [] }], ['its trailers name the source commit and the run']],
  ])('%s', (_what, commits, claims) => {
    expect(broken(commits)).toEqual(claims)
  })
})

test.each([
  ['the image as told', { tag: '4-0a3087a', digest: 'sha256:1' }, '4-0a3087a', [true, true]],
  ['another digest', { tag: '4-0a3087a', digest: 'sha256:2' }, '4-0a3087a', [true, false]],
  ['another tag than expected', { tag: '4-0a3087a', digest: 'sha256:1' }, '5-0a3087a', [false, true]],
])('in the registry: %s', (_what, found, tag, ok) => {
  const image = { name: 'backend', repository: '', size: 0, platforms: [], labels: {}, ...found }
  expect(checkImages(images, [image], tag).map(check => check.ok)).toEqual(ok)
})
