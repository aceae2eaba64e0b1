import { getOctokit } from '@actions/github'
import { describe, expect, test } from '@jest/globals'
import { type GitHub, startGitHub } from './server.ts'

const shop = { owner: 'acme', repo: 'shop' }

function client(github: GitHub, token = github.token()) {
  const { graphql, rest } = getOctokit(token, { baseUrl: github.apiUrl })
  return { rest, ask: graphql as <T = unknown>(query: string, variables?: object) => Promise<T> }
}

/** A repository with pull request 1, by the bot. */
async function withPull(github: GitHub) {
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  await repository.commit('topic', { 'a.txt': 'two\n' }, 'Change')
  const { rest } = client(github)
  await rest.pulls.create({ ...shop, title: 'T', head: 'topic', base: 'main' })
  return repository
}

const HISTORY = `query ($id: ID!) {
  viewer { login }
  node(id: $id) {
    ... on IssueComment {
      databaseId body lastEditedAt includesCreatedEdit viewerDidAuthor
      author { __typename login } editor { __typename login }
      userContentEdits(first: 10) { totalCount nodes { editedAt editor { login } } }
      pullRequest { number } repository { nameWithOwner }
    }
  }
}`

describe('who wrote a comment', () => {
  test.each([
    ['nobody else', undefined, null, []],
    [
      'its author',
      'bot',
      { __typename: 'Bot', login: 'github-actions' },
      ['github-actions', 'github-actions'],
    ],
    ['a person', 'mallory', { __typename: 'User', login: 'mallory' }, ['mallory', 'github-actions']],
  ])('edited by %s', async (_what, by, editor, history) => {
    await using github = await startGitHub()
    await withPull(github)
    const { rest, ask } = client(github)
    const { data } = await rest.issues.createComment({ ...shop, issue_number: 1, body: 'plan' })
    const other = by === 'bot' ? rest : client(github, github.token({ user: by ?? 'ada' })).rest
    if (by !== undefined) await other.issues.updateComment({ ...shop, comment_id: data.id, body: 'other' })
    expect(await ask(HISTORY, { id: data.node_id })).toEqual({
      viewer: { login: 'github-actions[bot]' },
      node: {
        databaseId: data.id,
        body: by === undefined ? 'plan' : 'other',
        lastEditedAt: by === undefined ? null : expect.any(String),
        includesCreatedEdit: by !== undefined,
        viewerDidAuthor: true,
        author: { __typename: 'Bot', login: 'github-actions' },
        editor,
        userContentEdits: {
          totalCount: history.length,
          nodes: history.map(login => ({ editedAt: expect.any(String), editor: { login } })),
        },
        pullRequest: { number: 1 },
        repository: { nameWithOwner: 'acme/shop' },
      },
    })
    const read = (await rest.issues.getComment({ ...shop, comment_id: data.id })).data
    expect(read.user?.login).toBe('github-actions[bot]')
  })

  test('the same text again is no edit', async () => {
    await using github = await startGitHub()
    await withPull(github)
    const { rest, ask } = client(github)
    const { data } = await rest.issues.createComment({ ...shop, issue_number: 1, body: 'plan' })
    await rest.issues.updateComment({ ...shop, comment_id: data.id, body: 'plan' })
    expect(await ask(HISTORY, { id: data.node_id })).toMatchObject({ node: { editor: null } })
  })
})

test('GraphQL lists comments page by page, and wants to know how many', async () => {
  await using github = await startGitHub()
  await withPull(github)
  const { rest, ask } = client(github)
  for (const body of ['a', 'b', 'c']) await rest.issues.createComment({ ...shop, issue_number: 1, body })
  const query = `query ($first: Int, $after: String) {
    repository(owner: "acme", name: "shop") { pullRequest(number: 1) {
      comments(first: $first, after: $after) { totalCount nodes { body } pageInfo { hasNextPage endCursor } }
    } }
  }`
  type Answer = {
    repository: {
      pullRequest: {
        comments: {
          totalCount: number
          nodes: { body: string }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      }
    }
  }
  const page = async (variables: object) =>
    (await ask<Answer>(query, variables)).repository.pullRequest.comments
  const one = await page({ first: 2 })
  const two = await page({ first: 2, after: one.pageInfo.endCursor })
  expect([one, two].map(({ nodes }) => nodes.map(({ body }) => body))).toEqual([['a', 'b'], ['c']])
  expect([one, two].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false])
  await expect(page({})).rejects.toThrow('You must provide a `first` or `last` value')
  await expect(page({ first: 101 })).rejects.toThrow('exceeds the `first` limit of 100 records')
})

test('reactions are counted once, and taken back', async () => {
  await using github = await startGitHub()
  await withPull(github)
  const { rest } = client(github)
  const { id: comment_id } = (await rest.issues.createComment({ ...shop, issue_number: 1, body: 'x' })).data
  const react = (content: 'eyes' | 'rocket', who = rest) =>
    who.reactions.createForIssueComment({ ...shop, comment_id, content })
  const first = await react('eyes')
  const again = await react('eyes')
  expect([first.status, again.status, again.data.id]).toEqual([201, 200, first.data.id])
  expect((await react('eyes', client(github, github.token({ user: 'ada' })).rest)).status).toBe(201)
  expect((await rest.issues.getComment({ ...shop, comment_id })).data.reactions).toMatchObject({
    total_count: 2,
    eyes: 2,
  })
  await rest.reactions.deleteForIssueComment({ ...shop, comment_id, reaction_id: first.data.id })
  const left = (await rest.reactions.listForIssueComment({ ...shop, comment_id })).data
  expect(left.map(({ user }) => user?.login)).toEqual(['ada'])
  expect((await rest.reactions.createForIssue({ ...shop, issue_number: 1, content: 'rocket' })).status).toBe(
    201,
  )
})

test.each([
  [
    'comment',
    (rest: ReturnType<typeof client>['rest'], body: string) =>
      rest.issues.createComment({ ...shop, issue_number: 1, body }),
    '"Body is too long (maximum is 65536 characters)"',
  ],
  [
    'issue',
    (rest: ReturnType<typeof client>['rest'], body: string) =>
      rest.issues.create({ ...shop, title: 'T', body }),
    '"body is too long (maximum is 65536 characters)"',
  ],
])(
  'a %s of 65,536 characters is taken, a longer one refused in the words of GitHub',
  async (_, make, words) => {
    await using github = await startGitHub()
    await withPull(github)
    const { rest } = client(github)
    expect((await make(rest, 'x'.repeat(65_536))).status).toBe(201)
    await expect(make(rest, 'x'.repeat(65_537))).rejects.toThrow(words)
  },
)

test('a check run takes fifty annotations a request, and adds them up', async () => {
  const github = await startGitHub()
  const repository = await withPull(github)
  const { checks } = client(github).rest
  const annotation = (line: number) => ({
    path: 'a.txt',
    start_line: line,
    end_line: line,
    annotation_level: 'warning' as const,
    message: `here ${line}`,
  })
  const output = (count: number) => ({
    title: 'Validate',
    summary: 'x',
    annotations: Array.from({ length: count }, (_, index) => annotation(index + 1)),
  })
  const head_sha = (await repository.head('topic')) ?? ''
  const { id } = (await checks.create({ ...shop, name: 'validate', head_sha, output: output(50) })).data
  const more = await checks.update({ ...shop, check_run_id: id, conclusion: 'neutral', output: output(10) })
  expect(more.data.output.annotations_count).toBe(60)
  const page = await checks.listAnnotations({ ...shop, check_run_id: id })
  expect([page.data.length, page.headers.link?.includes('rel="next"')]).toEqual([30, true])
  await expect(checks.update({ ...shop, check_run_id: id, output: output(51) })).rejects.toThrow(
    'must NOT have more than 50 items',
  )
  await expect(github[Symbol.asyncDispose]()).rejects.toThrow('must NOT have more than 50 items')
})
