import { describe, expect, test } from '@jest/globals'
import { evaluate, interpolate, isTruthy, resolve, type Scope } from './expressions.ts'

const scope: Scope = {
  contexts: {
    github: { ref: 'refs/heads/main', run_number: '4', event: { labels: [{ name: 'a' }, { name: 'b' }] } },
    env: { EMPTY: '', BRACE: '}}' },
    matrix: { n: 2, on: true },
    needs: {},
  },
  functions: { always: { minArgs: 0, maxArgs: 0, call: () => true } },
}

describe('values', () => {
  test.each([
    ["github.ref == 'REFS/heads/main'", true],
    ["contains(github.event.labels.*.name, 'b')", true],
    ['fromJSON(\'{"a":[1,2]}\').a[1]', 2],
    ["env.EMPTY || 'fallback'", 'fallback'],
    ['needs.nobody.outputs.x', null],
    ['always() && matrix.n > 1', true],
    ["format('{0}-{1}', github.run_number, matrix.n)", '4-2'],
    ['toJSON(matrix)', '{\n  "n": 2,\n  "on": true\n}'],
  ])('%s', (expression, value) => {
    expect(evaluate(expression, scope)).toEqual(value)
  })

  test.each(['nope.x', 'nope()', 'github.ref ==', 'always(1)'])('%s is refused', expression => {
    expect(() => evaluate(expression, scope)).toThrow()
  })
})

describe('texts', () => {
  test.each([
    ['a ${{ github.run_number }}-${{ matrix.n }} b', 'a 4-2 b'],
    ["${{ '}}' }} and ${{ format('it''s {0}', matrix.on) }}", "}} and it's true"],
    ['${{ needs.nobody }}|${{ matrix }}|${{ github.event.labels }}', '|Object|Array'],
    ['$HOME ${NOT} {{ x }} $ {{', '$HOME ${NOT} {{ x }} $ {{'],
    ['${{ env.BRACE }}', '}}'],
  ])('%s', (text, expected) => {
    expect(interpolate(text, scope)).toBe(expected)
  })

  test('one expression alone keeps its type, lists and mappings are gone through', () => {
    const value = { a: '${{ matrix.on }}', b: ['x${{ matrix.n }}', 3], '${{ matrix.n }}': null }
    expect(resolve(value, scope)).toEqual({ a: true, b: ['x2', 3], 2: null })
  })
})

test.each([
  [null, false],
  ['', false],
  [0, false],
  [Number.NaN, false],
  ['false', true],
  [[], true],
])('%j is truthy: %s', (value, expected) => {
  expect(isTruthy(value)).toBe(expected)
})
