import { describe, expect, test } from '@jest/globals'
import { expandMatrix, matrixSuffix } from './matrix.ts'
import { effectivePermissions, tokenPermissions } from './permissions.ts'
import { conclude, statusOfNeeds } from './status.ts'

describe('a matrix', () => {
  // The example of docs.github.com, "Running variations of jobs in a workflow", expanding a matrix.
  const fruit = { fruit: ['apple', 'pear'], animal: ['cat', 'dog'] }
  test.each([
    ['none', undefined, [{}]],
    [
      'two axes',
      { a: [1, 2], b: ['x'] },
      [
        { a: 1, b: 'x' },
        { a: 2, b: 'x' },
      ],
    ],
    ['excluded', { a: [1, 2], b: [1, 2], exclude: [{ a: 1 }, { a: 2, b: 2 }] }, [{ a: 2, b: 1 }]],
    ['only included', { include: [{ a: 1 }, { a: 2 }] }, [{ a: 1 }, { a: 2 }]],
    [
      'extended and added',
      {
        ...fruit,
        include: [
          { color: 'green' },
          { color: 'pink', animal: 'cat' },
          { fruit: 'apple', shape: 'circle' },
          { fruit: 'banana' },
          { fruit: 'banana', animal: 'cat' },
        ],
      },
      [
        { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
        { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
        { fruit: 'pear', animal: 'cat', color: 'pink' },
        { fruit: 'pear', animal: 'dog', color: 'green' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    ],
  ])('%s', (_what, matrix, expected) => {
    expect(expandMatrix(matrix)).toEqual(expected)
  })

  test('an axis that is no list is refused', () => {
    expect(() => expandMatrix({ a: 'x' })).toThrow("matrix 'a' is not a list")
  })

  test('names show the values', () => {
    expect([matrixSuffix({}), matrixSuffix({ a: 1, b: { c: 2 } })]).toEqual(['', ' (1, {"c":2})'])
  })
})

describe('permissions', () => {
  test.each([
    ['nothing said', undefined, undefined, { contents: 'read', packages: 'read', metadata: 'read' }],
    ['the workflow says', { issues: 'write' }, undefined, { issues: 'write', metadata: 'read' }],
    ['the job says', { contents: 'write' }, { contents: 'read' }, { contents: 'read', metadata: 'read' }],
    ['nothing allowed', {}, undefined, { metadata: 'read' }],
  ])('%s', (_what, workflow, job, expected) => {
    expect(effectivePermissions(workflow, job)).toEqual(expected)
  })

  test('what is not named is not allowed', () => {
    expect(tokenPermissions({ 'pull-requests': 'write' })).toMatchObject({
      pull_requests: 'write',
      contents: 'none',
    })
    expect(tokenPermissions(effectivePermissions('write-all', undefined))).toMatchObject({
      contents: 'write',
    })
  })
})

test.each([
  [[], false, { success: true, failure: false, cancelled: false }],
  [['success', 'skipped'], false, { success: false, failure: false, cancelled: false }],
  [['success', 'failure'], false, { success: false, failure: true, cancelled: false }],
  [['success'], true, { success: false, failure: false, cancelled: true }],
] as const)('needs %j, run cancelled %s', (conclusions, cancelled, status) => {
  expect(statusOfNeeds(conclusions, cancelled)).toEqual(status)
})

test.each([
  [['success', 'skipped'], 'success'],
  [['success', 'failure', 'cancelled'], 'failure'],
  [['cancelled', 'success'], 'cancelled'],
  [['skipped'], 'skipped'],
] as const)('%j is a %s', (conclusions, expected) => {
  expect(conclude(conclusions)).toBe(expected)
})
