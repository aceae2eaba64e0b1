import { describe, expect, test } from '@jest/globals'
import { createPlayer, pushEvent, WorkflowError } from './player.ts'
import type { Progress } from './report.ts'
import { folderHost } from './test-repository.ts'

const WORKFLOW = '.github/workflows/ci.yml'

async function playPush(files: Record<string, string>, onProgress: (progress: Progress) => void = () => {}) {
  await using folders = await folderHost()
  const repository = await folders.repository('octo/app', files)
  const settings = { 'octo/app': { secrets: { PASSWORD: 'hunter22' }, vars: { REGION: 'eu' } } }
  const player = createPlayer({ host: folders.host, settings, onProgress })
  return await player.play(await pushEvent(repository, { ref: 'refs/heads/main', actor: 'octocat' }))
}

async function runOf(files: Record<string, string>) {
  const { runs } = await playPush(files)
  expect(runs).toHaveLength(1)
  return runs[0]!
}

const logOf = (run: Awaited<ReturnType<typeof runOf>>, job = 0) =>
  run.jobs[job]!.steps.flatMap(step => step.log.slice(step.log.lastIndexOf('##[endgroup]') + 1))

test('contexts, command files, outputs and needs', async () => {
  const run = await runOf({
    [WORKFLOW]: `
on: { push: { branches: [main] } }
env: { WHERE: "\${{ vars.REGION }}" }
jobs:
  first:
    runs-on: ubuntu-latest
    outputs: { tag: "\${{ steps.tag.outputs.tag }}", leak: "\${{ steps.tag.outputs.leak }}" }
    steps:
      - id: tag
        env: { PASSWORD: "\${{ secrets.PASSWORD }}" }
        run: |
          echo "tag=\${{ github.run_number }}-$GITHUB_REF_NAME" >> "$GITHUB_OUTPUT"
          echo "leak=$PASSWORD" >> "$GITHUB_OUTPUT"
          echo "FROM=first" >> "$GITHUB_ENV"
          echo "password is $PASSWORD in $WHERE"
          cat <<EOF
            kept indentation
          EOF
      - run: echo "$FROM and \${{ steps.tag.outcome }} and \${{ env.FROM }}"
      - if: failure()
        run: echo never
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ needs.first.outputs.tag }} '\${{ needs.first.outputs.leak }}'"
`,
  })
  expect(run.conclusion).toBe('success')
  expect(logOf(run)).toEqual(['password is *** in eu', '  kept indentation', 'first and success and first'])
  expect(logOf(run, 1)).toEqual(["1-main ''"])
  expect(run.jobs[0]!.steps.map(step => step.conclusion)).toEqual(['success', 'success', 'skipped'])
  expect(run.jobs[0]!.remarks).toEqual(["Skip output 'leak' since it may contain secret."])
  expect(JSON.stringify(run)).not.toContain('hunter22')
})

test('a failure skips what follows, unless it says otherwise', async () => {
  const run = await runOf({
    [WORKFLOW]: `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - { run: exit 3, continue-on-error: true }
      - run: "false | true"
      - { run: "false | true", shell: bash }
      - run: echo never
      - { if: "always()", run: "echo always" }
      - { if: "failure()", run: "echo failed" }
  b: { needs: a, runs-on: ubuntu-latest, steps: [{ run: echo b }] }
  c: { needs: b, if: failure(), runs-on: ubuntu-latest, steps: [{ run: "echo \${{ needs.b.result }}" }] }
`,
  })
  expect(run.conclusion).toBe('failure')
  expect(run.jobs.map(job => job.conclusion)).toEqual(['failure', 'skipped', 'success'])
  const steps = run.jobs[0]!.steps
  expect(steps.map(step => step.outcome)).toEqual([
    'failure',
    'success',
    'failure',
    'skipped',
    'success',
    'success',
  ])
  expect(steps[0]!.conclusion).toBe('success')
  expect(steps[2]!.log.at(-1)).toBe('##[error]Process completed with exit code 1.')
  expect(logOf(run, 2)).toEqual(['skipped'])
})

test('checkout, a composite action and an action of the suite', async () => {
  const run = await runOf({
    [WORKFLOW]: `
on: push
permissions: { contents: write }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with: { path: source }
      - run: git status --short --branch && git config --list --local | grep -c extraheader
        working-directory: source
      - { uses: actions/checkout@v5 }
      - { id: greet, uses: ./greet, with: { whom: world } }
      - run: echo "\${{ steps.greet.outputs.said }} $LATER"
      - uses: someone/gitops-actions/actions/build-push@v1
        with: { summary: false, dry-run: true }
        continue-on-error: true
`,
    'greet/action.yml': `
name: greet
inputs: { whom: { default: nobody }, how: { default: hello } }
outputs: { said: { value: "\${{ steps.s.outputs.text }}" } }
runs:
  using: composite
  steps:
    - id: s
      shell: bash
      run: |
        echo "text=\${{ inputs.how }} \${{ inputs.whom }}" >> "$GITHUB_OUTPUT"
        echo LATER=yes >> "$GITHUB_ENV"
`,
  })
  expect(run.conclusion).toBe('success')
  expect(logOf(run)).toEqual(expect.arrayContaining(['## main...origin/main', '1', 'hello world yes']))
  const names = run.jobs[0]!.steps.map(step => step.name)
  expect(names.slice(-3).map(name => name.slice(0, 22))).toEqual([
    'Post Run someone/gitop',
    'Post Run actions/check',
    'Post Run actions/check',
  ])
  expect(JSON.stringify(run)).not.toContain('ghs_writing-token')
})

describe('nothing runs', () => {
  test.each([
    [
      'a schema error',
      'on: push\njobs: { a: { runs-on: x, stepz: [] } }',
      /ci\.yml:2:\d+: Unexpected value 'stepz'/,
    ],
    [
      'an unknown context',
      'on: push\njobs: { a: { runs-on: x, steps: [{ run: "${{ nope.x }}" }] } }',
      /nope/,
    ],
    [
      'an action without a stand-in',
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: some/thing@v1',
      /ci\.yml:6:9: the player does not support 'some\/thing@v1': it has no stand-in/,
    ],
    [
      'an input of checkout that is not played',
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v5\n        with:\n          lfs: true',
      /ci\.yml:8:11: the player does not support the input 'lfs'/,
    ],
    [
      'a container',
      'on: push\njobs: { a: { runs-on: x, container: a, steps: [{ run: x }] } }',
      /'container' on a job/,
    ],
    [
      'Windows',
      'on: push\njobs: { a: { runs-on: windows-latest, steps: [{ run: x }] } }',
      /other than Linux/,
    ],
    [
      'PowerShell',
      'on: push\njobs: { a: { runs-on: x, steps: [{ run: x, shell: pwsh }] } }',
      /the shell 'pwsh'/,
    ],
    [
      'workflow_run for runs that begin',
      'on:\n  push:\n  workflow_run:\n    workflows: [ci]\n    types: [requested, completed]\njobs: { a: { runs-on: x, steps: [{ run: x }] } }',
      /ci\.yml:5:5: the player does not support the type 'requested' of workflow_run/,
    ],
    [
      'workflow_run for whatever happens to a run',
      'on:\n  push:\n  workflow_run:\n    workflows: [ci]\njobs: { a: { runs-on: x, steps: [{ run: x }] } }',
      /ci\.yml:3:3: the player does not support workflow_run without 'types: \[completed\]'/,
    ],
  ])('%s', async (_what, workflow, message) => {
    const seen: Progress[] = []
    const playing = playPush({ [WORKFLOW]: workflow }, progress => seen.push(progress))
    await expect(playing).rejects.toThrow(WorkflowError)
    await expect(playing).rejects.toThrow(message)
    expect(seen).toEqual([])
  })
})

test('a matrix runs each combination, and fail-fast cancels the rest', async () => {
  const run = await runOf({
    [WORKFLOW]: `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    strategy: { matrix: { n: [1, 2, 3] }, max-parallel: 1 }
    steps: [{ run: 'test \${{ matrix.n }} -lt 2' }]
`,
  })
  expect(run.jobs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['a (1)', 'success'],
    ['a (2)', 'failure'],
    ['a (3)', 'cancelled'],
  ])
})
