import { expect, test } from '@jest/globals'
import { createGroups, readConcurrency } from './concurrency.ts'

const nothing = () => {}

test('one runs, one waits, and the next to come takes the place of the one that waits', async () => {
  const groups = createGroups()
  const first = await groups.enter('g', false, nothing)
  const second = groups.enter('g', false, nothing)
  const third = groups.enter('g', false, nothing)
  expect(await second).toBeUndefined()
  first?.()
  const leave = await third
  expect(leave).toBeDefined()
  leave?.()
  expect(await groups.enter('g', false, nothing)).toBeDefined()
})

test('who comes with cancel-in-progress cancels the one that runs, and waits for its end', async () => {
  const groups = createGroups()
  const events: string[] = []
  const first = await groups.enter('g', false, () => events.push('first cancelled'))
  const second = groups.enter('g', true, nothing).then(() => events.push('second in'))
  await Promise.resolve()
  events.push('first out')
  first?.()
  await second
  expect(events).toEqual(['first cancelled', 'first out', 'second in'])
})

test('other groups do not wait', async () => {
  const groups = createGroups()
  expect(await groups.enter('a', false, nothing)).toBeDefined()
  expect(await groups.enter('b', false, nothing)).toBeDefined()
})

test.each([
  [undefined, undefined],
  ['', undefined],
  ['deploy', { group: 'deploy', cancelInProgress: false }],
  [
    { group: 'g', 'cancel-in-progress': true },
    { group: 'g', cancelInProgress: true },
  ],
  [
    { group: 'g', 'cancel-in-progress': 'false' },
    { group: 'g', cancelInProgress: false },
  ],
])('%j is read', (value, expected) => {
  expect(readConcurrency(value)).toEqual(expected)
})
