import { expect, test } from '@jest/globals'
import { syncIssue } from '../issue.ts'
import { REPOSITORY, startStage } from './stage.ts'

const TARGET = {
  repository: 'acme/shop',
  key: 'drift:live/app',
  title: 'Drift in live/app',
  labels: ['terraform: drift'] as const,
}

/** All issues, the oldest first, as `number state title`. */
async function issues(stage: Awaited<ReturnType<typeof startStage>>) {
  const { data } = await stage.rest.issues.listForRepo({ ...REPOSITORY, state: 'all', direction: 'asc' })
  return data.filter(issue => !issue.pull_request)
}

test('opened, left alone, updated, closed, opened again: one issue', async () => {
  await using stage = await startStage()
  const sync = async (body?: string) => (await syncIssue(await stage.client(), TARGET, body)).outcome
  const outcomes = []
  for (const body of [undefined, 'one', 'one', 'two', undefined, undefined, 'two'])
    outcomes.push(await sync(body))
  expect(outcomes).toEqual(['none', 'opened', 'unchanged', 'updated', 'closed', 'none', 'opened'])
  const [issue, ...more] = await issues(stage)
  expect(more).toEqual([])
  expect(issue).toMatchObject({
    state: 'open',
    title: 'Drift in live/app',
    labels: [{ name: 'terraform: drift' }],
  })
  expect(issue?.body).toBe('<!-- gitops-actions:issue drift%3Alive%2Fapp -->\n\ntwo')
})

test('keys and authors are told apart', async () => {
  await using stage = await startStage()
  const ada = await stage.client({ token: stage.github.token({ user: 'ada' }) })
  await syncIssue(ada, TARGET, 'hers')
  await syncIssue(await stage.client(), TARGET, 'ours')
  await syncIssue(await stage.client(), { ...TARGET, key: 'drift:other' }, 'other')
  expect((await issues(stage)).map(({ user }) => user?.login)).toEqual([
    'ada',
    'github-actions[bot]',
    'github-actions[bot]',
  ])
})

test('runs at one time leave one issue open', async () => {
  await using stage = await startStage()
  stage.github.latency({ path: /issues/, before: [10, 80] })
  await Promise.all([1, 2, 3, 4].map(async () => syncIssue(await stage.client(), TARGET, 'drift')))
  const open = (await issues(stage)).filter(({ state }) => state === 'open')
  expect(open).toHaveLength(1)
  expect(await syncIssue(await stage.client(), TARGET, 'drift')).toMatchObject({
    outcome: 'unchanged',
    url: open[0]?.html_url,
  })
})

test('an answer that is lost makes no second issue', async () => {
  await using stage = await startStage()
  stage.github.fault({ method: 'POST', path: /issues$/, cut: 'after' })
  await syncIssue(await stage.client(), TARGET, 'drift')
  expect(await issues(stage)).toHaveLength(1)
})

test('a body past the limit says what is missing', async () => {
  await using stage = await startStage()
  await syncIssue(await stage.client(), TARGET, 'ä line\n'.repeat(20_000))
  const [issue] = await issues(stage)
  expect(Buffer.byteLength(issue?.body ?? '')).toBeLessThanOrEqual(65_000)
  expect(issue?.body).toContain('**Not all of it had room here;**')
  expect(issue?.body).toMatch(/ä line$/)
})

test('a token that may not write is told what it lacks', async () => {
  await using stage = await startStage()
  const token = stage.github.token({ write: false })
  await expect(syncIssue(await stage.client({ token }), TARGET, 'drift')).rejects.toThrow("'issues: write'")
})
