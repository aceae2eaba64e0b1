import { describe, expect, test } from '@jest/globals'
import type { Plan, ResourceChange } from '../../../toolkit/terraform/plan/model.ts'
import { annotate, annotationOf } from '../src/annotate.ts'
import { commentChoice, type Situation } from '../src/comment-choice.ts'
import { broken, isChanged, parseCondition } from '../src/gate.ts'
import { labelFor } from '../src/labels.ts'
import { hasNews, type Result } from '../src/results.ts'

const change = (kind: ResourceChange['kind'], actions: string[], type = 'aws_db_instance') =>
  ({ address: `${type}.x`, type, kind, actions, mode: 'managed' }) as unknown as ResourceChange

const plan = (more: Partial<Plan> = {}): Plan => ({
  terraformVersion: '1.11.4',
  changes: [],
  outputs: [],
  drift: [],
  checks: [],
  deferred: [],
  invocations: [],
  complete: true,
  errored: false,
  applyable: true,
  refreshOnly: false,
  sensitiveValues: [],
  digest: '',
  ...more,
})

const replaced = plan({ changes: [change('replace', ['delete', 'create'])] })
const created = plan({ changes: [change('create', ['create'])] })
const drifted = plan({ drift: [change('update', ['update'])] })
const failing = plan({ checks: [{ address: 'check.x', kind: 'check', status: 'fail', messages: [] }] })

describe('fail-on', () => {
  test.each([
    ['changes', created, ["'app' has changes"]],
    ['changes', drifted, []],
    ['destroy', created, []],
    ['destroy', replaced, ["'app' would destroy 1 (aws_db_instance.x)"]],
    ['replace', replaced, ["'app' would replace 1 (aws_db_instance.x)"]],
    ['delete:aws_db_*', replaced, []],
    ['destroy:aws_db_*', replaced, ["'app' would destroy 1 (aws_db_instance.x)"]],
    ['replace:*', replaced, ["'app' would replace 1 (aws_db_instance.x)"]],
    ['create:aws_s3_*', created, []],
    ['drift', drifted, ["'app' has 1 that changed outside of it (aws_db_instance.x)"]],
    ['drift', created, []],
    ['checks', failing, ["'app' has 1 failed checks (check.x)"]],
  ])('%s', (line, planned, found) => {
    expect(broken([parseCondition(line)], 'plan', [{ directory: 'app', plan: planned }])).toEqual(found)
  })

  test('in mode drift, whatever is left to do has drifted', () => {
    expect(broken([parseCondition('drift')], 'drift', [{ directory: 'a', plan: created }])).toEqual([
      "'a' has drifted",
    ])
  })

  test.each(['destruction', 'delete', 'delete:', 'explode:aws_x', 'delete:aws_(x'])('%s is refused', line => {
    expect(() => parseCondition(line)).toThrow(/write one of changes, destroy/)
  })
})

test.each([
  [plan(), false],
  [created, true],
  [drifted, false],
  [plan({ changes: [change('read', ['read'])] }), false],
  [plan({ changes: [change('move', ['no-op'])] }), false],
])('changed: %#', (planned, changed) => {
  // A move counts by its previous address.
  expect(isChanged(planned)).toBe(changed || planned.changes.some(({ kind }) => kind === 'move'))
})

test.each<[string, Plan, boolean]>([
  ['no change', plan(), false],
  ['a change', created, true],
  ['what changed outside with no consequence', drifted, false],
  ['what changed outside, with -refresh-only', { ...drifted, refreshOnly: true }, true],
  ['a failed check', plan({ checks: [{ address: 'c', kind: 'check', status: 'fail', messages: [] }] }), true],
  ['a plan that failed midway', plan({ errored: true }), true],
])('is it news: %s', (_, planned, expected) => {
  const result = { outcome: 'planned', ok: true, plan: planned } as unknown as Result
  expect(hasNews(result)).toBe(expected)
})

describe('where to comment', () => {
  const at: Situation = {
    choice: 'auto',
    mode: 'plan',
    pullRequest: 1,
    token: true,
    dryRun: false,
    news: true,
  }
  test.each([
    [{}, { post: 'always' }],
    [{ news: false }, { post: 'always' }],
    [{ choice: 'changes', news: false }, { post: 'existing' }],
    [{ choice: 'changes' }, { post: 'always' }],
    [{ mode: 'validate', news: false }, { post: 'existing' }],
    [{ mode: 'validate' }, { post: 'always' }],
    [{ choice: 'never' }, { post: 'never' }],
    [{ pullRequest: undefined }, { post: 'never' }],
    [{ token: false }, { post: 'never', why: "no 'github-token' is given" }],
    [{ dryRun: true }, { post: 'never', why: 'dry run' }],
    [{ choice: 'always', pullRequest: undefined }, { refused: expect.stringContaining('no pull request') }],
    [{ choice: 'always', token: false }, { refused: expect.stringContaining('github-token') }],
  ] as [Partial<Situation>, object][])('%j', (more, choice) => {
    expect(commentChoice({ ...at, ...more })).toMatchObject(choice)
  })
})

describe('labels', () => {
  const result = (planned: Plan, ok = true) =>
    ({ outcome: 'planned', ok, plan: planned, diagnostics: [] }) as unknown as Result
  const failed = { outcome: 'failed', diagnostics: [] } as unknown as Result
  test.each([
    [[result(plan())], 'terraform: no changes'],
    [[result(plan()), result(created)], 'terraform: changes'],
    [[result(created), result(replaced)], 'terraform: destroy'],
    [[result(created), failed], 'terraform: changes'],
    [[result(plan()), failed], undefined],
  ])('%#', (results, name) => {
    expect(labelFor(results)?.name).toBe(name)
  })
})

describe('annotations', () => {
  const root = { directory: 'live/app', path: '/work/live/app' }
  const error = { severity: 'error', summary: 's', detail: 'd' } as const
  test.each([
    ['main.tf', 'live/app/main.tf'],
    ['../../modules/x/main.tf', 'modules/x/main.tf'],
    ['/work/live/app/main.tf', 'live/app/main.tf'],
    ['.terraform/modules/x/main.tf', undefined],
    ['.terragrunt-cache/a/b/main.tf', undefined],
    ['/elsewhere/main.tf', undefined],
    ['../../../x.tf', undefined],
  ])('%s', (file, expected) => {
    const { place, message } = annotationOf({ ...error, file, line: 3, endLine: 3, column: 2 }, root, '/work')
    expect(place.file).toBe(expected)
    expect(place.line).toBe(expected === undefined ? undefined : 3)
    if (expected === undefined) expect(message).toContain(file)
  })

  test('GitHub shows ten of a type: the rest is counted, and one is left for why the step fails', () => {
    const said: string[] = []
    const log = {
      debug: () => {},
      info: (text: string) => said.push(`info ${text}`),
      notice: () => {},
      warning: (text: string) => said.push(`warning ${text}`),
      error: (text: string) => said.push(`error ${text}`),
      group: <T>(_: string, body: () => Promise<T>) => body(),
    }
    const many = (severity: 'error' | 'warning', count: number) =>
      Array.from({ length: count }, (_, index) => ({ severity, message: `${index}`, place: {} }))
    annotate([...many('error', 12), ...many('warning', 10)], log)
    expect(said.filter(line => line.startsWith('error'))).toHaveLength(9)
    expect(said).toContain('error 4 more errors are in the log and in the summary')
    expect(said.filter(line => line.startsWith('warning'))).toHaveLength(10)
    expect(said.filter(line => line.startsWith('info'))).toEqual(['info 8', 'info 9', 'info 10', 'info 11'])
  })
})
