import { describe, expect, test } from '@jest/globals'
import { movingTags, resolveTags } from '../src/tags.ts'

const values = {
  runNumber: 4,
  sha: '0a3087af5c0d4e4f8b1c2d3e4f5061728394a5b6',
  branch: 'feature/Add_Things #1',
  date: new Date('2026-03-09T23:30:00Z'),
}

describe('templates are filled in', () => {
  test.each([
    [['{run_number}-{short_sha}'], ['4-0a3087a']],
    [['{sha}'], [values.sha]],
    [['{branch}'], ['feature-Add_Things-1']],
    [
      ['v1-{date}', 'latest'],
      ['v1-20260309', 'latest'],
    ],
    [
      ['latest', 'latest', '{run_number}', '4'],
      ['latest', '4'],
    ],
  ])('%j', (templates, tags) => {
    expect(resolveTags(templates, values)).toEqual(tags)
  })
})

test('a branch of odd characters still makes a tag', () => {
  expect(resolveTags(['{branch}'], { ...values, branch: '.../-ünïcode' })).toEqual(['n-code'])
  expect(resolveTags(['{branch}'], { ...values, branch: 'b'.repeat(300) })[0]).toHaveLength(100)
})

describe('what makes no tag is refused', () => {
  test.each([
    [[], "input 'tags' is empty"],
    [['{foo}'], "input 'tags' has '{foo}': {foo} is unknown; write one of {run_number}, {short_sha}"],
    [['{constructor}'], '{constructor} is unknown'],
    [['a+b'], "it becomes 'a+b'; a tag takes letters, digits, _ . - and does not start with . or -"],
    [['a, b'], "input 'tags' has 'a, b': write one tag a line"],
    [['-x'], "it becomes '-x'"],
    [['a/b'], "it becomes 'a/b'"],
    [['latest;id'], 'write one tag a line'],
    [['x'.repeat(129)], 'it becomes 129 characters long, and a tag takes 128'],
  ])('%j', (templates, message) => {
    expect(() => resolveTags(templates, values)).toThrow(message)
  })

  test('a variable without a value', () => {
    expect(() => resolveTags(['{short_sha}'], { ...values, sha: '' })).toThrow('{short_sha} has no value')
    expect(() => resolveTags(['{run_number}'], { ...values, runNumber: 0 })).toThrow(
      '{run_number} has no value',
    )
    expect(() => resolveTags(['{branch}'], { ...values, branch: '///' })).toThrow('{branch} has no value')
  })
})

test('tags without run number or commit move, and are told as wildcards', () => {
  expect(movingTags(['{run_number}-{short_sha}', 'latest', 'edge-{branch}', '{branch}', '{sha}'])).toEqual([
    'latest',
    'edge-*',
    '*',
  ])
})
