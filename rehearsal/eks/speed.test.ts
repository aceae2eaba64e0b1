import { expect, test } from '@jest/globals'
import { checkSpeed, covered, type Stretch } from './speed.ts'

test.each<[string, Stretch[], number]>([
  ['nothing', [], 0],
  [
    'one after the other',
    [
      { from: 10, to: 18 },
      { from: 2, to: 10 },
    ],
    16,
  ],
  [
    'beside each other',
    [
      { from: 2, to: 20 },
      { from: 3, to: 9 },
    ],
    18,
  ],
  [
    'with a gap between',
    [
      { from: 2, to: 8 },
      { from: 12, to: 20 },
    ],
    14,
  ],
  ['past both ends', [{ from: 0, to: 60 }], 20],
  ['elsewhere', [{ from: 30, to: 60 }], 0],
])('what is covered: %s', (_what, others, sum) => {
  expect(covered({ from: 1, to: 21 }, others)).toBe(sum)
})

test.each([
  [29_000, 2_900, [true, true]],
  [29_000, 3_100, [true, false]],
  [31_000, 2_900, [false, true]],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, [false, false]],
])('%d ms, %d of them its own', (whole, own, ok) => {
  expect(checkSpeed({ whole, own }, 0).map(check => check.ok)).toEqual(ok)
})
