import { expect, test } from '@jest/globals'
import { UserError } from '../../../toolkit/action/errors.ts'
import { ArgoError } from '../src/api/refusal.ts'
import type { Application } from '../src/api/types.ts'
import { type Following, follow } from '../src/follow.ts'
import type { Verdict } from '../src/judge/judge.ts'

const GRACE = 60_000
const app: Application = { metadata: { name: 'shop' } }
const waiting: Verdict = { state: 'waiting', reason: 'is rolling out' }
const stale: Verdict = { ...waiting, stale: true }
const trouble: Verdict = { state: 'trouble', reason: 'its health is Degraded', stale: true }
const live: Verdict = { state: 'live', reason: 'live and healthy' }
const down = new ArgoError('it is broken', 503)
const denied = new ArgoError('denied', 403)
const unknown = new ArgoError('unknown', 404)

type Step = Verdict | Error

/** Looks once for each step, a number of seconds apart. */
async function play(steps: readonly Step[], seconds: number, more: Partial<Following> = {}) {
  let clock = 0
  let step: Step = waiting
  const [said, refreshes]: [string[], boolean[]] = [[], []]
  const look = follow(
    { name: 'shop', namespace: 'team' },
    {
      read: async (_, refresh) => {
        refreshes.push(refresh)
        if (step instanceof Error) throw step
        return app
      },
      judge: async () => step as Verdict,
      say: line => said.push(line),
      now: () => clock,
      grace: GRACE,
      refreshes: true,
      ...more,
    },
  )
  const states: string[] = []
  for (step of steps) {
    states.push((await look()).verdict.state)
    clock += seconds * 1000
  }
  return { states, said, refreshes }
}

test.each<[string, readonly Step[], number, string]>([
  ['a rollout may take its time', [waiting, waiting, waiting, live], 300, 'live'],
  ['trouble may pass', [waiting, trouble, trouble, live], 25, 'live'],
  ['trouble that stays is a failure', [waiting, trouble, trouble, trouble], 30, 'failed'],
  ['trouble that came and went begins anew', [trouble, waiting, trouble, trouble], 35, 'trouble'],
  ['a server that fails may come back', [waiting, down, down, live], 25, 'live'],
  ['a server that stays away is a failure', [waiting, down, down, down], 30, 'failed'],
  ['one refusal of what was read before is none', [waiting, denied, live], 30, 'live'],
  ['several are', [waiting, denied, denied, denied], 30, 'failed'],
  ['a refusal at first is none', [denied, unknown, live], 25, 'live'],
  ['one that stays is', [denied, denied, denied], 30, 'failed'],
  ['a token that expires is one', [waiting, new ArgoError('expired', 401)], 1, 'failed'],
  ['TLS that fails is one', [new UserError('not trusted')], 1, 'failed'],
])('%s', async (_, steps, seconds, last) => {
  const { states } = await play(steps, seconds)
  expect([states.indexOf('failed'), states.at(-1)]).toEqual([
    last === 'failed' ? states.length - 1 : -1,
    last,
  ])
})

test('a crash of ours is no verdict', async () => {
  await expect(play([new TypeError('x is undefined')], 1)).rejects.toThrow('x is undefined')
})

test('a line is said once', async () => {
  const { said } = await play([waiting, waiting, live], 2)
  expect(said).toEqual(['team/shop: is rolling out', 'team/shop: live and healthy'])
})

test('Argo CD is asked to look at git until it has seen the commit, and not all the time', async () => {
  expect((await play([stale, stale, stale, stale], 8)).refreshes).toEqual([true, false, true, false])
  expect((await play([stale, waiting, waiting], 30)).refreshes).toEqual([true, true, false])
  expect((await play([stale, stale], 30, { refreshes: false })).refreshes).toEqual([false, false])
})

test('where it is too busy to look, the application is read all the same', async () => {
  const asked: boolean[] = []
  let clock = 0
  const { states } = await play([stale, stale, stale], 0, {
    now: () => clock,
    read: async (_, refresh) => {
      asked.push(refresh)
      clock += refresh ? 20_000 : 2_000
      if (refresh) throw new ArgoError('deadline exceeded', 504)
      return app
    },
  })
  expect(states).toEqual(['waiting', 'waiting', 'waiting'])
  expect(asked).toEqual([true, false, false, false])
})

test('where it looks at git later than it answers, that counts as soon as it has', async () => {
  const pending: Application = { metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } } }
  const answers = [app, pending, app]
  const known: boolean[] = []
  let clock = 0
  const look = follow(
    { name: 'shop' },
    {
      ...{ grace: GRACE, refreshes: true, say: () => {}, now: () => clock },
      read: async (_, refresh) => {
        if (!refresh) return answers.shift() ?? app
        clock += 20_000
        throw new ArgoError('no answer', 0)
      },
      judge: async (_, fresh) => {
        known.push(fresh)
        return stale
      },
    },
  )
  for (let i = 0; i < 3; i++) await look()
  expect(known).toEqual([false, false, true])
})
