import { getOctokit } from '@actions/github'
import { describe, expect, test } from '@jest/globals'
import { ZERO } from './git-store.ts'
import { type GitHub, startGitHub } from './server.ts'

const shop = { owner: 'acme', repo: 'shop' }

function client(github: GitHub, token = github.token()) {
  const { graphql, rest } = getOctokit(token, { baseUrl: github.apiUrl })
  return { rest, ask: graphql as <T = unknown>(query: string, variables?: object) => Promise<T> }
}

/** `main` and `topic`, which is two commits ahead of where main was before its last commit. */
async function withTopic(github: GitHub) {
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  await repository.commit('topic', { 'b.txt': 'b\n' }, 'First')
  await repository.commit('topic', { 'c.txt': 'c\n' }, 'Second')
  await repository.commit('main', { 'z.txt': 'z\n' }, 'Meanwhile')
  return repository
}

describe('from a commit on main back to its pull request', () => {
  test.each(['merge', 'squash', 'rebase'] as const)('after a %s', async merge_method => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { rest } = client(github)
    await rest.pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' })
    await rest.pulls.merge({ ...shop, pull_number: 1, merge_method })
    const pullsOf = async (commit_sha = '') =>
      (await rest.repos.listPullRequestsAssociatedWithCommit({ ...shop, commit_sha })).data
    const log = await repository.log('main')
    const brought = log.filter(({ message }) => !['Meanwhile', 'Initial commit'].includes(message))
    expect(brought).toHaveLength({ merge: 3, squash: 1, rebase: 2 }[merge_method])
    for (const { sha } of brought)
      expect(await pullsOf(sha)).toMatchObject([{ number: 1, merged_at: expect.any(String) }])
    expect(await pullsOf(log.find(({ message }) => message === 'Meanwhile')?.sha)).toEqual([])
  })

  test('an open pull request is told as long as its commit has not landed', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { rest } = client(github)
    await rest.pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' })
    const commit_sha = (await repository.head('topic')) ?? ''
    const found = await rest.repos.listPullRequestsAssociatedWithCommit({ ...shop, commit_sha })
    expect(found.data.map(({ number, state }) => [number, state])).toEqual([[1, 'open']])
  })
})

test('a fork begins as its parent is, and its pull request says so', async () => {
  await using github = await startGitHub()
  await withTopic(github)
  const fork = await github.createRepository('mallory/shop', { forkOf: 'acme/shop' })
  await fork.commit('evil', { 'a.txt': 'bad\n' }, 'From outside')
  const heard: unknown[] = []
  github.on('pull_request', payload => heard.push(payload))
  const { rest } = client(github, github.token({ user: 'mallory' }))
  await rest.pulls.create({ ...shop, title: 'Fork', head: 'mallory:evil', base: 'main' })
  expect(heard).toMatchObject([
    {
      action: 'opened',
      pull_request: {
        user: { login: 'mallory' },
        head: { label: 'mallory:evil', repo: { full_name: 'mallory/shop', fork: true } },
        base: { repo: { full_name: 'acme/shop', fork: false } },
      },
    },
  ])
})

test('labels of pull requests are heard of, once each', async () => {
  await using github = await startGitHub()
  await withTopic(github)
  const { rest } = client(github)
  await rest.pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' })
  const heard: unknown[] = []
  github.on('pull_request', ({ action, label }) => heard.push([action, (label as { name: string }).name]))
  await rest.issues.addLabels({ ...shop, issue_number: 1, labels: ['a', 'b'] })
  await rest.issues.addLabels({ ...shop, issue_number: 1, labels: ['b'] })
  await rest.issues.removeLabel({ ...shop, issue_number: 1, name: 'a' })
  expect(heard).toEqual([
    ['labeled', 'a'],
    ['labeled', 'b'],
    ['unlabeled', 'a'],
  ])
})

test('the merge queue checks on a branch of its own before it merges', async () => {
  await using github = await startGitHub()
  const repository = await withTopic(github)
  const { rest } = client(github)
  await rest.pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' })
  const base = (await repository.head('main')) ?? ''
  const heard: unknown[] = []
  github.on('merge_group', payload => heard.push(payload))
  const queued = await repository.queue(1)
  expect(queued.ref).toBe(`refs/heads/gh-readonly-queue/main/pr-1-${base}`)
  expect(heard).toMatchObject([
    {
      action: 'checks_requested',
      merge_group: {
        head_ref: queued.ref,
        head_sha: queued.sha,
        base_ref: 'refs/heads/main',
        base_sha: base,
      },
    },
  ])
  expect(await repository.read(queued.sha, 'c.txt')).toBe('c\n')
  expect(await repository.head('main')).toBe(base)
  await repository.mergeQueued(1, queued)
  expect(await repository.head('main')).toBe(queued.sha)
  expect(await repository.head(`gh-readonly-queue/main/pr-1-${base}`)).toBeUndefined()
  const found = await rest.repos.listPullRequestsAssociatedWithCommit({ ...shop, commit_sha: queued.sha })
  expect(found.data).toMatchObject([{ number: 1, merge_commit_sha: queued.sha }])
})

describe('updateRefs', () => {
  const UPDATE = `mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`

  async function world() {
    const github = await startGitHub()
    const repository = await withTopic(github)
    const { rest, ask } = client(github)
    const repositoryId = (await rest.repos.get(shop)).data.node_id
    const [main, topic] = [(await repository.head('main')) ?? '', (await repository.head('topic')) ?? '']
    const update = (...refUpdates: object[]) => ask(UPDATE, { input: { repositoryId, refUpdates } })
    return { github, repository, update, main, topic }
  }

  test('makes, moves and deletes refs at once', async () => {
    const { github, repository, update, main, topic } = await world()
    await using _ = github
    await update(
      { name: 'refs/heads/new', afterOid: main, beforeOid: ZERO },
      { name: 'refs/heads/topic', afterOid: ZERO, beforeOid: topic },
    )
    expect([await repository.head('new'), await repository.head('topic')]).toEqual([main, undefined])
  })

  test.each([
    ['a ref that moved', { beforeOid: '1'.repeat(40) }, 'but it did not'],
    ['a ref that should not be there', { beforeOid: ZERO }, 'but it did not'],
    ['a step aside', {}, 'not a fast forward'],
  ])('%s stops all of them', async (_what, wanted, message) => {
    const { github, repository, update, main, topic } = await world()
    await using _ = github
    const moving = update(
      { name: 'refs/heads/new', afterOid: main },
      { name: 'refs/heads/main', afterOid: topic, ...wanted },
    )
    await expect(moving).rejects.toThrow(message)
    expect([await repository.head('new'), await repository.head('main')]).toEqual([undefined, main])
  })

  test('moves aside by force, and not past a protection', async () => {
    const { github, repository, update, main, topic } = await world()
    await using _ = github
    await update({ name: 'refs/heads/main', afterOid: topic, beforeOid: main, force: true })
    expect(await repository.head('main')).toBe(topic)
    repository.protect('main')
    await expect(update({ name: 'refs/heads/main', afterOid: main, force: true })).rejects.toThrow()
  })
})
