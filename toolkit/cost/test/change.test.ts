import { describe, expect, test } from '@jest/globals'
import { toText } from '../../money/decimal.ts'
import { against } from '../baseline.ts'
import { projectChange, resourceChanges } from '../change.ts'
import { costNotes, directoryNotes } from '../notes.ts'
import type { CostProject, CostReport } from '../report.ts'
import { changeWords, costWords } from '../words.ts'
import { type Bill, costs } from './builders.ts'

const only = (report: CostReport): CostProject => report.projects[0] as CostProject
const project = (past: Bill | undefined, now: Bill) => only(costs({ now, ...(past && { past }) }))

describe('notes beside resources', () => {
  test.each<[string, Bill | undefined, Bill, string | undefined]>([
    ['a new one', {}, { 'a.b': '7.59' }, '+$7.59/month'],
    ['one that goes', { 'a.b': '7.59' }, {}, '−$7.59/month'],
    ['one that changes', { 'a.b': '7.59' }, { 'a.b': '10' }, '+$2.41/month'],
    ['one that stays', { 'a.b': '7.59' }, { 'a.b': '7.59' }, '$7.59/month'],
    ['one without a past', undefined, { 'a.b': '7.59' }, '$7.59/month'],
    ['one that is free', {}, { 'a.b': '0' }, undefined],
    ['usage', {}, { 'a.b': [{ cost: null }] }, 'depends on usage'],
    ['usage that was there', { 'a.b': [{ cost: null }] }, { 'a.b': [{ cost: null }] }, 'depends on usage'],
    ['a cost and usage', {}, { 'a.b': [{ cost: '5' }, { name: 'x', cost: null }] }, '+$5.00/month + usage'],
    ['no price', {}, { 'a.b': [{ cost: '?' }] }, 'cost unknown'],
    [
      'a cost and no price',
      {},
      { 'a.b': [{ cost: '5' }, { name: 'x', cost: '?' }] },
      'at least +$5.00/month',
    ],
    ['a price that is lost', { 'a.b': [{ cost: '?' }] }, { 'a.b': '5' }, 'cost unknown'],
    ['no price on both sides', { 'a.b': [{ cost: '?' }] }, { 'a.b': [{ cost: '?' }] }, 'cost unknown'],
  ])('%s', (_, past, now, note) => {
    expect(costNotes(project(past, now), 'USD').get('a.b')).toBe(note)
  })

  test('workspaces of one directory that do not agree say nothing', () => {
    const report = costs(
      { workspace: 'blue', now: { 'a.b': '1', 'c.d': '2' } },
      { workspace: 'green', now: { 'a.b': '5', 'c.d': '2' } },
      { path: 'other', now: { 'e.f': '9' } },
    )
    expect([...directoryNotes(report, 'infra')]).toEqual([['c.d', '$2.00/month']])
  })

  test('a long one still has room in a slot', () => {
    const bill: Bill = {
      'a.b': [{ cost: '123456789012.34' }, { name: 'x', cost: '?' }, { name: 'y', cost: null }],
    }
    const note = costNotes(project({}, bill), 'USD').get('a.b') ?? ''
    expect(note).toBe('at least +$123,456,789,012.34')
    expect(Buffer.byteLength(note)).toBeLessThanOrEqual(40)
  })
})

describe('differences', () => {
  test.each<[string, Bill, Bill, string, string]>([
    ['all known', { 'a.b': '5' }, { 'a.b': '7' }, '$7.00', '+$2.00'],
    ['the same', { 'a.b': '5' }, { 'a.b': '5' }, '$5.00', 'none'],
    [
      'something unknown is new',
      {},
      { 'a.b': '7', 'c.d': [{ cost: '?' }] },
      'at least $7.00',
      'at least +$7.00',
    ],
    ['something unknown goes', { 'c.d': [{ cost: '?' }] }, { 'a.b': '7' }, '$7.00', 'unknown'],
    [
      'something unknown stays',
      { 'c.d': [{ cost: '?' }] },
      { 'a.b': '7', 'c.d': [{ cost: '?' }] },
      'at least $7.00',
      '+$7.00',
    ],
    [
      'twice as much of something unknown',
      { 'c.d': [{ cost: '?' }] },
      { 'c.d': [{ cost: '?', quantity: '2' }] },
      'unknown',
      'unknown',
    ],
  ])('%s', (_, past, now, cost, change) => {
    const one = project(past, now)
    expect(costWords(one.now.total, 'USD')).toBe(cost)
    const difference = projectChange(one)
    expect(difference && changeWords(difference, 'USD')).toBe(change)
  })

  test('what changes most comes first', () => {
    const one = project({ 'a.a': '1', 'a.b': '100', 'a.c': '7' }, { 'a.a': '2', 'a.c': '7', 'a.d': '50' })
    expect(resourceChanges(one).map(({ address }) => address)).toEqual(['a.b', 'a.d', 'a.a'])
  })

  test('errors make the difference unknown', () => {
    const broken = only(costs({ past: { 'a.b': '5' }, now: {}, errors: ['no'] }))
    expect(projectChange(broken)).toMatchObject({ complete: false, atLeast: false })
  })
})

describe('against a baseline', () => {
  const shown = (report: CostReport) =>
    report.projects.map(one => [
      one.directory,
      one.workspace,
      toText(projectChange(one)?.known ?? { units: -1n, scale: 0 }),
    ])

  test('projects are matched by directory and workspace; new and gone ones are told', () => {
    const now = costs(
      { path: 'a', now: { 'x.y': '5' } },
      { path: 'b', workspace: 'blue', now: { 'x.y': '7' } },
      { path: 'new', now: { 'x.y': '1' } },
    )
    const before = costs(
      { path: 'b', workspace: 'blue', now: { 'x.y': '6' } },
      { path: 'b', workspace: 'green', now: { 'x.y': '3' } },
      { path: 'a', now: { 'x.y': '2' } },
    )
    expect(shown(against(now, before))).toEqual([
      ['a', undefined, '3'],
      ['b', 'blue', '1'],
      ['new', undefined, '1'],
      ['b', 'green', '-3'],
    ])
  })

  test('an error in the baseline makes the difference unknown, and is told', () => {
    const now = costs({ now: { 'x.y': '5' } })
    const [one] = against(now, costs({ now: {}, errors: ['no'] })).projects
    expect(one?.errors).toEqual(['in the baseline: no'])
    expect(one && projectChange(one)).toMatchObject({ complete: false })
    expect(one?.now.total.complete).toBe(true)
  })
})
