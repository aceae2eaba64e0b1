import { describe, expect, test } from '@jest/globals'
import {
  formatReference,
  fullName,
  isDigest,
  isName,
  isTag,
  lastComponent,
  parseReference,
} from './reference.ts'

const digest = `sha256:${'0'.repeat(64)}`

describe('parseReference', () => {
  test.each([
    ['nginx', { name: 'nginx' }],
    ['nginx:1.2', { name: 'nginx', tag: '1.2' }],
    ['localhost:5000/a/b', { name: 'localhost:5000/a/b' }],
    ['localhost:5000/a/b:c', { name: 'localhost:5000/a/b', tag: 'c' }],
    [`ghcr.io/a__b/c-d:t@${digest}`, { name: 'ghcr.io/a__b/c-d', tag: 't', digest }],
    [`a@${digest}`, { name: 'a', digest }],
    ['a@sha256:25a0d4', { name: 'a', digest: 'sha256:25a0d4' }],
    ['[::1]:5000/a:b', { name: '[::1]:5000/a', tag: 'b' }],
    ['UPPER.host/a:B', { name: 'UPPER.host/a', tag: 'B' }],
  ])('%s', (text, expected) => {
    expect(parseReference(text)).toEqual(expected)
    expect(formatReference(expected)).toBe(text)
  })

  test.each([
    '',
    'A',
    'a:',
    'a:b:c',
    'a/',
    '/a',
    'a b',
    'a@',
    'a@b',
    `a:${'x'.repeat(129)}`,
    'oci://a/b',
    'a--',
    'a..b',
    `${'a'.repeat(256)}`,
  ])('%j is none', text => {
    expect(parseReference(text)).toBeUndefined()
  })
})

test.each([
  ['nginx', 'docker.io/library/nginx'],
  ['docker.io/nginx', 'docker.io/library/nginx'],
  ['index.docker.io/a/b', 'docker.io/a/b'],
  ['a/b', 'docker.io/a/b'],
  ['localhost/b', 'localhost/b'],
  ['a:80/b', 'a:80/b'],
  ['GHCR.io/a/b', 'ghcr.io/a/b'],
])('the full name of %s is %s', (name, expected) => {
  expect(fullName(name)).toBe(expected)
  expect(expected.endsWith(lastComponent(name))).toBe(true)
})

test('tags, names and digests', () => {
  expect(['a', '_', '4-0a3087a', 'A.b-c'].every(isTag)).toBe(true)
  expect(['', '-a', '.a', 'a/b', 'a:b', 'ä'].some(isTag)).toBe(false)
  expect(['a', 'a/b', 'x.y:1/a'].every(isName)).toBe(true)
  expect(isDigest(digest)).toBe(true)
  expect(isDigest(digest.slice(1))).toBe(false)
})
