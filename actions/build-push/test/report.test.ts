import { expect, test } from '@jest/globals'
import type { Outcome } from '../src/outcome.ts'
import type { PlannedImage } from '../src/plan.ts'
import { outcomeLines } from '../src/report.ts'

const image = (name: string) => ({ name, repository: `r/${name}`, tags: ['1'] }) as unknown as PlannedImage
const facts = { platforms: [], parts: [], digest: 'sha256:aa' }

test('the log ends with one line an image, in columns', () => {
  const outcomes: Outcome[] = [
    { state: 'pushed', image: image('api'), ...facts, size: 42_100_000, milliseconds: 12_300 },
    { state: 'reused', image: image('frontend'), ...facts, size: 512_000 },
    { state: 'failed', image: image('job'), error: new Error('x'), milliseconds: 900 },
    { state: 'not started', image: image('late') },
  ]
  expect(outcomeLines(outcomes)).toEqual([
    'api       pushed       42.1 MB   12 s  r/api:1@sha256:aa',
    'frontend  reused        512 kB         r/frontend:1@sha256:aa',
    'job       failed                0.9 s',
    'late      not started',
  ])
})
