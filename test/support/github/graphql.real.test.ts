import { getOctokit } from '@actions/github'
import { expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from './server.ts'

const shop = { owner: 'acme', repo: 'shop' }

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } author { name } } ref { name } }
}`

function client(github: GitHub, token = github.token()) {
  const { graphql, rest } = getOctokit(token, { baseUrl: github.apiUrl })
  return { rest, ask: graphql as <T = unknown>(query: string, variables?: object) => Promise<T> }
}

const text = (content: string) => Buffer.from(content).toString('base64')

/** The kinds and messages of the errors that a query meets. */
async function errorsOf(answer: Promise<unknown>) {
  const thrown = await answer.then(
    () => ({ errors: [] }),
    (refused: { errors: { type?: string; message: string }[] }) => refused,
  )
  return thrown.errors
}

test('createCommitOnBranch commits signed files, and only upon the head that was seen', async () => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n', 'b.txt': 'b' } })
  const { ask } = client(github)
  const head = (await repository.head('main')) ?? ''
  const input = {
    branch: { repositoryNameWithOwner: 'acme/shop', branchName: 'main' },
    message: { headline: 'Bump', body: 'Why' },
    expectedHeadOid: head,
    fileChanges: {
      additions: [{ path: 'deep/a.txt', contents: text('two\n') }],
      deletions: [{ path: 'b.txt' }],
    },
  }
  const done = await ask<{ createCommitOnBranch: { commit: { oid: string } } }>(COMMIT, { input })
  expect(done.createCommitOnBranch).toMatchObject({
    commit: { signature: { isValid: true }, author: { name: 'github-actions[bot]' } },
    ref: { name: 'main' },
  })
  expect(await repository.head('main')).toBe(done.createCommitOnBranch.commit.oid)
  expect(await repository.modes('main')).toEqual({ 'a.txt': '100644', 'deep/a.txt': '100644' })
  expect((await repository.log('main'))[0]?.message).toBe('Bump\n\nWhy')
  expect(await errorsOf(ask(COMMIT, { input }))).toMatchObject([
    { type: 'STALE_DATA', message: expect.stringContaining(`Expected branch to point to "${head}"`) },
  ])
})

test.each([
  ['a read-only token', { write: false }, 'acme/shop', 'main', 'FORBIDDEN'],
  ['an unknown repository', {}, 'acme/none', 'main', 'NOT_FOUND'],
  ['an unknown branch', {}, 'acme/shop', 'none', 'NOT_FOUND'],
  ['a protected branch', {}, 'acme/shop', 'kept', 'UNPROCESSABLE'],
])('createCommitOnBranch with %s is refused', async (_, token, repositoryNameWithOwner, branchName, type) => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  const expectedHeadOid = await repository.commit('kept', { 'a.txt': 'two\n' }, 'Keep')
  repository.protect('kept')
  const branch = { repositoryNameWithOwner, branchName }
  const input = { branch, message: { headline: 'x' }, expectedHeadOid }
  const refused = client(github, github.token(token)).ask(COMMIT, { input })
  expect(await errorsOf(refused)).toMatchObject([{ type }])
})

test('auto-merge waits for the required check', async () => {
  await using github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  const sha = await repository.commit('topic', { 'a.txt': 'two\n' }, 'Change')
  const { ask, rest } = client(github)
  const pull = (await rest.pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' })).data
  const enable = `mutation ($id: ID!) {
    enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: SQUASH }) {
      pullRequest { number autoMergeRequest { mergeMethod enabledBy { login } } }
    }
  }`
  expect(await errorsOf(ask(enable, { id: pull.node_id }))).toMatchObject([
    { type: 'UNPROCESSABLE', message: 'Pull request Pull request is in clean status' },
  ])
  repository.protect('main', { requires: 'status-check' })
  expect(await ask(enable, { id: pull.node_id })).toEqual({
    enablePullRequestAutoMerge: {
      pullRequest: {
        number: 1,
        autoMergeRequest: { mergeMethod: 'SQUASH', enabledBy: { login: 'github-actions' } },
      },
    },
  })
  expect(await repository.read('main', 'a.txt')).toBe('one\n')
  await rest.repos.createCommitStatus({ ...shop, sha, state: 'success', context: 'ci' })
  expect(await repository.read('main', 'a.txt')).toBe('two\n')
  expect((await repository.log('main'))[0]?.message).toBe('T (#1)')
})

test('a query that the schema does not allow, or this server does not answer, is remembered', async () => {
  const github = await startGitHub()
  await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  const { ask } = client(github)
  expect(await errorsOf(ask('{ viewer { nonsense } }'))).toMatchObject([
    { message: expect.stringContaining('Cannot query field "nonsense" on type "User"') },
  ])
  await errorsOf(ask('{ repository(owner: "acme", name: "shop") { stargazerCount } }'))
  await expect(github[Symbol.asyncDispose]()).rejects.toThrow(
    'GraphQL Repository.stargazerCount is not served',
  )
})
