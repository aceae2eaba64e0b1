import { describe, expect, test } from '@jest/globals'
import { type Bill, costs, type ProjectOf } from '../../../toolkit/cost/test/builders.ts'
import { verdictAlert, verdictSentence } from '../src/findings.ts'
import { type Limits, parseLimit, parsePercentLimit } from '../src/limits.ts'
import { headline } from '../src/section.ts'
import { standings, totalStanding } from '../src/standing.ts'
import { judge, strangers } from '../src/verdict.ts'

const none: Limits = { monthly: [], increase: [], percent: [] }
const monthly = (...lines: string[]): Limits => ({ ...none, monthly: lines.map(parseLimit) })
const increase = (...lines: string[]): Limits => ({ ...none, increase: lines.map(parseLimit) })
const percent = (...lines: string[]): Limits => ({ ...none, percent: lines.map(parsePercentLimit) })

function verdicts(limits: Limits, ...projects: ProjectOf[]) {
  const report = costs(...projects)
  return judge(limits, totalStanding(report), standings(report))
}

const known = (past: string, now: string): ProjectOf => ({ past: { 'a.b': past }, now: { 'a.b': now } })
const fresh = (now: Bill): ProjectOf => ({ past: {}, now })

test.each<[string, Limits, ProjectOf, string]>([
  ['a budget that is kept to the cent', monthly('7.00'), known('5', '7'), 'within'],
  ['one that is broken by a hair', monthly('7'), known('5', '7.000000001'), 'over'],
  ['a budget of nothing', monthly('0'), known('0', '0'), 'within'],
  ['an unknown cost below a budget', monthly('7'), fresh({ 'a.b': [{ cost: '?' }] }), 'unknown'],
  ['an unknown cost above it', monthly('7'), fresh({ 'a.b': '8', 'c.d': [{ cost: '?' }] }), 'over'],
  ['usage, which no one told', monthly('7'), fresh({ 'a.b': '5', 'c.d': [{ cost: null }] }), 'within'],
  ['an error', monthly('7'), { now: {}, errors: ['no'] }, 'unknown'],
  ['an increase', increase('2'), known('5', '7.5'), 'over'],
  ['an increase as large as allowed', increase('2'), known('5', '7'), 'within'],
  ['a decrease', increase('2'), known('7', '1'), 'within'],
  ['nothing to compare with', increase('2'), { now: { 'a.b': '1' } }, 'unknown'],
  ['an unknown addition', increase('2'), fresh({ 'a.b': [{ cost: '?' }] }), 'unknown'],
  ['an unknown addition beside too much', increase('2'), fresh({ 'a.b': '3', c: [{ cost: '?' }] }), 'over'],
  [
    'too much, and something unknown that goes',
    increase('2'),
    { past: { c: [{ cost: '?' }] }, now: { 'a.b': '9' } },
    'unknown',
  ],
  ['a third, of 33.34 percent', percent('33.34'), known('3', '4'), 'within'],
  ['a third, of 33.33 percent', percent('33.33%'), known('3', '4'), 'over'],
  ['a percentage of nothing', percent('20'), fresh({ 'a.b': '100' }), 'not-applicable'],
  ['a percentage of something unknown', percent('20'), { past: { c: [{ cost: '?' }] }, now: {} }, 'unknown'],
])('%s', (_, limits, project, state) => {
  expect(verdicts(limits, project).map(verdict => verdict.state)).toEqual([state])
})

test('a directory in an alert notifies and links nobody', () => {
  const of = verdicts(monthly('@team/app#1=5'), { path: '@team/app#1', now: { 'x.y': '6' } })
  const alert = verdictAlert(of, 'USD', false)
  expect(alert).toMatch(/of @<span><\/span>team\/app/)
  expect(alert).not.toMatch(/@\w|(?<!\\)#\d/)
})

test('limits on root modules and on the total are told apart', () => {
  const limits = monthly('10', 'infra/a=5', './infra/b/=5', 'infra/typo=1')
  const projects = [
    { path: 'infra/a', now: { 'x.y': '6' } },
    { path: 'infra/b', now: { 'x.y': '3' } },
  ]
  const states = verdicts(limits, ...projects).map(({ limit, state }) => [limit.directory, state])
  expect(states).toEqual([
    [undefined, 'within'],
    ['infra/a', 'over'],
    ['infra/b', 'within'],
  ])
  expect(strangers(limits, standings(costs(...projects)))).toEqual(['infra/typo'])
})

test.each<[Limits, ProjectOf, string]>([
  [monthly('infra=5'), known('5', '7'), 'the monthly cost of infra is $7.00, over the budget of $5.00'],
  [percent('20'), known('5', '7'), 'the monthly cost grows by $2.00 (40%), more than the 20% allowed'],
  [
    increase('20'),
    known('7', '5'),
    'the monthly cost falls by $2.00 (28.57%), no more than the $20.00 allowed',
  ],
  [
    increase('5'),
    { now: {}, past: {}, errors: ['no'] },
    'the monthly cost changes by an unknown amount, so that it cannot be checked against the $5.00 allowed',
  ],
])('it is said in a sentence', (limits, project, sentence) => {
  expect(verdicts(limits, project).map(verdict => verdictSentence(verdict, 'USD'))).toEqual([sentence])
})

describe('headlines', () => {
  test.each<[ProjectOf, string]>([
    [known('2045.92', '1303.28'), '$1,303.28/month, −$742.64 (−36.3%)'],
    [known('5', '5'), '$5.00/month, unchanged'],
    [fresh({ 'a.b': '5' }), '$5.00/month, +$5.00 (new)'],
    [{ now: { 'a.b': '5' } }, '$5.00/month'],
    [{ past: { 'a.b': '5' }, now: {} }, '$0.00/month, −$5.00 (−100%)'],
    [fresh({ 'a.b': [{ cost: '?' }] }), 'unknown'],
    [fresh({ 'a.b': '5', 'c.d': [{ cost: '?' }] }), 'at least $5.00/month, at least +$5.00'],
    [fresh({ 'a.b': [{ cost: null }] }), 'depends on usage, usage differs'],
    [{ now: {}, errors: ['no'] }, 'unknown'],
    [{ past: {}, now: {} }, '$0.00/month, unchanged'],
  ])('%j', (project, line) => {
    expect(headline(totalStanding(costs(project)), 'USD')).toBe(line)
  })
})

test.each(['', '=5', 'a=', '-5', '$5', '5 USD', '1,000', 'a=b', '5%'])("'%s' is no limit", line => {
  expect(() => parseLimit(line)).toThrow(/^write an amount/)
})

test.each([
  ['500', undefined, 500n, 0],
  ['infra/ec2=120.50', 'infra/ec2', 12050n, 2],
  ['.=1', '.', 1n, 0],
  ['a=b=2', 'a=b', 2n, 0],
])("the limit '%s'", (line, directory, units, scale) => {
  expect(parseLimit(line)).toEqual({ directory, amount: { units, scale } })
})
