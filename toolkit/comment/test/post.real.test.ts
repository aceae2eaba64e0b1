import { describe, expect, test } from '@jest/globals'
import { SECONDARY_RATE_LIMIT } from '../../../test/support/github/faults.ts'
import { createGitHub } from '../../github/client.ts'
import { PACE } from '../pace.ts'
import { postSections } from '../post.ts'
import { commentMarker } from '../wire.ts'
import { plan } from './jobs.ts'
import { COMMENTS, REPOSITORY, startStage, TARGET } from './stage.ts'

describe('a job alone', () => {
  test('lists, writes, and looks once whether somebody did the same; then lists and writes', async () => {
    await using stage = await startStage()
    expect(await stage.post([plan('a')])).toMatchObject({ outcome: 'created', writes: 1 })
    expect(stage.requests()).toEqual(['GET', 'POST', 'GET', 'WHO'])
    const from = stage.requests().length
    expect(await stage.post([plan('a', { overview: 'other' })])).toMatchObject({ outcome: 'updated' })
    expect(stage.requests().slice(from)).toEqual(['GET', 'WHO', 'PATCH'])
    expect(await stage.post([plan('a', { overview: 'other' })])).toMatchObject({
      ...{ outcome: 'unchanged', writes: 0 },
      url: expect.stringContaining('/pull/1#issuecomment-'),
    })
    expect(await stage.standing()).toEqual(['a 1'])
  })

  test('two steps of one job share the comment without waiting for each other', async () => {
    await using stage = await startStage()
    await stage.post([plan('a')])
    await stage.post([plan('a', { action: 'infracost' })])
    expect(stage.requests().slice(4)).toEqual(['GET', 'WHO', 'PATCH'])
    expect(await stage.standing()).toEqual(['a 1', 'a 1'])
  })

  test('finds the comment behind three pages of others', async () => {
    await using stage = await startStage()
    const chat = async (from: number, to: number) => {
      for (let n = from; n < to; n++)
        await stage.rest.issues.createComment({ ...REPOSITORY, issue_number: 1, body: `chat ${n}` })
    }
    await chat(0, 220)
    await stage.post([plan('a')])
    await chat(220, 230)
    const { outcome } = await stage.post([plan('a', { overview: 'other' })], { run: 2 })
    expect(outcome).toBe('updated')
    const { data } = await stage.rest.issues.listComments({
      ...{ ...REPOSITORY, issue_number: 1, per_page: 100, page: 3 },
    })
    expect(data.filter(({ body }) => body?.startsWith(commentMarker('infrastructure')))).toHaveLength(1)
  })
})

describe('whose comment it is', () => {
  test('a comment by somebody else with our marker stays as it is', async () => {
    await using stage = await startStage()
    const mallory = await stage.client({ token: stage.github.token({ user: 'mallory' }) })
    const body = `${commentMarker('infrastructure')}\n\nmine!`
    await mallory.rest.issues.createComment({ ...REPOSITORY, issue_number: 1, body })
    expect(await stage.post([plan('a')])).toMatchObject({ outcome: 'created' })
    expect(await stage.post([plan('b')])).toMatchObject({ outcome: 'updated' })
    expect((await stage.comments()).map(comment => comment.user?.login)).toEqual([
      'mallory',
      'github-actions[bot]',
    ])
    expect((await stage.comments())[0]?.body).toBe(body)
  })

  test.each([
    ["a job's own token", undefined],
    ['the token of an App', 'deployer[bot]'],
    ['the token of a user', 'ada'],
  ])('%s finds its own comment', async (_, user) => {
    await using stage = await startStage()
    const token = stage.github.token(user === undefined ? {} : { user })
    await stage.post([plan('a')], { token })
    await stage.post([plan('b')], { token })
    expect(await stage.standing()).toEqual(['a 1', 'b 1'])
  })

  test.each([
    ["a job's own token", undefined],
    ['the token of a user', 'ada'],
  ])('%s finds its own comment where there is no GraphQL', async (_, user) => {
    await using stage = await startStage()
    stage.github.fault({ path: /graphql/, status: 404, times: 9 })
    const token = stage.github.token(user === undefined ? {} : { user })
    await stage.post([plan('a')], { token })
    await stage.post([plan('b')], { token })
    expect(await stage.standing()).toEqual(['a 1', 'b 1'])
  })
})

describe('what GitHub refuses', () => {
  test.each([
    ['a token that may only read', { write: false }, /pull-requests: write/],
    ['a token for another repository', { repositories: ['acme/other'] }, /pull-requests: write/],
  ])('%s', async (_, options, message) => {
    await using stage = await startStage()
    const token = stage.github.token(options)
    await expect(stage.post([plan('a')], { token })).rejects.toThrow(message)
    await expect(stage.post([plan('a')], { token })).rejects.toMatchObject({ name: 'UserError' })
  })

  test('a pull request that is not there', async () => {
    await using stage = await startStage()
    const target = { repository: 'acme/shop', number: 99, key: 'k' }
    const posting = postSections(await stage.client(), target, [plan('a')], stage.world({}))
    await expect(posting).rejects.toThrow('GitHub refused to comment on #99 in acme/shop (404')
  })

  test('a locked conversation is told as such', async () => {
    await using stage = await startStage()
    const body = { message: 'Unable to create comment because issue is locked.' }
    stage.github.fault({ method: 'POST', path: COMMENTS, status: 403, body })
    await expect(stage.post([plan('a')])).rejects.toThrow('the conversation of #1 in acme/shop is locked')
  })

  test('a closed pull request is written to all the same', async () => {
    await using stage = await startStage()
    await stage.rest.pulls.update({ ...REPOSITORY, pull_number: 1, state: 'closed' })
    expect(await stage.post([plan('a')])).toMatchObject({ outcome: 'created' })
  })
})

describe('what goes wrong for a moment', () => {
  test.each([
    ['an answer that is lost after the comment was made', { cut: 'after' as const }],
    ['a server error', { status: 502 }],
    ['a rate limit', { ...SECONDARY_RATE_LIMIT }],
    ['too many requests', { status: 429, headers: { 'retry-after': '1' } }],
  ])('%s: one comment', async (_, fault) => {
    await using stage = await startStage()
    stage.github.fault({ method: 'POST', path: COMMENTS, ...fault })
    await stage.post([plan('a')])
    expect(await stage.standing()).toEqual(['a 1'])
    stage.github.fault({ method: 'PATCH', path: COMMENTS, ...fault })
    await stage.post([plan('a', { overview: 'other' })], { run: 2 })
    expect(await stage.standing()).toEqual(['a 2'])
  })

  test('a server that fails for good is told', async () => {
    await using stage = await startStage()
    const github = await createGitHub(stage.world({}), stage.token)
    stage.github.fault({ method: 'POST', path: COMMENTS, status: 500, times: 99 })
    const hasty = { ...PACE, random: () => -0.9 }
    const target = { repository: 'acme/shop', number: 1, key: 'k' }
    await expect(postSections(github, target, [plan('a')], stage.world({}), hasty)).rejects.toThrow(
      'the server failed',
    )
  })
})

describe('what people do meanwhile', () => {
  test('a comment that is deleted between looking and writing is made again', async () => {
    await using stage = await startStage()
    await stage.post([plan('a')])
    const [comment] = await stage.comments()
    stage.github.latency({ method: 'PATCH', path: COMMENTS, before: 600 })
    const posting = stage.post([plan('b')])
    setTimeout(() => {
      void stage.rest.issues.deleteComment({ ...REPOSITORY, comment_id: comment?.id ?? 0 })
    }, 350)
    await posting
    expect(await stage.standing()).toEqual(['b 1'])
  })

  test('what people wrote into it is undone, and what they broke is dropped and told', async () => {
    await using stage = await startStage()
    await stage.post([plan('a'), plan('b')])
    const [comment] = await stage.comments()
    const body = `${comment?.body}\n\nHello!`
      .replace('<!-- gitops-actions:end -->', '')
      .replaceAll('\n', '\r\n')
    await stage.rest.issues.updateComment({ ...REPOSITORY, comment_id: comment?.id ?? 0, body })
    await stage.post([plan('c')])
    expect(await stage.standing()).toEqual(['b 1', 'c 1'])
    expect((await stage.comments())[0]?.body).not.toContain('Hello!')
    expect(stage.warnings.join()).toContain('damaged, by hand it seems')
  })
})

test('a job whose write arrives late undoes what another one wrote and checked; the other one notices', async () => {
  await using stage = await startStage()
  await stage.post([plan('c')], { runner: 'c' })
  stage.github.fault({ method: 'PATCH', path: COMMENTS, delayMs: 2_500 })
  const both = ['a', 'b'].map(async runner => {
    const github = await stage.client({ runner })
    return postSections(github, TARGET, [plan(runner)], stage.world({ runner }))
  })
  const writes = (await Promise.all(both)).map(posted => posted.writes)
  expect(await stage.standing()).toEqual(['a 1', 'b 1', 'c 1'])
  expect(Math.max(...writes)).toBeGreaterThan(1)
})

describe('runs out of order', () => {
  test('an older run leaves what a newer one wrote', async () => {
    await using stage = await startStage()
    await stage.post([plan('a')], { run: 5 })
    expect(await stage.post([plan('a', { overview: 'old' })], { run: 4 })).toMatchObject({ outcome: 'older' })
    expect(await stage.post([plan('b')], { run: 4, head: 'b'.repeat(40) })).toMatchObject({
      outcome: 'updated',
    })
    expect(await stage.standing()).toEqual(['a 5', 'b 4'])
    expect((await stage.comments())[0]?.body).toContain('_From an older commit, `bbbbbbb`')
    expect(await stage.post([plan('b')], { run: 4, attempt: 2 })).toMatchObject({ outcome: 'updated' })
  })
})
