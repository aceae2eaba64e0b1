import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../../toolkit/action/fields.ts'
import { readRequest } from '../src/request.ts'
import { spec } from '../src/spec.ts'
import { DIGEST } from './bump.ts'

const read = (given: Record<string, string>) =>
  readRequest(readInputs(spec.inputs, name => given[name] ?? ''))

describe('images', () => {
  const web = { repository: 'ghcr.io/acme/web', name: 'ghcr.io/acme/web', tag: '4-0a3087a' }
  const built = {
    name: 'web',
    repository: 'ghcr.io/acme/web',
    tag: '4-0a3087a',
    ref: 'ghcr.io/acme/web:4-0a3087a',
  }
  test.each([
    ['ghcr.io/acme/web:4-0a3087a', [web]],
    ['\n  ghcr.io/acme/web:4-0a3087a \r\n\n', [web]],
    [`nginx@${DIGEST}`, [{ repository: 'docker.io/library/nginx', name: 'nginx', digest: DIGEST }]],
    [
      JSON.stringify([{ ...built, digest: DIGEST, pinned: `ghcr.io/acme/web@${DIGEST}`, reused: false }]),
      [{ ...web, digest: DIGEST }],
    ],
    [JSON.stringify([{ ...built, digest: '' }]), [web]],
    [JSON.stringify({ ref: 'ghcr.io/acme/web:4-0a3087a' }), [web]],
    [
      'nginx:1\ndocker.io/nginx:1',
      [{ repository: 'docker.io/library/nginx', name: 'docker.io/nginx', tag: '1' }],
    ],
  ])('%s', (images, expected) => {
    expect(read({ images }).images).toEqual(expected)
  })

  test.each([
    ['web', "'web' has neither a tag nor a digest; write web:tag"],
    ['Web:1', "'Web:1' is no image reference"],
    ['web:ä', "'web:ä' is no image reference"],
    ['https://ghcr.io/acme/web:1', 'is no image reference'],
    ['web@sha256:123', "'sha256:123' is no digest"],
    ['web:1\nweb:2', "'web' is listed twice with different tags; keep one"],
    ['[]', 'the list is empty; name at least one image'],
    ['[{"tag":"1"}]', 'has no repository'],
    ['[{"repository":"a b","tag":"1"}]', "'a b' is no repository name"],
    ['[{"repository":"a","tag":"b/c"}]', "'b/c' is no tag"],
    ['[{"repository":"a","tag":1.10}]', 'has a tag that is no text; put it in quotes'],
    ['["web:1"]', 'is no object with a repository and a tag'],
    ['[{', 'it starts like JSON but is none'],
    ['[::1]:5000/web', 'write [::1]:5000/web:tag'],
  ])('%s: %s', (images, message) => {
    expect(() => read({ images })).toThrow(`input 'images' is '${images}'`)
    expect(() => read({ images })).toThrow(message)
  })
})

describe('set', () => {
  test.each([
    ['a.yaml#b.c=d', 'a.yaml', 'b.c', 'd'],
    ['./dir/a b.yaml # b[name=x].c = d=e#f ', 'dir/a b.yaml', 'b[name=x].c', 'd=e#f'],
    ['a.yaml#["x=y"]=', 'a.yaml', '["x=y"]', ''],
  ])('%s', (line, file, shown, value) => {
    expect(read({ set: line }).set).toMatchObject([{ file, shown, value }])
  })

  test.each([
    ['a.yaml', 'names no file'],
    ['#a=b', 'names no file'],
    ['a.yaml#b', 'has no value'],
    ['a.yaml#b..c=d', "the path 'b..c' cannot be read"],
    ['a.yaml#=d', "the path '' names no value"],
  ])('%s: %s', (set, message) => {
    expect(() => read({ set })).toThrow(message)
  })
})

test.each<[Record<string, string>, string]>([
  [{}, "nothing to change: give 'images'"],
  [{ images: 'a:1', pin: 'digest' }, "input 'pin' is 'digest', but 'a' comes without a digest"],
  [{ images: 'a:1', pin: 'both' }, 'comes without a digest'],
  [{ images: `a@${DIGEST}`, pin: 'tag' }, "input 'pin' is 'tag', but 'a' comes without a tag"],
  [{ images: 'a:1', files: 'x/*.yaml\n../y.yaml' }, "input 'files' names '../y.yaml', which may lie outside"],
  [{ images: 'a:1', files: '!/etc/x' }, "input 'files' names '/etc/x'"],
  [{ images: 'a:1', files: '**/{..,x}/../y' }, 'which may lie outside'],
  [{ set: '../a.yaml#b=c' }, "input 'set' names '../a.yaml'"],
  [{ set: '/a.yaml#b=c' }, "input 'set' names '/a.yaml'"],
  [{ images: 'a:1', pin: 'sha' }, "input 'pin' is 'sha': write one of keep, tag, digest, both"],
])('%j: %s', (given, message) => {
  expect(() => read(given)).toThrow(message)
})

test('what is not given has its default', () => {
  expect(read({ images: 'a:1' })).toMatchObject({
    files: ['**/*.yaml', '**/*.yml', '**/Kustomization'],
    pin: 'keep',
    set: [],
    allowDowngrade: false,
  })
})
