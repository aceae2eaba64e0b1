import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RepositoryHandle } from '../../../test/support/github/handle.ts'
import { type GitHub, startGitHub } from '../../../test/support/github/server.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { bump } from './landing.ts'

const FILES = { 'app.yaml': 'image: maestrops/backend:3-1111111\n' }
const images = 'maestrops/backend:4-0a3087a'

let github: GitHub
let shop: RepositoryHandle
beforeAll(async () => {
  github = await startGitHub()
  shop = await github.createRepository('maestrops/shop', { files: FILES })
})
afterAll(async () => {
  await github[Symbol.asyncDispose]()
})

test.each<[string, Record<string, string>, () => { token: string }, RegExp]>([
  [
    'a read-only token',
    {},
    () => ({ token: github.token({ write: false }) }),
    /'token' may not write to .* grant it 'contents: write'/,
  ],
  [
    'a read-only token, by the API',
    { sign: 'true' },
    () => ({ token: github.token({ write: false }) }),
    /'contents: write'/,
  ],
  ['a wrong token', {}, () => ({ token: 'ghs_wrong0wrong' }), /did not accept the 'token'/],
  [
    'a missing branch',
    { branch: 'nowhere' },
    () => ({ token: github.token() }),
    /branch 'nowhere' does not exist in/,
  ],
  [
    'a missing repository',
    { repository: 'maestrops/nothing' },
    () => ({ token: github.token() }),
    /maestrops\/nothing.* is not there/,
  ],
  [
    'a protected branch',
    { branch: 'guarded' },
    () => ({ token: github.token() }),
    /'guarded' .* is protected; use mode: pull-request/,
  ],
  [
    'a protected branch, by the API',
    { branch: 'guarded', sign: 'true' },
    () => ({ token: github.token() }),
    /'guarded' .* is protected; use mode: pull-request/,
  ],
])('%s is told with its remedy, and nothing is pushed', async (_, more, made, message) => {
  if (more.branch === 'guarded' && (await shop.head('guarded')) === undefined) {
    await shop.commit('guarded', FILES, 'Guard')
    shop.protect('guarded')
  }
  const before = [await shop.head('main'), await shop.head('guarded')]
  const { token } = made()
  const failure = await bump(github, { inputs: { images, token, ...more } }).catch((error: Error) => error)
  expect(failure).toMatchObject({ name: 'UserError', message: expect.stringMatching(message) })
  expect((failure as Error).message).not.toContain(token)
  expect([await shop.head('main'), await shop.head('guarded')]).toEqual(before)
})

test('a server that keeps failing is given up, and said to have failed', async () => {
  github.fault({ path: /maestrops\/down/, status: 500, times: 50 })
  const failing = bump(github, {
    inputs: { images, token: github.token(), repository: 'maestrops/down', branch: 'main' },
  })
  await expect(failing).rejects.toThrow(/could not be reached, or failed; run the job again/)
})

test.each([
  ['a rate limit', { status: 429 }],
  ['a server error', { status: 502 }],
  ['a cut connection', { cut: true as const }],
])('%s on the push passes, and the change lands', async (name, fault) => {
  const branch = `passing-${name.replaceAll(' ', '-')}`
  await shop.commit(branch, FILES, 'Start')
  github.fault({ method: 'POST', path: /git-receive-pack/, ...fault })
  const { outputs } = await bump(github, { inputs: { images, token: github.token(), branch } })
  expect(outputs.commit).toBe(await shop.head(branch))
})

test('a push whose answer is lost is recognised as landed', async () => {
  await shop.commit('lost', FILES, 'Start')
  github.fault({ method: 'POST', path: /git-receive-pack/, cut: 'after' })
  const { outputs } = await bump(github, { inputs: { images, token: github.token(), branch: 'lost' } })
  expect(outputs).toMatchObject({ changed: true, commit: await shop.head('lost') })
  expect(await shop.log('lost')).toHaveLength(3)
})

test('a branch that is deleted meanwhile is not made again', async () => {
  await shop.commit('gone', FILES, 'Start')
  const failing = bump(github, {
    inputs: { images, token: github.token(), branch: 'gone' },
    onExec: async (_, [command]) => {
      if (command === 'push') await exec('git', ['-C', shop.path, 'update-ref', '-d', 'refs/heads/gone'])
    },
  })
  await expect(failing).rejects.toThrow("branch 'gone' does not exist")
  expect(await shop.head('gone')).toBeUndefined()
})

test('others that are always first end the step after so many attempts', async () => {
  await shop.commit('busy', FILES, 'Start')
  const token = github.token()
  let n = 0
  const failing = bump(github, {
    inputs: { images, token, branch: 'busy', attempts: '2' },
    onExec: async (_, [command]) => {
      if (command === 'push') await shop.commit('busy', { n: String(++n) }, 'Be first')
    },
  })
  await expect(failing).rejects.toThrow("in all 2 attempts; raise 'attempts'")
})
