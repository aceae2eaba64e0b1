import { expect, test } from '@jest/globals'
import { beyondReview, parseRawPlan } from '../src/remainder.ts'

const plan = (changes: object[], more: object = {}) =>
  parseRawPlan(JSON.stringify({ resource_changes: changes, ...more }))
const change = (actions: string[], after: unknown = null, unknown: unknown = {}, more: object = {}) => ({
  address: 'x.a',
  change: { actions, after, after_unknown: unknown },
  ...more,
})
const create = (after: unknown, unknown: unknown = {}, more: object = {}) =>
  change(['create'], after, unknown, more)
const replace = (after: unknown, unknown: unknown = {}, more: object = {}) =>
  change(['delete', 'create'], after, unknown, more)
const tainted = { action_reason: 'replace_because_tainted' }
const forCheck = (after: string) =>
  change(['read'], after, {}, { address: 'data.x.c', action_reason: 'read_because_check_nested' })
const gone = change(['delete'])

test.each([
  ['nothing', [create({ a: 1 })], []],
  [
    'a no-op beside',
    [create({ a: 1 })],
    [change(['no-op'], { a: 1 }), { ...change(['no-op']), address: 'x.b' }],
  ],
  ['the same', [create({ a: 1, b: ['x'] })], [create({ a: 1, b: ['x'] })]],
  ['a value that is known by now', [create({ a: 1 }, { b: true })], [create({ a: 1, b: 'new' })]],
  ['a whole list that is known by now', [create({ a: 1 }, { l: true })], [create({ a: 1, l: [1, 2] })]],
  [
    'an element that is known by now',
    [create({ l: [1, null] }, { l: [false, true] })],
    [create({ l: [1, 2] })],
  ],
  ['still unknown', [create({ a: 1 }, { b: true })], [create({ a: 1 }, { b: true })]],
  [
    'made anew because its creation failed',
    [create({ a: 1 }, { id: true })],
    [replace({ a: 1 }, { id: true }, tainted)],
  ],
  ['created after the old one is gone', [replace({ a: 1 })], [create({ a: 1 })]],
  [
    'the old one left after the new one came',
    [change(['create', 'delete'], { a: 1 })],
    [{ ...gone, deposed: '0a1b' }],
  ],
  ['made anew in a replacement', [replace({ a: 1 })], [replace({ a: 1 }, {}, tainted)]],
  ['a delete', [gone], [gone]],
  ['what a check reads', [create({ a: 1 }), forCheck('Monday')], [create({ a: 1 }), forCheck('Tuesday')]],
  [
    'the same move',
    [create({ a: 1 }, {}, { previous_address: 'x.z' })],
    [create({ a: 1 }, {}, { previous_address: 'x.z' })],
  ],
])('%s is part of the review', (_, reviewed, left) => {
  expect(beyondReview(plan(reviewed), plan(left))).toBeUndefined()
})

test.each([
  ['another value', [create({ a: 1 })], [create({ a: 2 })], 'x.a would end in another state'],
  [
    'another secret',
    [create({ a: 'hunter2' })],
    [create({ a: 'hunter3' })],
    'x.a would end in another state',
  ],
  ['an attribute more', [create({ a: 1 })], [create({ a: 1, b: null })], 'x.a would end in another state'],
  [
    'a scalar where an empty object was',
    [create({ a: {} })],
    [create({ a: 5 })],
    'x.a would end in another state',
  ],
  ['nothing where an empty list was', [create({ a: [] })], [create({})], 'x.a would end in another state'],
  ['null where an object was', [create({ a: {} })], [create({ a: null })], 'x.a would end in another state'],
  ['an attribute less', [create({ a: 1, b: 2 })], [create({ a: 1 })], 'x.a would end in another state'],
  ['a list that is longer', [create({ l: [1] })], [create({ l: [1, 2] })], 'x.a would end in another state'],
  ['an object where a list was', [create({ l: [] })], [create({ l: {} })], 'x.a would end in another state'],
  [
    'unknown where it was known',
    [create({ a: 1 })],
    [create({}, { a: true })],
    'x.a would end in another state',
  ],
  [
    'another object',
    [create({ a: 1 })],
    [create({ a: 1 }, {}, { address: 'x.b' })],
    'x.b was not to be changed',
  ],
  [
    'what was to stay as it is',
    [change(['no-op'], { a: 1 })],
    [create({ a: 1 })],
    'x.a was not to be changed',
  ],
  ['a delete for a create', [create({ a: 1 })], [gone], 'x.a was to create, and now to delete'],
  [
    'a replacement for an update',
    [change(['update'], { a: 1 })],
    [replace({ a: 1 }, {}, tainted)],
    'x.a was to update, and now to delete and create',
  ],
  [
    'a replacement that is not because of a failure',
    [create({ a: 1 })],
    [replace({ a: 1 })],
    'x.a was to create, and now to delete and create',
  ],
  [
    'a deposed object that nobody replaced',
    [create({ a: 1 })],
    [{ ...gone, deposed: '0a1b' }],
    'x.a was not to be changed',
  ],
  [
    'a move from elsewhere',
    [create({ a: 1 })],
    [create({ a: 1 }, {}, { previous_address: 'x.z' })],
    'x.a comes from another address',
  ],
])('%s goes beyond the review', (_, reviewed, left, why) => {
  expect(beyondReview(plan(reviewed), plan(left))).toBe(why)
})

test('numbers are compared by all their digits', () => {
  const exact = (digits: string) =>
    parseRawPlan(
      `{"resource_changes":[{"address":"x.a","change":{"actions":["create"],"after":{"n":${digits}}}}]}`,
    )
  expect(beyondReview(exact('9007199254740993'), exact('9007199254740992'))).toBe(
    'x.a would end in another state',
  )
  expect(beyondReview(exact('9007199254740993'), exact('9007199254740993'))).toBeUndefined()
})

const output = (actions: string[], after: unknown, unknown: unknown = false) => ({
  output_changes: { o: { actions, after, after_unknown: unknown } },
})
test.each([
  [
    'the configuration',
    { configuration: { a: 1 } },
    { configuration: { a: 2 } },
    'the configuration is another one',
  ],
  [
    'the variables',
    { variables: { a: { value: 'x' } } },
    { variables: { a: { value: 'y' } } },
    'the variables have other values',
  ],
  ['an output', output(['create'], 1), output(['create'], 2), 'output o has another value'],
  ['an output that was to stay', output(['no-op'], 1), output(['update'], 1), 'output o has another value'],
  ['an output that is known by now', output(['create'], undefined, true), output(['update'], 2), undefined],
  [
    'an invocation',
    { action_invocations: [{ a: 1 }] },
    { action_invocations: [{ a: 2 }] },
    'there is something new in action_invocations',
  ],
  [
    'an invocation that is left',
    { action_invocations: [{ a: 1 }, { a: 2 }] },
    { action_invocations: [{ a: 2 }] },
    undefined,
  ],
])('%s is looked at too', (_, reviewed, left, why) => {
  expect(beyondReview(plan([], reviewed), plan([], left))).toBe(why)
})
