import { expect, test } from '@jest/globals'
import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import type { Outcome } from '../src/outcome.ts'
import { headlineOf } from '../src/words.ts'

const several = (kind: string, count: number) => Array.from({ length: count }, () => ({ kind }))

test.each<[string, object, string]>([
  ['one change', { changes: several('create', 1) }, 'applied: 1 change'],
  ['many', { changes: several('update', 1234) }, 'applied: 1,234 changes'],
  [
    'changes, and what they read',
    { changes: [...several('read', 1), ...several('create', 2)] },
    'applied: 2 changes',
  ],
  ['outputs alone', { outputs: several('create', 2) }, 'applied: 2 outputs'],
  [
    'the drift alone',
    { drift: several('update', 1), refreshOnly: true },
    'applied: 1 change outside taken into the state',
  ],
  ['an action alone', { invocations: [{}] }, 'applied: 1 action'],
])('%s', (_, parts, words) => {
  const plan = { changes: [], outputs: [], drift: [], invocations: [], refreshOnly: false, ...parts }
  expect(headlineOf({ kind: 'applied', planned: { plan: plan as unknown as Plan } } as Outcome)).toBe(words)
})
