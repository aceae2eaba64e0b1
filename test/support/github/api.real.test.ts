import { getOctokit } from '@actions/github'
import { describe, expect, test } from '@jest/globals'
import { SECONDARY_RATE_LIMIT } from './faults.ts'
import { type GitHub, startGitHub } from './server.ts'

const shop = { owner: 'acme', repo: 'shop' }

function client(github: GitHub, token = github.token()) {
  return getOctokit(token, { baseUrl: github.apiUrl }).rest
}

/** A repository with `main`, and `topic` one commit ahead. */
async function withTopic(github: GitHub, options = {}) {
  const repository = await github.createRepository('acme/shop', {
    files: { 'a.txt': 'one\n', 'run.sh': 'echo\n' },
    ...options,
  })
  await repository.commit('topic', { 'a.txt': 'two\n', 'b.txt': 'new\n' }, 'Change things')
  return repository
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('this should have been refused')
    },
    (thrown: { status: number; message: string }) => thrown,
  )

describe('git data', () => {
  test('a commit made of parts keeps modes, and is verified where the author is left out', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { git, repos } = client(github)
    const base = (await git.getRef({ ...shop, ref: 'heads/main' })).data.object.sha
    const blob = (await git.createBlob({ ...shop, content: 'dHdv', encoding: 'base64' })).data
    const tree = await git.createTree({
      ...shop,
      base_tree: base,
      tree: [
        { path: 'run.sh', mode: '100755', type: 'blob', sha: blob.sha },
        { path: 'deep/er.txt', mode: '100644', type: 'blob', content: 'x' },
        { path: 'a.txt', mode: '100644', type: 'blob', sha: null },
      ],
    })
    const commit = { ...shop, message: 'Made of parts', tree: tree.data.sha, parents: [base] }
    const own = (await git.createCommit(commit)).data
    const named = await git.createCommit({ ...commit, author: { name: 'Ada', email: 'ada@example.com' } })
    expect(own.verification).toMatchObject({ verified: true, reason: 'valid' })
    expect(named.data.verification).toMatchObject({ verified: false, reason: 'unsigned' })
    await git.updateRef({ ...shop, ref: 'heads/main', sha: own.sha })
    expect(await repository.modes('main')).toEqual({ 'run.sh': '100755', 'deep/er.txt': '100644' })
    expect(await repository.read('main', 'run.sh')).toBe('two')
    const got = (await repos.getCommit({ ...shop, ref: 'main' })).data
    expect(got).toMatchObject({ sha: own.sha, commit: { verification: { verified: true } } })
    expect(got.files?.map(file => [file.filename, file.status])).toEqual([
      ['a.txt', 'removed'],
      ['deep/er.txt', 'added'],
      ['run.sh', 'modified'],
    ])
    expect((await git.getCommit({ ...shop, commit_sha: own.sha })).data.message).toBe('Made of parts')
    expect((await git.getBlob({ ...shop, file_sha: blob.sha })).data.content).toBe('dHdv\n')
    const whole = await git.getTree({ ...shop, tree_sha: 'main', recursive: 'true' })
    expect(whole.data.tree.map(({ path }) => path)).toEqual(['deep', 'deep/er.txt', 'run.sh'])
  })

  test('a ref moves forward only, unless forced', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { git } = client(github)
    const [main, topic] = [(await repository.head('main')) ?? '', (await repository.head('topic')) ?? '']
    const move = (ref: string, sha: string, force = false) => git.updateRef({ ...shop, ref, sha, force })
    await git.createRef({ ...shop, ref: 'refs/heads/other', sha: topic })
    expect(await failure(move('heads/other', main))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Update is not a fast forward'),
    })
    expect((await move('heads/other', main, true)).data.object.sha).toBe(main)
    expect((await move('heads/other', topic)).data.object.sha).toBe(topic)
    expect(await failure(git.createRef({ ...shop, ref: 'refs/heads/other', sha: topic }))).toMatchObject({
      message: expect.stringContaining('Reference already exists'),
    })
    expect((await git.listMatchingRefs({ ...shop, ref: 'heads/o' })).data).toHaveLength(1)
    await git.deleteRef({ ...shop, ref: 'heads/other' })
    expect(await failure(git.getRef({ ...shop, ref: 'heads/other' }))).toMatchObject({ status: 404 })
    expect(await failure(move('heads/none', topic))).toMatchObject({ status: 422 })
  })

  test('of 20 commits raced onto one branch by API one wins each time, and all land', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { git } = client(github)
    const land = async (index: number) => {
      for (let lost = 0; ; lost++) {
        const parent = (await git.getRef({ ...shop, ref: 'heads/main' })).data.object.sha
        const entry = { path: `${index}`, mode: '100644', type: 'blob', content: `${index}` } as const
        const tree = (await git.createTree({ ...shop, base_tree: parent, tree: [entry] })).data.sha
        const commit = await git.createCommit({ ...shop, message: `${index}`, tree, parents: [parent] })
        const refused = await git.updateRef({ ...shop, ref: 'heads/main', sha: commit.data.sha }).then(
          () => undefined,
          (thrown: { status: number }) => thrown.status,
        )
        if (refused === undefined) return lost
        expect(refused).toBe(422)
      }
    }
    const lost = await Promise.all(Array.from({ length: 20 }, (_, index) => land(index)))
    expect(Math.max(...lost)).toBeGreaterThan(0)
    expect(await repository.log('main')).toHaveLength(21)
    expect(Object.keys(await repository.modes('main'))).toHaveLength(22)
  })
})

describe('pull requests', () => {
  test('are opened once, found, changed, follow pushes and close with their branch', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { pulls, git } = client(github)
    const opened = await pulls.create({ ...shop, title: 'Topic', head: 'topic', base: 'main', body: 'Why' })
    expect(opened.data).toMatchObject({
      number: 1,
      mergeable: true,
      commits: 1,
      changed_files: 2,
      additions: 2,
    })
    expect(opened.data.user.login).toBe('github-actions[bot]')
    expect(
      await failure(pulls.create({ ...shop, title: 'Again', head: 'topic', base: 'main' })),
    ).toMatchObject({
      status: 422,
      message: expect.stringContaining('A pull request already exists for acme:topic.'),
    })
    const head = await repository.commit('topic', { 'c.txt': 'more\n' }, 'More')
    const found = await pulls.list({ ...shop, head: 'acme:topic', base: 'main' })
    expect(found.data.map(pull => pull.head.sha)).toEqual([head])
    expect((await git.getRef({ ...shop, ref: 'pull/1/head' })).data.object.sha).toBe(head)
    expect((await pulls.list({ ...shop, head: 'acme:other' })).data).toEqual([])
    const changed = await pulls.update({ ...shop, pull_number: 1, title: 'Better', body: '' })
    expect(changed.data).toMatchObject({ title: 'Better', commits: 2 })
    const files = await pulls.listFiles({ ...shop, pull_number: 1, per_page: 2 })
    expect(files.data.map(file => file.filename)).toEqual(['a.txt', 'b.txt'])
    expect(files.data[0]?.patch).toBe('@@ -1 +1 @@\n-one\n+two')
    expect(files.headers.link).toContain('rel="next"')
    await git.deleteRef({ ...shop, ref: 'heads/topic' })
    expect((await pulls.get({ ...shop, pull_number: 1 })).data).toMatchObject({
      state: 'closed',
      merged: false,
    })
  })

  test.each([
    ['merge', ['Merge pull request #1 from acme/topic\n\nTopic', 'Change things', 'Initial commit']],
    ['squash', ['Topic (#1)', 'Initial commit']],
    ['rebase', ['Change things', 'On main meanwhile', 'Initial commit']],
  ] as const)('are merged by %s', async (merge_method, messages) => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    if (merge_method === 'rebase') await repository.commit('main', { 'z.txt': 'z' }, 'On main meanwhile')
    const { pulls, repos } = client(github)
    await pulls.create({ ...shop, title: 'Topic', head: 'topic', base: 'main' })
    const merged = await pulls.merge({ ...shop, pull_number: 1, merge_method })
    expect(await repository.head('main')).toBe(merged.data.sha)
    expect((await repository.log('main')).map(({ message }) => message)).toEqual(messages)
    expect(await repository.read('main', 'a.txt')).toBe('two\n')
    const after = (await pulls.get({ ...shop, pull_number: 1 })).data
    expect(after).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: merged.data.sha })
    const back = await repos.listPullRequestsAssociatedWithCommit({ ...shop, commit_sha: merged.data.sha })
    expect(back.data.map(({ number }) => number)).toEqual([1])
  })

  test('count as merged when their head reaches the base by git', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { pulls, git } = client(github)
    await pulls.create({ ...shop, title: 'Topic', head: 'topic', base: 'main' })
    await git.updateRef({ ...shop, ref: 'heads/main', sha: (await repository.head('topic')) ?? '' })
    expect((await pulls.get({ ...shop, pull_number: 1 })).data).toMatchObject({ merged: true })
  })

  test('in conflict are not mergeable, and nothing else is said to be', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    await repository.commit('main', { 'a.txt': 'three\n' }, 'In the way')
    const { pulls } = client(github)
    const opened = await pulls.create({ ...shop, title: 'Topic', head: 'topic', base: 'main' })
    expect(opened.data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' })
    expect(await failure(pulls.merge({ ...shop, pull_number: 1 }))).toMatchObject({ status: 405 })
    const none = pulls.create({ ...shop, title: 'None', head: 'main', base: 'main' })
    expect((await failure(none)).message).toContain('No commits between main and main')
  })

  test('may come from a fork', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const fork = await github.createRepository('mallory/shop', {})
    await fork.fetch(repository, 'main')
    const head = await fork.commit('evil', { 'a.txt': 'bad\n' }, 'From outside')
    const { pulls } = client(github, github.token({ user: 'mallory' }))
    const opened = await pulls.create({ ...shop, title: 'Fork', head: 'mallory:evil', base: 'main' })
    expect(opened.data.head).toMatchObject({ sha: head, repo: { full_name: 'mallory/shop' } })
    expect(await repository.read('refs/pull/1/merge', 'a.txt')).toBe('bad\n')
  })

  test('are not for GITHUB_TOKEN where the repository says so', async () => {
    await using github = await startGitHub()
    await withTopic(github, { actionsMayOpenPulls: false })
    const { pulls } = client(github)
    expect(await failure(pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' }))).toMatchObject({
      status: 403,
      message: expect.stringContaining('GitHub Actions is not permitted to create'),
    })
  })
})

describe('conversation', () => {
  test('comments are listed 30 a page, and kept to 65,536 characters', async () => {
    await using github = await startGitHub()
    await withTopic(github)
    const octokit = getOctokit(github.token(), { baseUrl: github.apiUrl })
    const { issues } = octokit.rest
    await issues.create({ ...shop, title: 'Drift', labels: ['drift'] })
    for (let at = 0; at < 31; at++) await issues.createComment({ ...shop, issue_number: 1, body: `${at}` })
    const first = await issues.listComments({ ...shop, issue_number: 1 })
    expect(first.data).toHaveLength(30)
    expect(first.data[0]).toMatchObject({ body: '0', user: { login: 'github-actions[bot]', type: 'Bot' } })
    expect(await octokit.paginate(issues.listComments, { ...shop, issue_number: 1 })).toHaveLength(31)
    const id = first.data[0]?.id ?? 0
    await issues.updateComment({ ...shop, comment_id: id, body: 'x'.repeat(65_536) })
    const tooLong = issues.updateComment({ ...shop, comment_id: id, body: 'x'.repeat(65_537) })
    expect(await failure(tooLong)).toMatchObject({ status: 422 })
    await issues.deleteComment({ ...shop, comment_id: id })
    expect(await failure(issues.getComment({ ...shop, comment_id: id }))).toMatchObject({ status: 404 })
    await issues.addLabels({ ...shop, issue_number: 1, labels: ['a', 'b'] })
    await issues.removeLabel({ ...shop, issue_number: 1, name: 'a' })
    const closed = await issues.update({ ...shop, issue_number: 1, state: 'closed' })
    expect(closed.data).toMatchObject({ state: 'closed', state_reason: 'completed', comments: 30 })
    expect((await issues.listLabelsOnIssue({ ...shop, issue_number: 1 })).data.map(l => l.name)).toEqual([
      'drift',
      'b',
    ])
    expect((await issues.listForRepo({ ...shop, labels: 'drift', state: 'all' })).data).toHaveLength(1)
    expect((await issues.listLabelsForRepo(shop)).data).toHaveLength(3)
  })

  test('statuses, check runs and deployments', async () => {
    await using github = await startGitHub()
    const repository = await withTopic(github)
    const { repos, checks } = client(github)
    const sha = (await repository.head('topic')) ?? ''
    await repos.createCommitStatus({ ...shop, sha, state: 'pending', context: 'ci' })
    await repos.createCommitStatus({ ...shop, sha, state: 'success', context: 'ci' })
    expect((await repos.getCombinedStatusForRef({ ...shop, ref: sha })).data).toMatchObject({
      state: 'success',
      total_count: 1,
    })
    expect((await repos.listCommitStatusesForRef({ ...shop, ref: 'topic' })).data).toHaveLength(2)
    const output = { title: 'Plan', summary: 'One change' }
    const annotation = {
      path: 'a.txt',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice',
      message: 'here',
    } as const
    const run = await checks.create({ ...shop, name: 'plan', head_sha: sha, status: 'in_progress' })
    const done = await checks.update({
      ...shop,
      check_run_id: run.data.id,
      conclusion: 'neutral',
      output: { ...output, annotations: [annotation] },
    })
    expect(done.data).toMatchObject({ status: 'completed', output: { title: 'Plan', annotations_count: 1 } })
    expect((await checks.listAnnotations({ ...shop, check_run_id: run.data.id })).data).toHaveLength(1)
    expect((await checks.listForRef({ ...shop, ref: 'topic' })).data.total_count).toBe(1)
    const deployment = await repos.createDeployment({ ...shop, ref: 'topic', environment: 'staging' })
    const deployment_id = 'id' in deployment.data ? deployment.data.id : 0
    await repos.createDeploymentStatus({ ...shop, deployment_id, state: 'success' })
    expect((await repos.listDeploymentStatuses({ ...shop, deployment_id })).data[0]?.state).toBe('success')
    expect((await repos.listDeployments({ ...shop, environment: 'staging' })).data[0]?.sha).toBe(sha)
  })
})

test('repositories, branches, files and comparisons', async () => {
  await using github = await startGitHub()
  const repository = await withTopic(github)
  repository.protect('main')
  const { repos, users } = client(github)
  expect((await repos.get(shop)).data).toMatchObject({ default_branch: 'main', clone_url: repository.url })
  expect((await repos.getBranch({ ...shop, branch: 'main' })).data.protected).toBe(true)
  expect((await repos.listBranches(shop)).data.map(branch => branch.name)).toEqual(['main', 'topic'])
  const protection = await repos.getBranchProtection({ ...shop, branch: 'main' })
  expect(protection.data.required_pull_request_reviews).toBeDefined()
  repository.protect('topic', { by: 'ruleset' })
  const rules = await repos.getBranchRules({ ...shop, branch: 'topic' })
  expect(rules.data.map(rule => rule.type)).toContain('pull_request')
  expect((await repos.getContent({ ...shop, path: 'a.txt', ref: 'topic' })).data).toMatchObject({
    content: 'dHdvCg==\n',
  })
  const compared = await repos.compareCommitsWithBasehead({ ...shop, basehead: 'main...topic' })
  expect(compared.data).toMatchObject({ status: 'ahead', ahead_by: 1 })
  expect((await repos.listCommits({ ...shop, sha: 'topic', path: 'b.txt' })).data).toHaveLength(1)
  expect(await failure(users.getAuthenticated())).toMatchObject({ status: 403 })
  const ada = client(github, github.token({ user: 'ada' }))
  expect((await ada.users.getAuthenticated()).data.login).toBe('ada')
})

describe('tokens', () => {
  test.each([
    ['read-only', { write: false }, 403, 'Resource not accessible by integration'],
    ['for another repository', { repositories: ['acme/other'] }, 403, 'Resource not accessible'],
    [
      'without that permission',
      { permissions: { issues: 'none' as const, pull_requests: 'none' as const } },
      403,
      '',
    ],
  ])('a token %s may not comment', async (_, options, status, message) => {
    await using github = await startGitHub()
    await withTopic(github)
    const issue = { ...shop, issue_number: 1, body: 'x' }
    await client(github).issues.create({ ...shop, title: 'Here' })
    const refused = await failure(client(github, github.token(options)).issues.createComment(issue))
    expect(refused).toMatchObject({ status, message: expect.stringContaining(message) })
  })

  test('an unknown token is told so, and a private repository is hidden', async () => {
    await using github = await startGitHub()
    await withTopic(github, { private: true })
    expect(await failure(client(github, 'nonsense').repos.get(shop))).toMatchObject({ status: 401 })
    const other = github.token({ repositories: ['acme/other'] })
    expect(await failure(client(github, other).repos.get(shop))).toMatchObject({ status: 404 })
  })
})

describe('faults', () => {
  test.each([
    [{ status: 403 }, 403],
    [{ status: 409 }, 409],
    [{ status: 422 }, 422],
    [{ status: 503 }, 503],
    [{ status: 429, headers: { 'retry-after': '2' } }, 429],
    [{ ...SECONDARY_RATE_LIMIT }, 403],
    [{ cut: true as const }, 500],
  ])('%j is met once', async (fault, status) => {
    await using github = await startGitHub()
    await withTopic(github)
    github.fault({ method: 'GET', path: /\/repos\/acme\/shop$/, ...fault })
    const { repos } = client(github)
    expect(await failure(repos.get(shop))).toMatchObject({ status })
    expect((await repos.get(shop)).status).toBe(200)
  })

  test('a reply that is lost has taken effect all the same', async () => {
    await using github = await startGitHub()
    await withTopic(github)
    github.fault({ method: 'POST', path: /comments$/, cut: 'after' })
    const { issues } = client(github)
    await issues.create({ ...shop, title: 'Here' })
    await failure(issues.createComment({ ...shop, issue_number: 1, body: 'x' }))
    expect((await issues.listComments({ ...shop, issue_number: 1 })).data).toHaveLength(1)
    expect(github.requests.map(request => request.status)).toEqual([201, 0, 200])
  })
})

describe('the contract', () => {
  test('a request that GitHub would refuse is refused and remembered', async () => {
    const github = await startGitHub()
    await withTopic(github)
    const { request } = getOctokit(github.token(), { baseUrl: github.apiUrl })
    const refused = await failure(
      request('POST /repos/{owner}/{repo}/git/refs', { ...shop, sha: 'x' } as never),
    )
    expect(refused).toMatchObject({ status: 422, message: expect.stringContaining(`"ref" wasn't supplied.`) })
    await expect(github[Symbol.asyncDispose]()).rejects.toThrow(
      `request of POST /repos/{owner}/{repo}/git/refs: "ref" wasn't supplied.`,
    )
  })

  test('a route that is not served is named', async () => {
    const github = await startGitHub()
    const { request } = getOctokit(github.token(), { baseUrl: github.apiUrl })
    await failure(request('GET /emojis'))
    await expect(github[Symbol.asyncDispose]()).rejects.toThrow('GET /emojis is not served')
  })
})

test('listeners hear what a webhook would', async () => {
  await using github = await startGitHub()
  const heard: string[] = []
  github.on('push', (payload, { actor, startsWorkflows }) => {
    heard.push(`${actor} pushed ${payload.ref} ${startsWorkflows}`)
  })
  github.on('pull_request', (payload, { startsWorkflows }) => {
    heard.push(`${payload.action} ${payload.number} ${startsWorkflows}`)
  })
  const repository = await withTopic(github)
  const { pulls } = client(github, github.token({ user: 'ada' }))
  await pulls.create({ ...shop, title: 'Topic', head: 'topic', base: 'main' })
  await pulls.update({ ...shop, pull_number: 1, body: 'Why' })
  await repository.commit('topic', { 'c.txt': 'more\n' }, 'More')
  await client(github).pulls.merge({ ...shop, pull_number: 1 })
  expect(heard).toEqual([
    'acme pushed refs/heads/main true',
    'acme pushed refs/heads/topic true',
    'opened 1 true',
    'edited 1 true',
    'synchronize 1 true',
    'acme pushed refs/heads/topic true',
    'closed 1 false',
    'github-actions[bot] pushed refs/heads/main false',
  ])
})
