import { describe, expect, test } from '@jest/globals'
import { startGitHub } from '../../test/support/github/server.ts'
import type { Repository, Settings } from './host.ts'
import {
  createPlayer,
  dispatchEvent,
  type Ends,
  type Event,
  pullRequestEvent,
  pushEvent,
  type WorkflowRun,
} from './player.ts'

const WORKFLOW = '.github/workflows/ci.yml'

async function withRepository<T>(
  workflow: string,
  play: (world: {
    repository: Awaited<ReturnType<Awaited<ReturnType<typeof startGitHub>>['createRepository']>>
    push: (settings?: Settings, ends?: Ends) => Promise<WorkflowRun>
    play: (event: (repository: Repository) => Promise<Event>, settings?: Settings) => Promise<WorkflowRun>
  }) => Promise<T>,
): Promise<T> {
  await using github = await startGitHub()
  await github.createRepository('octo/other', { files: { 'other.txt': 'other' }, private: true })
  const files = { [WORKFLOW]: workflow, 'a.txt': 'one\n' }
  const repository = await github.createRepository('octo/app', { files, private: true })
  const run = async (event: Event, settings: Settings = {}, ends?: Ends) => {
    const player = createPlayer({ host: github, settings: { 'octo/app': settings } })
    const { runs } = await player.play(event, ends)
    expect(runs).toHaveLength(1)
    return runs[0]!
  }
  return await play({
    repository,
    push: async (settings, ends) =>
      run(await pushEvent(repository, { ref: 'refs/heads/main', actor: 'octocat' }), settings, ends),
    play: async (event, settings) => run(await event(repository), settings),
  })
}

const stepsOf = (run: WorkflowRun) => run.jobs[0]!.steps.map(({ conclusion }) => conclusion)
const logOf = (run: WorkflowRun) => run.jobs.flatMap(job => job.steps.flatMap(step => step.log)).join('\n')

const PUSHING = (permission: string, persist: boolean) => `
on: push
permissions: { contents: ${permission} }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - { uses: actions/checkout@v5, with: { persist-credentials: ${persist} } }
      - run: |
          git -c user.name=t -c user.email=t@example.com commit --allow-empty -qm 'From the job'
          GIT_TERMINAL_PROMPT=0 git push origin main
`

describe('the token of the job', () => {
  test.each([
    ['pushes where contents may be written', 'write', true, 'success'],
    ['does not push where they may be read', 'read', true, 'failure'],
    ['is not there where the clone is not to keep it', 'write', false, 'failure'],
  ])('%s', async (_what, permission, persist, conclusion) => {
    await withRepository(PUSHING(permission, persist), async ({ repository, push }) => {
      const run = await push()
      expect([run.conclusion, logOf(run)]).toEqual([conclusion, expect.anything()])
      expect(await repository.log('main')).toHaveLength(conclusion === 'success' ? 2 : 1)
      expect(logOf(run)).not.toMatch(/ghs_\w/)
    })
  })

  test('does not reach another repository', async () => {
    const workflow = `
on: push
jobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: actions/checkout@v5, with: { repository: octo/other } }] } }`
    await withRepository(workflow, async ({ push }) => {
      expect((await push()).conclusion).toBe('failure')
    })
  })
})

test.each([
  ['of the repository itself', 'octo/app', 'write, secret there'],
  ['of a fork', 'mallory/app', 'read, secret missing'],
])('a pull request %s', async (_what, fullName, said) => {
  const workflow = `
on: { pull_request: { branches: [main], paths: [a.txt] } }
permissions: { contents: write }
jobs:
  a:
    runs-on: ubuntu-latest
    timeout-minutes: \${{ fromJSON('5') }}
    steps:
      - uses: actions/checkout@v5
      - run: cat a.txt
      - run: echo "\${{ github.head_ref }} into \${{ github.base_ref }}, \${{ secrets.KEY && 'secret there' || 'secret missing' }}"
`
  await withRepository(workflow, async ({ repository, play }) => {
    const base = (await repository.head('main'))!
    const head = await repository.commit('feature', { 'a.txt': 'two\n' }, 'Two')
    const pullRequest = {
      number: 3,
      head: { ref: 'feature', sha: head, repo: { full_name: fullName } },
      base: { ref: 'main', sha: base },
    }
    const run = await play(
      repository => pullRequestEvent(repository, { action: 'opened', pullRequest, actor: 'ada' }),
      { secrets: { KEY: 'value' } },
    )
    expect(run.conclusion).toBe('success')
    expect(logOf(run)).toContain('two')
    const [level, secret] = said.split(', ')
    expect(logOf(run)).toContain(`feature into main, ${secret}`)
    expect(run.jobs[0]!.permissions.contents).toBe(level)
  })
})

test('a dispatched run gets its inputs, the environment its secrets, and its approval is told', async () => {
  const workflow = `
on:
  workflow_dispatch:
    inputs: { force: { type: boolean, default: false }, target: { required: true } }
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - if: inputs.force
        run: echo "to \${{ inputs.target }} in \${{ vars.WHERE }}, key \${{ secrets.KEY == 'of-production' }}"
`
  await withRepository(workflow, async ({ play }) => {
    const run = await play(
      repository =>
        dispatchEvent(repository, {
          workflow: 'ci.yml',
          branch: 'main',
          actor: 'ada',
          inputs: { force: true, target: 'eu' },
        }),
      {
        secrets: { KEY: 'of-repository' },
        vars: { WHERE: 'here' },
        environments: { production: { secrets: { KEY: 'of-production' } } },
      },
    )
    expect(logOf(run)).toContain('to eu in here, key true')
    expect(run.jobs[0]!.remarks).toEqual(["Environment 'production': approved by the rehearsal."])
  })
})

test('a cancelled run ends its step, and still runs what always runs', async () => {
  const workflow = `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: exec sleep 60
      - run: echo never
      - { if: always(), run: "echo tidied, status \${{ job.status }}" }
`
  await withRepository(workflow, async ({ push }) => {
    const cancel = new AbortController()
    setTimeout(() => cancel.abort(), 1_500)
    const run = await push({}, { cancel: cancel.signal })
    expect(run.conclusion).toBe('cancelled')
    expect(stepsOf(run)).toEqual(['success', 'cancelled', 'skipped', 'success', 'success'])
    expect(logOf(run)).toContain('tidied, status cancelled')
  })
})

test('where the machine is given up, nothing begins any more, not even what always runs', async () => {
  const workflow = `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: exec sleep 60
      - { if: always(), run: echo never }
  b: { if: always(), needs: a, runs-on: ubuntu-latest, steps: [{ run: echo never }] }
`
  await withRepository(workflow, async ({ push }) => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 1_500)
    const run = await push({}, { stop: stop.signal })
    expect(run.jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      ['a', 'cancelled'],
      ['b', 'cancelled'],
    ])
    expect(stepsOf(run)).toEqual(['success', 'cancelled'])
  })
})

test('a step past its time limit fails, and what it left in the background is ended with the job', async () => {
  const workflow = `
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - { run: "sleep 300 > /dev/null 2>&1 & echo $!" }
      - { run: exec sleep 60, timeout-minutes: 0.01 }
`
  await withRepository(workflow, async ({ push }) => {
    const run = await push()
    expect(stepsOf(run)).toEqual(['success', 'failure'])
    expect(logOf(run)).toContain('has timed out after 0.01 minutes')
    expect(run.jobs[0]!.remarks).toEqual([
      expect.stringMatching(/^Terminate orphan process: pid \(\d+\) \(sleep\)$/),
    ])
  })
})
