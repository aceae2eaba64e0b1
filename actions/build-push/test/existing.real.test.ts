import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Registry, startRegistry } from '../../../test/support/services/registry.ts'
import { buildPush, clientOf, credentials, workspace } from './setting.ts'

const stack = new AsyncDisposableStack()
let registry: Registry
let repo: Awaited<ReturnType<typeof workspace>>

beforeAll(async () => {
  registry = stack.use(await startRegistry(credentials))
  repo = stack.use(await workspace({ 'web/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n' }))
})
afterAll(() => stack.disposeAsync())

const run = (namespace: string, inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  buildPush(
    { images: 'web=web', registry: `${registry.host}/${namespace}`, ...credentials, ...inputs },
    { cwd: repo.path, env },
  )

test('a re-run reuses the digest and builds nothing', async () => {
  const first = await run('again')
  const second = await run('again', {}, { GITHUB_RUN_ATTEMPT: '2' })
  expect(second).toMatchObject({ code: 0, outputs: { digest: first.outputs.digest } })
  expect(second.images).toEqual([{ ...first.images[0], reused: true }])
  expect(second.log).not.toContain('Building')
  expect(second.summary).toContain('♻️ reused')
})

test('a further tag that an earlier run did not come to is added; one that is there stays', async () => {
  await run('tags', { tags: '1\nstays' })
  await run('tags', { tags: '2\nother' })
  const ran = await run('tags', { tags: '2\nstays\nnew' })
  await using client = await clientOf(registry.host)
  const digest = async (tag: string) => (await client.manifest('tags/web', tag))?.digest
  expect(await digest('new')).toBe(ran.outputs.digest)
  expect(await digest('stays')).toBe(await digest('1'))
  expect(await digest('stays')).not.toBe(ran.outputs.digest)
})

test('a tag of another commit is neither reused nor replaced, unless asked for', async () => {
  const other = { GITHUB_SHA: 'a'.repeat(40) }
  const first = await run('other', { tags: 'v1' })
  const refused = await run('other', { tags: 'v1' }, other)
  expect(refused).toMatchObject({ code: 1, images: [] })
  expect(refused.annotations[0]?.message).toBe(
    `${registry.host}/other/web:v1 exists already and was built from ffac537e6cbbf934b08745a378932722df287a53, but this is ${'a'.repeat(40)}: choose another tag, or set if-exists to 'overwrite'`,
  )
  const replaced = await run('other', { tags: 'v1', 'if-exists': 'overwrite' }, other)
  expect(replaced).toMatchObject({ code: 0, images: [{ reused: false }] })
  expect(replaced.outputs.digest).not.toBe(first.outputs.digest)
})

test('if-exists: fail', async () => {
  await run('fail')
  const ran = await run('fail', { 'if-exists': 'fail' })
  expect(ran.code).toBe(1)
  expect(ran.annotations[0]?.message).toContain("exists already, and input 'if-exists' is 'fail'")
})
