import { expect, test } from '@jest/globals'
import { reportedUnits, unexplained } from './terragrunt-report.ts'

const root = { directory: 'live', path: '/nowhere/live' }
const CAUSE = `error occurred:

* Failed to execute "tofu plan" in ./bad/.terragrunt-cache/x
  
  Error: No value for required variable
  
    on main.tf line 1:
     1: variable "x" {}
  
  Say more.
  
  exit status 1
`

test('units of a report: those that ran, those that failed, those that had to wait for one', () => {
  const units = reportedUnits(
    [
      { Name: 'net', Result: 'succeeded' },
      { Name: 'bad', Result: 'failed', Reason: 'run error', Cause: CAUSE },
      { Name: 'after', Result: 'early exit', Reason: 'ancestor error', Cause: 'bad' },
      { Name: 'odd', Result: 'failed', Reason: 'run error', Cause: 'boom' },
      { Name: 'out', Result: 'excluded' },
      { Name: 'live', Result: 'succeeded' },
    ],
    root,
  )
  expect(units.map(({ root: { directory }, ok }) => [directory, ok])).toEqual([
    ['live/net', true],
    ['live/bad', false],
    ['live/after', false],
    ['live/odd', false],
    ['live', true],
  ])
  // The file is not in the unit itself, so that there is no line to show it on.
  expect(units[1]?.diagnostics).toEqual([
    {
      severity: 'error',
      summary: 'No value for required variable',
      detail: 'Say more.\n(in main.tf)',
      source: 'variable "x" {}',
    },
  ])
  expect(units[2]?.diagnostics[0]?.summary).toMatch(/depends on has failed/)
  expect(units[3]?.diagnostics[0]).toMatchObject({
    summary: 'Terragrunt failed here (run error)',
    detail: 'boom',
  })
})

test.each([
  [
    [
      '07:04:45.431 ERROR  Error: Argument required',
      '07:04:45.431 ERROR    on /a/terragrunt.hcl line 1, in x:',
      '07:04:45.431 ERROR  More.',
    ],
    { summary: 'Argument required', file: '/a/terragrunt.hcl', line: 1 },
  ],
  [
    ['07:04:45.431 ERROR  /a/terragrunt.hcl:2,4-5: Missing expression; Expected more.'],
    { summary: 'Missing expression', detail: 'Expected more.', file: '/a/terragrunt.hcl', line: 2 },
  ],
  [['07:04:45.431 INFO  x', '07:04:45.431 ERROR  boom'], { summary: 'Terragrunt failed' }],
])('what Terragrunt itself has against a folder: %j', (lines, diagnostic) => {
  expect(unexplained(root, lines)).toMatchObject({ root, ok: false, diagnostics: [diagnostic] })
})
