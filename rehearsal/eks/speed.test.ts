import { expect, test } from '@jest/globals'
import type { JobRun, StepRun } from '../player/player.ts'
import { covered, describeSpeed, type Stretch, speedOf } from './speed.ts'

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

const at = (second: number) => new Date(second * 1000)
const step = (kind: string, name: string, from: number, duration: number) =>
  ({ kind, name, startedAt: at(from), duration: duration * 1000 }) as StepRun
const job = (...steps: StepRun[]) => ({ steps }) as unknown as JobRun

test('a push is measured apart from the image’s build and the service’s tests, which run beside each other', () => {
  const jobs = [
    job(step('actions/checkout@x', 'Run actions/checkout@x', 1, 1), step('run', 'Run npm test', 2, 9)),
    job(step('o/r/actions/build-push@v1', 'build', 2, 4), step('o/r/actions/build-push@v1', 'post', 6, 0)),
    job(
      step('o/r/actions/bump-manifest@v1', 'bump', 11, 1),
      step('o/r/actions/argocd-wait@v1', 'wait', 12, 60),
    ),
  ]
  expect(speedOf({ from: 1_000, to: 12_000 }, { jobs })).toEqual({
    whole: 11_000,
    build: 4_000,
    tests: 9_000,
    own: 2_000,
  })
})

test.each([
  [29_000, 2_900, /meets/],
  [29_000, 3_100, /misses/],
  [31_000, 2_900, /misses/],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, /misses/],
])('%d ms, %d of them its own', (whole, own, verdict) => {
  expect(describeSpeed({ whole, own, build: 1, tests: 1 })).toMatch(verdict)
})
