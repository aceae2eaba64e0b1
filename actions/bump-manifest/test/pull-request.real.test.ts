import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { bump } from './landing.ts'

const FILE = 'a: 1\nimage: maestrops/backend:3-1111111\nb: 2\n'
const bumped = (tag: string) => FILE.replace('3-1111111', tag)

async function start(allowsAutoMerge = true) {
  const github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', {
    files: { 'app.yaml': FILE },
    allowsAutoMerge,
  })
  const token = github.token()
  const run = (tag: string, more: Record<string, string> = {}) =>
    bump(github, { inputs: { images: `maestrops/backend:${tag}`, mode: 'pull-request', token, ...more } })
  const pulls = async () => {
    const answer = await fetch(`${github.apiUrl}/repos/maestrops/shop/pulls?state=all`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return (await answer.json()) as { number: number; state: string; title: string; head: { ref: string } }[]
  }
  return { github, shop, run, pulls, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]() }
}

test.each([
  ['pushes', {}],
  ['the API', { sign: 'true' }],
])('by %s: one pull request, which a newer bump takes over, on the newest base', async (_, more) => {
  await using there = await start()
  const { shop, run, pulls } = there
  const first = await run('4-2222222', more)
  const base = await shop.commit('main', { 'other.yaml': 'x: 1\n' }, 'Move on')
  const second = await run('5-3333333', more)
  expect(second.outputs['pull-request']).toBe(first.outputs['pull-request'])
  const all = await pulls()
  expect(all).toMatchObject([{ state: 'open', title: 'deploy: maestrops/backend 5-3333333' }])
  const branch = all[0]?.head.ref ?? ''
  expect(branch).toMatch(/^gitops-actions\/bump\/main\/backend-[0-9a-f]{8}$/)
  expect(await shop.read(branch, 'app.yaml')).toBe(bumped('5-3333333'))
  expect((await shop.log(branch))[0]).toMatchObject({ sha: second.outputs.commit, parents: [base] })
  expect(await shop.read('main', 'app.yaml')).toBe(FILE)
})

test('the same bump again changes nothing', async () => {
  await using there = await start()
  const first = await there.run('4-2222222')
  const again = await there.run('4-2222222')
  expect(again.outputs).toMatchObject({
    commit: first.outputs.commit,
    'pull-request': first.outputs['pull-request'],
  })
})

test('a late older run does not replace a newer proposal', async () => {
  await using there = await start()
  const newer = await there.run('5-3333333')
  const late = await there.run('4-2222222')
  expect(late.failure).toContain('go back to an older image')
  const [pull] = await there.pulls()
  expect(await there.shop.head(pull?.head.ref ?? '')).toBe(newer.outputs.commit)
})

test('commits that people add to the branch are kept', async () => {
  await using there = await start()
  const { shop, run, pulls } = there
  await run('4-2222222')
  const branch = (await pulls())[0]?.head.ref ?? ''
  const human = await shop.commit(branch, { 'notes.md': 'checked by hand\n' }, 'Add notes')
  for (const tag of ['5-3333333', '6-4444444']) await run(tag)
  expect(await shop.read(branch, 'app.yaml')).toBe(bumped('6-4444444'))
  expect((await shop.log(branch)).map(({ sha }) => sha)).toContain(human)
  expect(await pulls()).toHaveLength(1)
})

test('auto-merge that the repository does not allow is a warning', async () => {
  await using there = await start(false)
  const { outputs, log } = await there.run('4-2222222', { 'auto-merge': 'squash', labels: 'deploy' })
  expect(outputs['pull-request']).toBe(1)
  expect(log.join('\n')).toMatch(/warning: #1 will not merge by itself: .*Allow auto-merge/)
  expect(await there.pulls()).toMatchObject([{ state: 'open', labels: [{ name: 'deploy' }] }])
})

test.each(['squash', 'true'])('auto-merge %s waits for the checks', async how => {
  await using there = await start()
  there.shop.protect('main', { requires: 'status-check' })
  const { log } = await there.run('4-2222222', { 'auto-merge': how })
  expect(log.join('\n')).toContain('#1 merges by itself once its checks pass')
  expect(await there.pulls()).toMatchObject([{ state: 'open' }])
})

test('auto-merge with nothing to wait for merges at once; the next bump opens another', async () => {
  await using there = await start()
  await there.run('4-2222222', { 'auto-merge': 'squash' })
  expect(await there.shop.read('main', 'app.yaml')).toBe(bumped('4-2222222'))
  const next = await there.run('5-3333333')
  expect(next.outputs['pull-request']).toBe(2)
})
