import { getOctokit } from '@actions/github'
import { expect, test } from '@jest/globals'
import { startGitHub } from '../../test/support/github/server.ts'
import { createPlayer, deliveriesOf, type WorkflowRun } from './player.ts'

const WORKFLOW = '.github/workflows/ci.yml'
const app = { owner: 'octo', repo: 'app' }

const TELLING = `
on:
  push: { branches: [main] }
  pull_request: { types: [opened, synchronize, labeled, closed], branches: [main] }
  merge_group:
permissions: { contents: read, pull-requests: write }
jobs:
  tell:
    runs-on: ubuntu-latest
    steps:
      - env:
          WHAT: \${{ github.event_name }} \${{ github.event.action }} \${{ github.ref }} merged=\${{ github.event.pull_request.merged }} label=\${{ github.event.label.name }} fork=\${{ github.event.pull_request.head.repo.fork }}
        run: echo "$WHAT"
      - run: echo "\${{ github.sha }}"
`

/** A private repository whose workflow tells of its events. */
async function world(workflow = TELLING) {
  const github = await startGitHub()
  const repository = await github.createRepository('octo/app', {
    files: { [WORKFLOW]: workflow, 'a.txt': 'one\n' },
    private: true,
  })
  const deliveries = deliveriesOf(github, repository)
  const settings = { 'octo/app': { secrets: { KEY: 'secret-value' }, vars: { WHERE: 'here' } } }
  const player = createPlayer({ host: github, settings })
  const playAll = async () => {
    const runs: WorkflowRun[] = []
    for (const event of await deliveries.take()) runs.push(...(await player.play(event)).runs)
    return runs
  }
  const ada = getOctokit(github.token({ user: 'ada' }), { baseUrl: github.apiUrl }).rest
  return { github, repository, playAll, ada }
}

const said = (run: WorkflowRun) => run.jobs[0]?.steps.map(({ log }) => log.at(-1))
const logOf = (run: WorkflowRun) => run.jobs.flatMap(job => job.steps.flatMap(step => step.log)).join('\n')

test('a pull request from its opening to its merge, as GitHub would tell it', async () => {
  const { github, repository, playAll, ada } = await world()
  await using _ = github
  await repository.commit('topic', { 'a.txt': 'two\n' }, 'Two')
  await ada.pulls.create({ ...app, title: 'T', head: 'topic', base: 'main' })
  const [opened, ...more] = await playAll()
  expect(more).toEqual([])
  expect(said(opened!)).toEqual([
    'pull_request opened refs/pull/1/merge merged=false label= fork=false',
    (await ada.pulls.get({ ...app, pull_number: 1 })).data.merge_commit_sha,
  ])
  await repository.commit('topic', { 'a.txt': 'three\n' }, 'Three')
  await ada.issues.addLabels({ ...app, issue_number: 1, labels: ['infra'] })
  expect((await playAll()).map(run => said(run)?.[0])).toEqual([
    'pull_request synchronize refs/pull/1/merge merged=false label= fork=false',
    'pull_request labeled refs/pull/1/merge merged=false label=infra fork=false',
  ])
  const merged = (await ada.pulls.merge({ ...app, pull_number: 1, merge_method: 'squash' })).data.sha
  expect((await playAll()).map(said)).toEqual([
    ['pull_request closed refs/heads/main merged=true label= fork=false', merged],
    ['push  refs/heads/main merged= label= fork=', merged],
  ])
  const { actions } = ada
  const runs = (await actions.listWorkflowRunsForRepo({ ...app, head_sha: merged })).data.workflow_runs
  expect(runs.map(({ event, conclusion, head_branch }) => [event, conclusion, head_branch])).toEqual([
    ['push', 'success', 'main'],
  ])
})

test('a merge queue asks for checks at what it would merge', async () => {
  const { github, repository, playAll, ada } = await world()
  await using _ = github
  await repository.commit('topic', { 'a.txt': 'two\n' }, 'Two')
  await ada.pulls.create({ ...app, title: 'T', head: 'topic', base: 'main' })
  await playAll()
  const queued = await repository.queue(1)
  expect((await playAll()).map(said)).toEqual([
    [`merge_group checks_requested ${queued.ref} merged= label= fork=`, queued.sha],
  ])
})

const ASKING = (permissions: string, on = 'pull_request') => `
on: ${on}
permissions: ${permissions}
jobs:
  ask:
    runs-on: ubuntu-latest
    steps:
      - env: { TOKEN: "\${{ github.token }}", NUMBER: "\${{ github.event.number }}" }
        run: |
          ask() { curl -s -o /dev/null -w '%{http_code} ' -H "Authorization: Bearer $TOKEN" "$@"; }
          ask "$GITHUB_API_URL/repos/octo/app/issues/$NUMBER/comments"
          ask "$GITHUB_API_URL/repos/octo/app/issues/$NUMBER/comments" -d '{"body":"plan"}'
          ask "$GITHUB_API_URL/repos/octo/app/commits/$GITHUB_SHA/pulls"
          ask "$GITHUB_API_URL/repos/octo/app/actions/runs/$GITHUB_RUN_ID/artifacts"
          echo "secret=\${{ secrets.KEY != '' }} vars=\${{ vars.WHERE }} fork=\${{ github.event.pull_request.head.repo.fork }}"
`

test.each([
  [
    'what they ask for',
    '{ pull-requests: write, actions: read }',
    'acme',
    '200 201 200 200 secret=true vars=here fork=false',
    'pull_request',
  ],
  [
    'nothing that they do not ask for',
    '{ contents: read }',
    'acme',
    '403 403 403 403 secret=true vars=here fork=false',
    'pull_request',
  ],
  [
    'in a fork no more than reading, and neither secrets nor variables',
    '{ pull-requests: write, actions: read }',
    'mallory',
    '200 403 200 200 secret=false vars= fork=true',
    'pull_request',
  ],
  [
    'on the base branch all that they ask for, wherever the request comes from',
    '{ pull-requests: write, actions: read }',
    'mallory',
    '200 201 200 200 secret=true vars=here fork=true',
    'pull_request_target',
  ],
])('jobs get %s', async (_what, permissions, from, expected, on) => {
  const { github, repository, playAll } = await world(ASKING(permissions, on))
  await using _ = github
  const fork = from === 'mallory'
  const head = fork ? await github.createRepository('mallory/app', { forkOf: 'octo/app' }) : repository
  await head.commit('topic', { 'a.txt': 'two\n' }, 'Two')
  const { pulls } = getOctokit(github.token({ user: from }), { baseUrl: github.apiUrl }).rest
  await pulls.create({ ...app, title: 'T', head: fork ? 'mallory:topic' : 'topic', base: 'main' })
  const [run] = await playAll()
  expect([run?.conclusion, logOf(run!)]).toEqual(['success', expect.stringContaining(expected)])
})

const AFTER = '.github/workflows/after.yml'
const LISTENING = `
on: { workflow_run: { workflows: [ci], types: [completed], branches: [release] } }
permissions: { contents: read }
jobs:
  after:
    if: github.event.workflow_run.conclusion == 'success'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with: { ref: "\${{ github.event.workflow_run.head_sha }}" }
      - run: echo "$(cat a.txt) \${{ github.ref }} \${{ github.sha }} \${{ github.event.workflow_run.head_branch }}"
`

test('a run that ended starts what listens to it, from the default branch, for the branches it names', async () => {
  const ci = (code: number) =>
    `name: ci\non: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: exit ${code} }] } }`
  const { github, repository, playAll } = await world(ci(0))
  await using _ = github
  // On main alone: GitHub does not look at the branch of the run that ended.
  const onRelease = await repository.commit('release', { 'a.txt': 'released\n' }, 'Release')
  const onMain = await repository.commit('main', { [AFTER]: LISTENING }, 'Listen')
  expect((await playAll()).map(({ path, sha }) => [path, sha])).toEqual([
    [WORKFLOW, onRelease],
    [WORKFLOW, onMain],
  ])
  const [after, ...more] = await playAll()
  expect(more).toEqual([])
  expect([after?.event, after?.ref, after?.sha]).toEqual(['workflow_run', 'refs/heads/main', onMain])
  expect(logOf(after!)).toContain(`released refs/heads/main ${onMain} release`)
  expect(await playAll()).toEqual([])

  await repository.commit('release', { [WORKFLOW]: ci(1) }, 'Break it')
  expect((await playAll()).map(({ conclusion }) => conclusion)).toEqual(['failure'])
  expect((await playAll()).map(({ workflow, conclusion }) => [workflow, conclusion])).toEqual([
    [AFTER, 'skipped'],
  ])
})

test('what a job does with its own token starts nothing', async () => {
  const { github, repository, playAll } = await world()
  await using _ = github
  await repository.commit('topic', { 'a.txt': 'two\n' }, 'Two')
  const { pulls } = getOctokit(github.token(), { baseUrl: github.apiUrl }).rest
  await pulls.create({ ...app, title: 'T', head: 'topic', base: 'main' })
  expect(await playAll()).toEqual([])
})
