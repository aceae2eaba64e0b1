import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { program } from '../../../test/support/programs/program.ts'
import { runAction } from '../../../test/support/runner.ts'
import { type SshHost, startSshHost } from '../../../test/support/services/ssh-host.ts'

let host: SshHost
beforeAll(async () => {
  await program('ssh')
  host = await startSshHost()
})
afterAll(async () => host[Symbol.asyncDispose]())

const files = { 'app.yaml': 'image: ghcr.io/acme/web:1-aaaaaaa # kept\n' }

test('a deploy key fetches and pushes by SSH, mended where it was pasted badly', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files })
  const run = await bump(shop.path, host.privateKey.replaceAll('\n', '\r\n').trim())
  expect(run).toMatchObject({ code: 0, tempLeft: [] })
  expect(run.outputs.commit).toBe(await shop.head('main'))
  expect(await shop.read('main', 'app.yaml')).toBe('image: ghcr.io/acme/web:2-bbbbbbb # kept\n')
})

test('a key that the server does not know is told as such, and nothing of it is shown or left', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files })
  await using other = await startSshHost()
  const run = await bump(shop.path, other.privateKey)
  expect(run).toMatchObject({ code: 1, tempLeft: [] })
  expect(run.annotations[0]?.message).toMatch(/Permission denied \(publickey\)/)
  expect(run.log).not.toContain(other.privateKey.split('\n')[1])
  expect(await shop.log('main')).toHaveLength(1)
})

test('text that is no key is told as such', async () => {
  const run = await bump('/nowhere.git', 'ssh-ed25519 AAAA this is the public half')
  expect(run).toMatchObject({ code: 1, tempLeft: [] })
  expect(run.annotations[0]?.message).toMatch(/ssh-key/)
})

function bump(path: string, key: string) {
  return runAction('bump-manifest', {
    inputs: {
      images: 'ghcr.io/acme/web:2-bbbbbbb',
      files: '*.yaml',
      repository: `${host.url}${path}`,
      branch: 'main',
      'ssh-key': key,
    },
  })
}
