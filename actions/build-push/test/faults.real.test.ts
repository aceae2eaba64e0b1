import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { RunOptions } from '../../../test/support/runner.ts'
import { type Registry, startRegistry } from '../../../test/support/services/registry.ts'
import { buildPush, clientOf, credentials, onShell, workspace } from './setting.ts'

const stack = new AsyncDisposableStack()
let registry: Registry
let repo: Awaited<ReturnType<typeof workspace>>

beforeAll(async () => {
  registry = stack.use(await startRegistry(credentials))
  const files = {
    'web/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n',
    'bad/Dockerfile': onShell('RUN ["/bin/sh", "-c", "echo about to fail; exit 3"]'),
    'slow/Dockerfile': onShell('RUN ["/bin/sh", "-c", "echo fast asleep; sleep 120"]'),
  }
  repo = stack.use(await workspace(files, ['bad', 'slow']))
})
beforeEach(() => registry.heal())
afterAll(() => stack.disposeAsync())

let namespaces = 0
/** Each run in a namespace of its own, so that nothing is there yet. */
function run(inputs: Record<string, string> = {}, options: RunOptions = {}) {
  const target = `${registry.host}/n${namespaces++}`
  return buildPush(
    { images: 'web=web', registry: target, ...credentials, ...inputs },
    { cwd: repo.path, ...options },
  )
}

function expectClean(ran: Awaited<ReturnType<typeof run>>) {
  expect(ran.tempLeft).toEqual([])
  expect(ran.log).not.toContain(credentials.password)
  expect(ran.log).not.toContain('crashed')
}

describe('a registry that refuses is named, and nothing is built', () => {
  test.each([
    [{ status: 401 }, 'answered 401 for', 'check the inputs username and password'],
    [{ status: 403 }, 'answered 403 for', 'this user may not do that'],
    [{ status: 429, headers: { 'retry-after': '0' } }, 'answered 429 for', 'too many requests'],
    [{ status: 500 }, 'answered 500 for', 'it is broken at the moment'],
    [{ cut: true }, 'cannot be reached', 'socket hang up'],
  ] as const)('%j', async (fault, what, why) => {
    registry.fault({ path: /manifests/, ...fault })
    const ran = await run()
    expect(ran).toMatchObject({ code: 1, images: [] })
    expect(ran.annotations).toHaveLength(1)
    expect(ran.annotations[0]?.message).toContain(`${registry.host} ${what}`)
    expect(ran.annotations[0]?.message).toContain(why)
    expect(ran.log).not.toContain('Building')
    expectClean(ran)
  })

  test('a wrong password', async () => {
    const ran = await run({ password: 'wrong-password' })
    expect(ran.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('check the inputs username and password'),
    ])
    expect(ran.rawStdout.replace('::add-mask::wrong-password', '')).not.toContain('wrong-password')
    expectClean(ran)
  })

  test('a registry that is not there', async () => {
    const ran = await run({ registry: 'localhost:1/x' })
    expect(ran.annotations[0]?.message).toMatch(/localhost:1 cannot be reached: .*ECONNREFUSED/)
    expectClean(ran)
  })
})

describe('a registry that is busy for a moment', () => {
  test.each([
    ['when asked', { method: 'GET', path: /manifests/, status: 503, times: 1 }],
    ['and silent when asked', { method: 'GET', path: /manifests/, hang: true, times: 1 }],
    ['at the login', { method: 'GET', path: /^\/v2\/$/, status: 503, times: 1 }],
    ['at the push', { method: 'POST', path: /uploads/, status: 429, times: 1 }],
  ] as const)('%s', async (_when, fault) => {
    registry.fault(fault)
    const ran = await run()
    expect(ran).toMatchObject({ code: 0, images: [{ name: 'web' }] })
    expectClean(ran)
  })
})

test('a push that is denied is not tried again', async () => {
  registry.fault({
    method: 'POST',
    path: /uploads/,
    status: 403,
    body: '{"errors":[{"code":"DENIED","message":"no"}]}',
  })
  const ran = await run()
  expect(ran).toMatchObject({ code: 1, images: [] })
  expect(ran.annotations[0]?.message).toMatch(
    /image 'web': [\s\S]*denied: no[\s\S]*→ this user may not push there/,
  )
  expect(ran.summary).toContain('🔴 failed')
  expectClean(ran)
})

test('one image that fails stops those that have not begun; what is said to be pushed is pushed', async () => {
  const ran = await run({ images: 'web=web\nbad=bad\nlate=web', parallel: '1' })
  expect(ran).toMatchObject({ code: 1, images: [{ name: 'web' }] })
  expect(ran.annotations[0]?.message).toMatch(/^image 'bad': [\s\S]*about to fail[\s\S]*exit code: 3/)
  expect(ran.annotations[0]?.message).toContain('not started after that: late')
  expect(ran.summary).toMatch(/\*\*web\*\* \| 🟢[\s\S]*\*\*bad\*\* \| 🔴[\s\S]*\*\*late\*\* \| ⚪/)
  await using client = await clientOf(registry.host)
  const path = `n${namespaces - 1}`
  expect((await client.manifest(`${path}/web`, '1-ffac537'))?.digest).toBe(ran.images[0]?.digest)
  expect(await client.manifest(`${path}/bad`, '1-ffac537')).toBeUndefined()
  expectClean(ran)
})

test('a cancelled step ends its builder and leaves no credentials', async () => {
  const ran = await run(
    { images: 'slow=slow' },
    { killAfter: (line: string) => line.includes('fast asleep') && !line.includes('RUN') },
  )
  expect(ran.conclusion).toBe('cancelled')
  expect(ran.annotations.at(-1)?.message).toBe('the job was cancelled')
  expect(ran.duration).toBeLessThan(30_000)
  expectClean(ran)
})

test('a step that is killed outright leaves its credentials to the post step', async () => {
  const ran = await run(
    { images: 'slow=slow' },
    {
      killAfter: (line: string) => line.includes('fast asleep') && !line.includes('RUN'),
      grace: { interrupt: 1, terminate: 1 },
    },
  )
  expect(ran.conclusion).toBe('cancelled')
  expect(ran.postCode).toBe(0)
  expectClean(ran)
})

test('bad input is told before anything is asked', async () => {
  const asked = registry.requests.length
  const ran = await run({ images: 'web=../..' })
  expect(ran).toMatchObject({ code: 1, images: [] })
  expect(ran.annotations[0]?.message).toContain(
    "image 'web' has the context '../..': it lies outside the workspace",
  )
  expect(registry.requests.length).toBe(asked)
  expectClean(ran)
})
