import { expect, test } from '@jest/globals'
import type { ChangeKind } from '../../../toolkit/terraform/plan/model.ts'
import { type Message, parseMessage } from '../../../toolkit/terraform/run/messages.ts'
import { progressOf } from '../src/progress.ts'

const say = (type: string, addr: string, action: string, message = ''): Message =>
  parseMessage(JSON.stringify({ type, '@message': message, hook: { resource: { addr }, action } }))
const start = (addr: string, action: string) => say('apply_start', addr, action)
const done = (addr: string, action: string, id?: string) =>
  say('apply_complete', addr, action, `${addr}: complete after 0s${id === undefined ? '' : ` [id=${id}]`}`)
const errored = (addr: string, action: string) => say('apply_errored', addr, action)

const ACTIONS: Partial<Record<ChangeKind, string[]>> = { replace: ['delete', 'create'], move: ['no-op'] }

test.each<[string, ChangeKind, Message[], string]>([
  ['a creation', 'create', [start('x', 'create'), done('x', 'create', 'i-1')], 'applied'],
  ['a creation that failed', 'create', [start('x', 'create'), errored('x', 'create')], 'failed'],
  ['a creation nobody heard the end of', 'create', [start('x', 'create')], 'unfinished'],
  ['a creation that was not begun', 'create', [start('y', 'create')], 'notReached'],
  ['a replacement', 'replace', [done('x', 'delete'), done('x', 'create')], 'applied'],
  ['a replacement, new object first', 'replace', [done('x', 'create'), done('x', 'delete')], 'applied'],
  ['half a replacement', 'replace', [start('x', 'delete'), done('x', 'delete')], 'unfinished'],
  ['a replacement that failed midway', 'replace', [done('x', 'delete'), errored('x', 'create')], 'failed'],
  ['a move, of which nothing is told', 'move', [], 'notReached'],
])('%s is told as it is', (_, kind, messages, stage) => {
  const progress = progressOf([{ address: 'x', kind, actions: ACTIONS[kind] ?? [kind] }], messages, false)
  expect(
    Object.entries(progress)
      .filter(([, steps]) => steps.length > 0)
      .map(([name]) => name),
  ).toEqual([stage])
})

test('a replacement that leaves the old object is done with the new one', () => {
  const planned = [{ address: 'x', kind: 'replace' as const, actions: ['create', 'forget'] }]
  expect(progressOf(planned, [done('x', 'create')], false).applied).toHaveLength(1)
})

test('after a success all is applied, and named by its id', () => {
  const planned = [
    { address: 'x', kind: 'create' as const, actions: ['create'] },
    { address: 'y', kind: 'move' as const, actions: ['no-op'] },
  ]
  expect(progressOf(planned, [done('x', 'create', 'sg-0[1]')], true).applied).toEqual([
    { address: 'x', kind: 'create', id: 'sg-0[1]' },
    { address: 'y', kind: 'move' },
  ])
})
