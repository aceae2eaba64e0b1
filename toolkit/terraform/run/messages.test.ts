import { expect, test } from '@jest/globals'
import { parseMessage, withoutKeys } from './messages.ts'

const line = (message: object) => JSON.stringify({ '@level': 'info', '@message': 'said', ...message })
const hook = { resource: { addr: 'a.b' }, action: 'create', elapsed_seconds: 3 }

test.each([
  ['plain text', { type: 'other', text: 'plain text' }],
  ['{ not json', { type: 'other', text: '{ not json' }],
  ['{}', { type: 'other', text: '{}' }],
  [line({ type: 'version' }), { type: 'other', text: 'said' }],
  [
    line({ type: 'planned_change', change: { resource: { addr: 'a.b' }, action: 'update' } }),
    { type: 'planned_change', address: 'a.b', action: 'update', text: 'said' },
  ],
  [
    line({ type: 'change_summary', changes: { operation: 'plan', add: 1, change: 2, remove: 3, import: 4 } }),
    {
      type: 'change_summary',
      changes: { operation: 'plan', add: 1, change: 2, remove: 3, import: 4 },
      text: 'said',
    },
  ],
  [
    line({ type: 'apply_complete', hook }),
    { type: 'apply_complete', address: 'a.b', action: 'create', seconds: 3, text: 'said' },
  ],
  [
    line({ type: 'apply_errored', hook: { ...hook, elapsed_seconds: undefined } }),
    { type: 'apply_errored', address: 'a.b', action: 'create', seconds: undefined, text: 'said' },
  ],
  [
    line({ type: 'outputs', outputs: { o: { sensitive: true } } }),
    { type: 'outputs', outputs: { o: { sensitive: true } }, text: 'said' },
  ],
  [
    line({ type: 'diagnostic', diagnostic: { severity: 'error', summary: 's', detail: 'd' } }),
    { type: 'diagnostic', diagnostic: { severity: 'error', summary: 's', detail: 'd' }, text: 'said' },
  ],
  [line({ type: 'diagnostic' }), { type: 'other', text: 'said' }],
  [line({ type: 'planned_change' }), { type: 'planned_change', address: '', action: '', text: 'said' }],
])('%s', (text, message) => {
  expect(parseMessage(text)).toEqual(message)
})

test.each([
  ['module.a["k"].x.y["a\\"b"]: Refreshing state... [id=i-1]', 'module.a[…].x.y[…]: Refreshing state...'],
  ['x.y[0]: Plan to create', 'x.y[0]: Plan to create'],
])('%s, without keys', (line, shown) => {
  expect(withoutKeys(line)).toBe(shown)
})
