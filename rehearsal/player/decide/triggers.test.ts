import { describe, expect, test } from '@jest/globals'
import { matchesPatterns } from './patterns.ts'
import { type Occurrence, whyNot } from './triggers.ts'

describe('filter patterns', () => {
  test.each([
    ['integration', ['integration'], true],
    ['integration2', ['integration'], false],
    ['releases/10', ['releases/**'], true],
    ['releases/10/a', ['releases/*'], false],
    ['feature/a/b', ['**'], true],
    ['feature/a', ['*'], false],
    ['v1.9', ['v[12].[0-9]+'], true],
    ['v1x9', ['v[12].[0-9]+'], false],
    ['colour', ['colou?r'], true],
    ['color', ['colou?r'], true],
    ['releases/1-alpha', ['releases/**', '!releases/**-alpha'], false],
    ['releases/1-alpha', ['!releases/**-alpha', 'releases/**'], true],
    ['docs/a.md', ['**.md'], true],
    ['a.md', ['**/*.md'], true],
    ['a/b.md', ['**/*.md'], true],
    ['a+b', ['a\\+b'], true],
    ['x.y', ['x.y'], true],
    ['xzy', ['x.y'], false],
    ['a', ['!a'], false],
  ])('%s among %j: %s', (name, patterns, expected) => {
    expect(matchesPatterns(name, patterns)).toBe(expected)
  })
})

describe('what starts a workflow', () => {
  const push = (ref: string, ...changed: string[]): Occurrence => ({ name: 'push', ref, changed })
  const pull = (action: string): Occurrence => ({ name: 'pull_request', ref: 'refs/heads/main', action })
  const ran = (name: string, branch: string): Occurrence => ({
    name: 'workflow_run',
    ref: `refs/heads/${branch}`,
    action: 'completed',
    ran: name,
  })
  const LISTENING = { workflows: ['apply'], types: ['completed'], branches: ['main'] }
  test.each<[string, Parameters<typeof whyNot>[0]['on'], Occurrence, string | undefined]>([
    ['any push', { push: null }, push('refs/heads/x'), undefined],
    ['another event', { push: null }, pull('opened'), 'it does not run on pull_request'],
    ['its branch', { push: { branches: ['a'] } }, push('refs/heads/a'), undefined],
    ['another branch', { push: { branches: ['a'] } }, push('refs/heads/b'), "'b' is not among a"],
    ['an ignored branch', { push: { 'branches-ignore': ['b*'] } }, push('refs/heads/bb'), "'bb' is ignored"],
    [
      'a tag, filters on branches',
      { push: { branches: ['a'] } },
      push('refs/tags/v1'),
      'it runs on branches only',
    ],
    ['a branch, filters on tags', { push: { tags: ['v*'] } }, push('refs/heads/a'), 'it runs on tags only'],
    ['its tag', { push: { tags: ['v*'] } }, push('refs/tags/v1'), undefined],
    ['a path of its own', { push: { paths: ['src/**'] } }, push('refs/heads/a', 'x', 'src/y'), undefined],
    [
      'other paths',
      { push: { paths: ['src/**'] } },
      push('refs/heads/a', 'x'),
      'no changed file is among src/**',
    ],
    [
      'only ignored paths',
      { push: { 'paths-ignore': ['**.md'] } },
      push('refs/heads/a', 'a.md'),
      'every changed file is ignored',
    ],
    [
      'not only ignored paths',
      { push: { 'paths-ignore': ['**.md'] } },
      push('refs/heads/a', 'a.md', 'b'),
      undefined,
    ],
    ['paths do not matter to tags', { push: { paths: ['src/**'] } }, push('refs/tags/v1', 'x'), undefined],
    ['a usual type', { pull_request: null }, pull('synchronize'), undefined],
    [
      'an unusual type',
      { pull_request: null },
      pull('closed'),
      "its types (opened, synchronize, reopened) leave out 'closed'",
    ],
    ['a type that is named', { pull_request: { types: ['closed'] } }, pull('closed'), undefined],
    ['its base branch', { pull_request: { branches: ['main'] } }, pull('opened'), undefined],
    ['another base branch', { pull_request: { branches: ['x'] } }, pull('opened'), "'main' is not among x"],
    [
      'its schedule',
      { schedule: { cron: ['0 3 * * *'] } },
      { name: 'schedule', ref: 'refs/heads/main', schedule: '0 3 * * *' },
      undefined,
    ],
    [
      'another schedule',
      { schedule: { cron: ['0 3 * * *'] } },
      { name: 'schedule', ref: 'refs/heads/main', schedule: '1 3 * * *' },
      "'1 3 * * *' is none of its schedules",
    ],
    ['a run of a workflow it names', { workflow_run: LISTENING }, ran('apply', 'main'), undefined],
    [
      'a run of another workflow',
      { workflow_run: LISTENING },
      ran('plan', 'main'),
      "'plan' is not among apply",
    ],
    [
      'a run for another branch',
      { workflow_run: LISTENING },
      ran('apply', 'topic'),
      "'topic' is not among main",
    ],
    [
      'another workflow, started by hand',
      { workflow_dispatch: null },
      { name: 'workflow_dispatch', ref: 'refs/heads/main', workflow: 'cd.yml' },
      'cd.yml is meant',
    ],
    [
      'this workflow, started by hand',
      { workflow_dispatch: null },
      { name: 'workflow_dispatch', ref: 'refs/heads/main', workflow: 'ci.yml' },
      undefined,
    ],
  ])('%s', (_what, on, event, why) => {
    expect(whyNot({ on, path: '.github/workflows/ci.yml' }, event)).toBe(why)
  })
})
