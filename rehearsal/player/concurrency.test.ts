import { expect, test } from '@jest/globals'
import { createGroups, readConcurrency } from './concurrency.ts'

const nothing = () => {}
const single = (group: string) => ({ group, cancelInProgress: false, queue: 'single' }) as const

test('one runs, one waits, and the next to come takes the place of the one that waits', async () => {
  const groups = createGroups()
  const first = await groups.enter(single('g'), nothing)
  const second = groups.enter(single('g'), nothing)
  const third = groups.enter(single('g'), nothing)
  expect(await second).toBeUndefined()
  first?.()
  const leave = await third
  expect(leave).toBeDefined()
  leave?.()
  expect(await groups.enter(single('g'), nothing)).toBeDefined()
})

test('who comes with cancel-in-progress cancels the one that runs, and waits for its end', async () => {
  const groups = createGroups()
  const events: string[] = []
  const first = await groups.enter(single('g'), () => events.push('first cancelled'))
  const second = groups
    .enter({ ...single('g'), cancelInProgress: true }, nothing)
    .then(() => events.push('second in'))
  await Promise.resolve()
  events.push('first out')
  first?.()
  await second
  expect(events).toEqual(['first cancelled', 'first out', 'second in'])
})

test('with a queue everybody gets a turn, in the order in which they came', async () => {
  const groups = createGroups()
  const queue = { ...single('g'), queue: 'max' } as const
  const order: number[] = []
  const turns = [1, 2, 3, 4].map(async turn => {
    const leave = await groups.enter(queue, nothing)
    order.push(turn)
    leave?.()
  })
  await Promise.all(turns)
  expect(order).toEqual([1, 2, 3, 4])
})

test('a queue has an end, and who comes without one drops those who wait', async () => {
  const groups = createGroups()
  const queue = { ...single('g'), queue: 'max' } as const
  const leave = await groups.enter(queue, nothing)
  const waiting = Array.from({ length: 100 }, () => groups.enter(queue, nothing))
  expect(await groups.enter(queue, nothing)).toBeUndefined()
  leave?.()
  const next = await waiting[0]
  const last = groups.enter(single('g'), nothing)
  expect(await Promise.all(waiting.slice(1))).toEqual(Array(99).fill(undefined))
  next?.()
  expect(await last).toBeDefined()
})

test('other groups do not wait', async () => {
  const groups = createGroups()
  expect(await groups.enter(single('a'), nothing)).toBeDefined()
  expect(await groups.enter(single('b'), nothing)).toBeDefined()
})

test.each([
  [undefined, undefined],
  ['', undefined],
  ['deploy', single('deploy')],
  [
    { group: 'g', 'cancel-in-progress': true },
    { ...single('g'), cancelInProgress: true },
  ],
  [{ group: 'g', 'cancel-in-progress': 'false' }, single('g')],
  [
    { group: 'g', queue: 'max' },
    { ...single('g'), queue: 'max' },
  ],
])('%j is read', (value, expected) => {
  expect(readConcurrency(value)).toEqual(expected)
})

test('a queue whose runs would be cancelled is refused, as GitHub does', () => {
  expect(() => readConcurrency({ group: 'g', queue: 'max', 'cancel-in-progress': true })).toThrow(
    "'g' has both",
  )
})
