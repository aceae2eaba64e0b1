import { getOctokit } from '@actions/github'
import { describe, expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from './server.ts'
import { unzip } from './zip.ts'

const shop = { owner: 'acme', repo: 'shop' }

function client(github: GitHub, token = github.token()) {
  return getOctokit(token, { baseUrl: github.apiUrl }).rest
}

const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (thrown: { status: number }) => thrown.status,
  )

/** A repository, and a run of a pull request from a fork of it. */
async function withRuns(options: { private?: boolean } = {}) {
  const github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' }, ...options })
  const fork = await github.createRepository('mallory/shop', { forkOf: 'acme/shop' })
  const headSha = await repository.commit('topic', { 'a.txt': 'two\n' }, 'Change')
  const forkSha = await fork.commit('topic', { 'a.txt': 'evil\n' }, 'Change')
  const plan = {
    repository: 'acme/shop',
    path: '.github/workflows/terraform-plan.yml',
    event: 'pull_request',
  }
  const own = github.runs.begin({ ...plan, headSha, headBranch: 'topic' })
  const foreign = github.runs.begin({
    ...plan,
    headSha: forkSha,
    headBranch: 'topic',
    headRepository: 'mallory/shop',
  })
  return { github, fork, own, foreign, headSha, forkSha }
}

test('runs tell of their workflow, their head and how they ended', async () => {
  const { github, own, headSha, forkSha } = await withRuns()
  await using _ = github
  const { actions } = client(github)
  await github.runs.finish(own.id, 'success')
  const got = (await actions.getWorkflowRun({ ...shop, run_id: own.id })).data
  expect(got).toMatchObject({
    path: '.github/workflows/terraform-plan.yml',
    event: 'pull_request',
    head_sha: headSha,
    head_commit: { message: 'Change' },
    status: 'completed',
    conclusion: 'success',
    head_repository: { full_name: 'acme/shop', fork: false },
  })
  const byHead = await actions.listWorkflowRunsForRepo({ ...shop, head_sha: forkSha })
  expect(byHead.data.workflow_runs.map(run => run.head_repository.full_name)).toEqual(['mallory/shop'])
  expect(byHead.data.workflow_runs[0]?.head_repository.fork).toBe(true)
  const done = await actions.listWorkflowRuns({
    ...shop,
    workflow_id: 'terraform-plan.yml',
    status: 'success',
    event: 'pull_request',
  })
  expect(done.data.workflow_runs.map(({ id }) => id)).toEqual([own.id])
  expect(await statusOf(actions.getWorkflowRun({ ...shop, run_id: 5 }))).toBe(404)
})

describe('artifacts', () => {
  test('say which run and which head they come from, also where a fork has taken a name', async () => {
    const { github, fork, own, foreign, headSha, forkSha } = await withRuns()
    await using _ = github
    const { actions, repos } = client(github)
    github.runs.keep(own.id, { name: 'plan', files: { 'plan.json': '{}' } })
    github.runs.keep(foreign.id, { name: 'plan', files: { 'plan.json': '{"evil":true}' } })
    const listed = (await actions.listArtifactsForRepo({ ...shop, name: 'plan' })).data
    expect(listed.artifacts.map(({ workflow_run }) => workflow_run?.head_sha)).toEqual([forkSha, headSha])
    const forkId = (await repos.get({ owner: 'mallory', repo: 'shop' })).data.id
    expect(listed.artifacts[0]?.workflow_run?.head_repository_id).toBe(forkId)
    expect(fork.fullName).toBe('mallory/shop')
    const ofRun = (await actions.listWorkflowRunArtifacts({ ...shop, run_id: own.id })).data
    expect(ofRun).toMatchObject({ total_count: 1, artifacts: [{ name: 'plan', expired: false }] })
  })

  test('are downloaded as zip until they expire', async () => {
    const { github, own } = await withRuns()
    await using _ = github
    const { actions } = client(github)
    const kept = github.runs.keep(own.id, { name: 'plan', files: { 'a/plan.json': '{}' } })
    const download = () => actions.downloadArtifact({ ...shop, artifact_id: kept.id, archive_format: 'zip' })
    expect(unzip(Buffer.from((await download()).data as ArrayBuffer))).toEqual({
      'a/plan.json': Buffer.from('{}'),
    })
    expect(() => github.runs.keep(own.id, { name: 'plan', files: {} })).toThrow('already exists')
    kept.expiresAt = new Date()
    expect((await actions.getArtifact({ ...shop, artifact_id: kept.id })).data.expired).toBe(true)
    expect(await statusOf(download())).toBe(410)
    await actions.deleteArtifact({ ...shop, artifact_id: kept.id })
    expect(await statusOf(download())).toBe(404)
  })

  test.each([
    ['no token', {}, 401],
    ['actions: none', { permissions: { actions: 'none' as const } }, 403],
    ['actions: read', { permissions: { actions: 'read' as const } }, undefined],
  ])('of a private repository with %s', async (what, options, status) => {
    const { github, own } = await withRuns({ private: true })
    await using _ = github
    const { id } = github.runs.keep(own.id, { name: 'plan', files: { a: 'b' } })
    const token = github.token({ write: false, ...options })
    const answer = await fetch(`${github.apiUrl}/repos/acme/shop/actions/artifacts/${id}/zip`, {
      headers: what === 'no token' ? {} : { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(what === 'no token' ? 404 : (status ?? 200))
  })
})

test('past the write limit everything is refused until the time is over', async () => {
  const { github } = await withRuns()
  await using _ = github
  const { issues } = client(github)
  github.limitWrites({ writes: 2, window: 1_000, status: 429 })
  await issues.create({ ...shop, title: 'T' })
  const comment = () => issues.createComment({ ...shop, issue_number: 1, body: 'x' })
  await comment()
  const refused = await comment().then(
    () => undefined,
    thrown => thrown as { status: number; message: string; response: { headers: Record<string, string> } },
  )
  expect(refused).toMatchObject({ status: 429, message: expect.stringContaining('secondary rate limit') })
  expect(refused?.response.headers['retry-after']).toBe('1')
  expect((await issues.listComments({ ...shop, issue_number: 1 })).data).toHaveLength(1)
  await client(github, github.token()).issues.createComment({
    ...shop,
    issue_number: 1,
    body: 'another token',
  })
  await new Promise(resolve => setTimeout(resolve, 1_000))
  expect((await comment()).status).toBe(201)
})

test('a slow way there lets others overtake, a slow way back makes a reply old', async () => {
  const { github } = await withRuns()
  await using _ = github
  const { issues } = client(github)
  await issues.create({ ...shop, title: 'T' })
  github.latency({ method: 'POST', path: /\/issues\/1\/comments$/, before: 150 })
  github.latency({ method: 'GET', path: /\/issues\/1\/comments\?per_page=100$/, after: 400 })
  const slow = issues.createComment({ ...shop, issue_number: 1, body: 'late' })
  expect((await issues.listComments({ ...shop, issue_number: 1 })).data).toHaveLength(0)
  const stale = issues.listComments({ ...shop, issue_number: 1, per_page: 100 })
  await slow
  expect((await stale).data).toHaveLength(0)
})
