import { describe, expect, test } from '@jest/globals'
import type { Commit } from '../inspect/commits.ts'
import { type BumpExpectation, checkBump } from './verify.ts'

const digest = `sha256:${'1'.repeat(64)}`
const expected: BumpExpectation = {
  parent: 'f'.repeat(40),
  source: 'b'.repeat(40),
  tag: '4-0a3087a',
  digest,
  runId: 17,
}
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
    ['Source-Commit', expected.source],
    ['Source-Run', 'http://localhost/o/source/actions/runs/17'],
  ],
  files: ['manifests/app-a/deployment.yaml', 'manifests/kv/values.yaml'],
  diff: `--- a/manifests/app-a/deployment.yaml
+++ b/manifests/app-a/deployment.yaml
@@ -1 +1 @@
-          image: r/kv:0-0000000
+          image: r/kv:4-0a3087a@${digest}
--- a/manifests/kv/values.yaml
+++ b/manifests/kv/values.yaml
@@ -1,2 +1,2 @@
-  tag: 0-0000000
-  digest: ""
+  tag: 4-0a3087a
+  digest: "${digest}"
`,
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
  test.each<[string, Commit[], RegExp[]]>([
    ['no commit', [], [/one commit/]],
    ['two commits', [bump, bump], [/one commit/]],
    ['another parent', [{ ...bump, parents: ['0'] }], [/stands on/]],
    ['one file of the two', [{ ...bump, files: ['manifests/kv/values.yaml'] }], [/two files/]],
    ['another line', [swap('-  tag: 0', '-  pullPolicy: 0')], [/no other byte/]],
    ['other indentation', [swap('+  tag', '+    tag')], [/no other byte/]],
    ['another tag in the chart', [swap('+  tag: 4', '+  tag: 5')], [/values/]],
    ['an image without its digest', [swap(`4-0a3087a@${digest}`, '4-0a3087a')], [/plain manifests/]],
    ['no trailers', [{ ...bump, trailers: [] }], [/trailers/]],
  ])('%s', (_what, commits, claims) => {
    expect(broken(commits)).toEqual(claims.map(claim => expect.stringMatching(claim)))
  })
})
