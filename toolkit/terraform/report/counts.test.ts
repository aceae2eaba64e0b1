import { expect, test } from '@jest/globals'
import type { Plan } from '../plan/model.ts'
import { counts, headline, verdict } from './counts.ts'
import { change, MIXED, output, plan } from './test/plans.ts'
import { duration, listed, plural } from './words.ts'

const check = (status: string) => ({ address: 'check.a', kind: 'check', status, messages: [] })

test.each<[string, Partial<Plan>, string, string]>([
  ['nothing', {}, '⚪', 'no changes'],
  ['a creation', { changes: [change('create', 'a.b')] }, '🟢', '1 to create'],
  [
    'the worst first',
    { changes: [change('create', 'a.b'), change('delete', 'a.c')] },
    '🔴',
    '1 to destroy, 1 to create',
  ],
  [
    'a replacement',
    { changes: [change('replace', 'a.b'), change('update', 'a.c')] },
    '🟠',
    '1 to replace, 1 to update',
  ],
  ['a move', { changes: [change('move', 'a.b', {}, { previousAddress: 'a.c' })] }, '🔵', '1 to move'],
  [
    'an import that also changes',
    { changes: [change('update', 'a.b', {}, { importing: { id: 'x', unknown: false } })] },
    '🟡',
    '1 to update, 1 to import',
  ],
  ['a read', { changes: [change('read', 'data.a.b')] }, '⚪', 'no changes'],
  ['an output', { outputs: [output('a', [1, 2])] }, '🔵', '1 output to change'],
  ['drift alone', { drift: [change('update', 'a.b')] }, '🟣', 'no changes, 1 change outside'],
  [
    'drift that an apply writes into the state',
    { drift: [change('update', 'a.b')], refreshOnly: true },
    '🟣',
    '1 change outside to take into the state',
  ],
  ['a failed check', { checks: [check('fail'), check('unknown')] }, '⚠️', 'no changes, 1 failed check'],
  [
    'many',
    { changes: Array.from({ length: 1234 }, (_, n) => change('create', `a.b[${n}]`)) },
    '🟢',
    '1,234 to create',
  ],
  ['a plan that failed', { errored: true, changes: [change('create', 'a.b')] }, '❌', '1 to create'],
])('%s', (_, parts, mark, words) => {
  const total = counts(plan(parts))
  expect(verdict(plan(parts), total)).toBe(mark)
  expect(headline(total, parts.refreshOnly)).toBe(words)
})

test('everything is counted once', () => {
  expect(counts(MIXED)).toEqual({
    ...{ create: 1, update: 7, replace: 1, delete: 1, forget: 0, import: 1, move: 1, read: 1, other: 0 },
    ...{ outputs: 2, drift: 1, checks: 1, deferred: 0, actions: 0 },
  })
})

test.each([
  [0.04, '0 s'],
  [3.26, '3.3 s'],
  [59.6, '1 min 0 s'],
  [61, '1 min 1 s'],
  [3725, '62 min 5 s'],
])('%d seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})

test('words', () => {
  expect([1, 2, 0].map(count => plural(count, 'check'))).toEqual(['1 check', '2 checks', '0 checks'])
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c'])
})
