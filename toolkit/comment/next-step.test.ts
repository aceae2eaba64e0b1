import { describe, expect, test } from '@jest/globals'
import { compose } from './compose.ts'
import { type History, nextStep, type OwnComment } from './next-step.ts'
import { parse } from './parse.ts'
import { type KeptSection, keep } from './stored.ts'
import { plan } from './test/jobs.ts'
import { originOf } from './test/random-sections.ts'

const KEY = 'infrastructure'
const NOW = 10_000_000
const section = (directory: string, run: number, writer = directory, attempt = 1, overview = 'x') =>
  keep(plan(directory, { overview }), originOf(run, attempt, writer))

const comment = (id: number, sections: readonly KeptSection[], age = 600_000): OwnComment => ({
  ...{ id, nodeId: '', author: 'bot', url: `#${id}`, createdAt: NOW - age, updatedAt: NOW - age },
  body: compose({ key: KEY, sections, omitted: [] }),
})

const decide = (comments: OwnComment[], mine: readonly KeptSection[], history: Partial<History> = {}) =>
  nextStep(KEY, { comments, now: NOW }, mine, { made: [], writes: 0, ...history })

/** What a step writes, as `directory run`. */
const written = (decision: ReturnType<typeof decide>) =>
  'body' in decision.step
    ? parse(KEY, decision.step.body).sections.map(({ directory, origin }) => `${directory} ${origin.run}`)
    : []

describe('what to do', () => {
  test('no comment: make one', () => {
    expect(decide([], [section('a', 1)])).toMatchObject({ step: { do: 'create' }, company: false })
  })

  test('another section: keep it', () => {
    const decision = decide([comment(5, [section('b', 1)])], [section('a', 1)])
    expect(decision.step).toMatchObject({ do: 'update', id: 5 })
    expect(written(decision)).toEqual(['a 1', 'b 1'])
  })

  test('all stands already: nothing', () => {
    expect(decide([comment(5, [section('a', 1)])], [section('a', 1)]).step).toEqual({ do: 'rest' })
  })

  test.each([
    ['a newer run', section('a', 3)],
    ['a later attempt', section('a', 2, 'a', 2)],
    ['another job of the same attempt that wins', section('a', 2, 'zz')],
  ])('%s stands there: it stays', (_, standing) => {
    const decision = decide([comment(5, [standing])], [section('a', 2, 'a')])
    expect(decision).toMatchObject({ step: { do: 'rest' }, superseded: [expect.any(String)] })
  })

  test.each([
    ['an older run', section('a', 1)],
    ['an earlier attempt', section('a', 2, 'a', 0)],
    ['the same job with another content', section('a', 2, 'a', 1, 'y')],
    ['the same content of another commit', keep(plan('a', { overview: 'x' }), originOf(2, 1, 'a', 'other'))],
  ])('%s stands there: it is replaced', (_, standing) => {
    const decision = decide([comment(5, [standing])], [section('a', 2)])
    expect(decision.step.do).toBe('update')
    expect(written(decision)).toEqual(['a 2'])
  })

  test('some of ours are older: only the others are written', () => {
    const decision = decide(
      [comment(5, [section('a', 3), section('b', 1)])],
      [section('a', 2), section('b', 2)],
    )
    expect(written(decision)).toEqual(['a 3', 'b 2'])
    expect(decision.superseded).toHaveLength(1)
  })

  test('a damaged section is dropped and told', () => {
    const harmed = comment(5, [section('a', 1), section('b', 1)])
    const body = harmed.body.replace('<!-- gitops-actions:end -->', '')
    const decision = decide([{ ...harmed, body }], [section('c', 1)])
    expect(decision.damaged).toBe(1)
    expect(written(decision)).toEqual(['b 1', 'c 1'])
  })
})

describe('several comments', () => {
  const two = [comment(5, [section('a', 1)], 1_000), comment(6, [section('b', 1)], 1_000)]

  test('all is merged into the first', () => {
    const decision = decide(two, [section('b', 1)], { made: [6], writes: 1 })
    expect(decision).toMatchObject({ step: { do: 'update', id: 5 }, company: true, rank: 1 })
    expect(written(decision)).toEqual(['a 1', 'b 1'])
  })

  const merged = [comment(5, [section('a', 1), section('b', 1)], 1_000), ...two.slice(1)]

  test.each([
    ['by the job that made it', { made: [6] }, 'b', { do: 'delete', id: 6 }],
    [
      'by the job whose sections it holds, which never heard that it made it',
      {},
      'b',
      { do: 'delete', id: 6 },
    ],
    ['not by another, while it is young', { made: [5] }, 'a', { do: 'rest' }],
  ])('what is merged is deleted %s', (_, history, directory, step) => {
    expect(decide(merged, [section(directory, 1)], history).step).toEqual(step)
  })

  test('old ones are swept by anyone, the youngest section wins', () => {
    const old = [comment(5, [section('a', 1), section('b', 2)]), comment(6, [section('b', 1)])]
    expect(decide(old, [section('a', 1)]).step).toEqual({ do: 'delete', id: 6 })
  })
})

describe('whether others may be writing', () => {
  test.each([
    ['only what we wrote in the last run', [section('a', 1, 'old')], false],
    [
      'what one job wrote in the last run, and we replace part',
      [section('a', 1, 'j'), section('b', 1, 'j')],
      false,
    ],
    ['what two jobs wrote in the last run', [section('a', 1, 'j'), section('b', 1, 'k')], true],
    ['what this job wrote before', [section('b', 2, 'a')], false],
    ['only what somebody else wrote', [section('b', 1, 'j')], true],
  ])('%s: %j', (_, standing, company) => {
    expect(decide([comment(5, standing)], [section('a', 2)]).company).toBe(company)
  })

  test('another job wrote a moment ago', () => {
    expect(decide([comment(5, [section('a', 1, 'j')], 5_000)], [section('a', 2)]).company).toBe(true)
  })
})

test('a section without room is not written for ever', () => {
  const many = Array.from({ length: 400 }, (_, n) => section(`live/module-${String(n).padStart(3, '0')}`, 1))
  const first = decide([], many)
  const body = 'body' in first.step ? first.step.body : ''
  const standing = [{ ...comment(5, []), body }]
  const again = decide(standing, [many[399] as KeptSection], { writes: 1 })
  expect(again.step).toEqual({ do: 'rest' })
  expect(again.omitted).toHaveLength(1)
})
