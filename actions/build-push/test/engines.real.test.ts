import { chmod, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { type Registry, startRegistry } from '../../../test/support/services/registry.ts'
import { sharedBuildkit, sharedEngine } from '../../../test/support/services/shared.ts'
import { buildPush, clientOf, configOf, credentials, onShell, SHA, workspace } from './setting.ts'

const SECRET = 'npm-token-0123456789'
const dockerfile = onShell(
  'ARG WHO',
  'RUN --mount=type=secret,id=npm ["/bin/sh", "-c", "echo \\"hello $WHO\\"; cat /run/secrets/npm; cat /run/secrets/npm > /seen"]',
)

const stack = new AsyncDisposableStack()
let registry: Registry
let repo: Awaited<ReturnType<typeof workspace>>

beforeAll(async () => {
  registry = stack.use(await startRegistry(credentials))
  repo = stack.use(
    await workspace({ 'api/Dockerfile': dockerfile, 'web/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n' }, [
      'api',
    ]),
  )
})
afterAll(() => stack.disposeAsync())

/** Buildah keeps images for the whole machine; here it gets a place of its own. */
async function ownStorage(folder: string): Promise<Record<string, string>> {
  const path = join(folder, 'storage.conf')
  const roots = `graphroot = "${folder}/graph"\nrunroot = "${folder}/run"\n`
  await writeFile(path, `[storage]\ndriver = "overlay"\n${roots}`)
  return { CONTAINERS_STORAGE_CONF: path }
}

const engines = {
  buildx: async () => ({ builder: 'auto' }),
  docker: async () => ({ builder: 'docker' }),
  buildah: async () => {
    await program('buildah')
    return { builder: 'buildah' }
  },
  buildkit: async () => ({ builder: (await sharedBuildkit()).address }),
}

describe.each(Object.keys(engines) as (keyof typeof engines)[])('%s', name => {
  test('builds two images and pushes all their tags', async () => {
    const { builder } = await engines[name]()
    const engine = await sharedEngine()
    await using storage = await workspace({})
    const before = await readFile(join(engine.env.DOCKER_CONFIG, 'config.json'), 'utf8')
    const ran = await buildPush(
      {
        images: 'api=api\nweb=./web',
        registry: `${registry.host}/${name}`,
        ...credentials,
        tags: '{run_number}-{short_sha}\nlatest',
        'build-args': `WHO=${name}; $(id)`,
        secrets: `npm=${SECRET}`,
        labels: 'team=a b',
        builder,
      },
      { cwd: repo.path, env: await ownStorage(storage.path) },
    )
    expect(ran.log).toContain(`${name === 'buildkit' ? 'buildx' : name} (`)
    expect(ran).toMatchObject({ code: 0, postCode: 0, tempLeft: [] })

    await using client = await clientOf(registry.host)
    for (const image of ran.images) {
      const path = `${name}/${image.name}`
      const held = await client.manifest(path, '1-ffac537')
      expect(held?.digest).toBe(image.digest)
      expect((await client.manifest(path, 'latest'))?.digest).toBe(image.digest)
      expect(held?.body.layers?.length).toBeGreaterThan(0)
      expect(image).toEqual({
        name: image.name,
        repository: `${registry.host}/${path}`,
        tag: '1-ffac537',
        ref: `${registry.host}/${path}:1-ffac537`,
        digest: image.digest,
        pinned: `${registry.host}/${path}:1-ffac537@${image.digest}`,
        reused: false,
      })
    }
    expect(ran.images.map(image => image.name)).toEqual(['api', 'web'])
    expect(ran.outputs).toMatchObject({
      image: `${registry.host}/${name}/api:1-ffac537`,
      tag: '1-ffac537',
      digest: ran.images[0]?.digest,
    })

    const { config } = await configOf(registry.host, `${name}/api`, '1-ffac537')
    expect(config.Labels).toMatchObject({
      'org.opencontainers.image.revision': SHA,
      'org.opencontainers.image.source': 'https://github.com/octocat/hello-world',
      'org.opencontainers.image.title': 'api',
      team: 'a b',
    })

    // The build really saw the argument as it is, and the secret; the log shows the one and hides the other.
    expect(ran.log).toContain(`hello ${name}; $(id)`)
    expect(ran.log).toContain('***')
    expect(ran.summary).toContain('🟢 pushed')
    for (const secret of [SECRET, credentials.password]) {
      expect(ran.log).not.toContain(secret)
      expect(ran.summary).not.toContain(secret)
      expect(ran.masks).toContain(secret)
    }
    expect(await readFile(join(engine.env.DOCKER_CONFIG, 'config.json'), 'utf8')).toBe(before)
  })
})

test('docker builds without BuildKit, too', async () => {
  const ran = await buildPush(
    { images: 'web=web', registry: `${registry.host}/classic`, ...credentials, builder: 'docker' },
    { cwd: repo.path, env: { DOCKER_BUILDKIT: '0' } },
  )
  expect(ran).toMatchObject({ code: 0, tempLeft: [], images: [{ name: 'web' }] })
  expect(ran.log).toContain('Step 1/')
})

test('without push, images are built and the registry hears nothing', async () => {
  await using own = await startRegistry(credentials)
  const inputs = { images: 'web=web', registry: `${own.host}/x`, push: 'false' }
  const ran = await buildPush(inputs, { cwd: repo.path })
  expect(ran).toMatchObject({ code: 0, images: [], outputs: { digest: '' } })
  expect(ran.summary).toContain('🔵 built')
  expect(own.requests).toEqual([])
})

test('a dry run tells its plan, and starts and asks nothing', async () => {
  await using own = await startRegistry(credentials)
  const inputs = {
    images: 'api=api\nweb=web',
    registry: `${own.host}/x`,
    ...credentials,
    'dry-run': 'true',
  }
  const ran = await buildPush(inputs, { cwd: repo.path, env: { DOCKER_HOST: 'unix:///nowhere' } })
  expect(ran).toMatchObject({ code: 0, images: [], tempLeft: [] })
  expect(ran.log).toContain(`would build and push web from web\n  ${own.host}/x/web:1-ffac537`)
  expect(ran.summary).toContain('Nothing was done.')
  expect(own.requests).toEqual([])
})

test('on a pull request the tag is that of its head, not of the merge commit', async () => {
  const head = { sha: '0a3087af5c0d4e4f8b1c2d3e4f5061728394a5b6', ref: 'feature/x' }
  const ran = await buildPush(
    {
      images: 'web=web',
      registry: `${registry.host}/pr`,
      ...credentials,
      tags: '{run_number}-{short_sha}\n{branch}',
    },
    {
      cwd: repo.path,
      event: { pull_request: { number: 1, head, base: { sha: SHA, ref: 'main' } } },
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge', GITHUB_RUN_NUMBER: '4' },
    },
  )
  expect(ran).toMatchObject({ code: 0, outputs: { tag: '4-0a3087a' } })
  await using client = await clientOf(registry.host)
  expect(await client.manifest('pr/web', 'feature-x')).toMatchObject({ digest: ran.outputs.digest })
  const { config } = await configOf(registry.host, 'pr/web', '4-0a3087a')
  expect(config.Labels['org.opencontainers.image.revision']).toBe(head.sha)
})

test('an earlier login is enough, also by a credential helper', async () => {
  const engine = await sharedEngine()
  const { username, password } = credentials
  const helper = `#!/bin/sh\necho '${JSON.stringify({ Username: username, Secret: password })}'\n`
  await using machine = await workspace({
    'file/config.json': JSON.stringify({
      auths: { [registry.host]: { auth: Buffer.from(`${username}:${password}`).toString('base64') } },
    }),
    'helper/config.json': JSON.stringify({ credHelpers: { [registry.host]: 'test' } }),
    'bin/docker-credential-test': helper,
  })
  await chmod(join(machine.path, 'bin/docker-credential-test'), 0o755)
  for (const kind of ['file', 'helper']) {
    const config = join(machine.path, kind)
    await symlink(join(engine.env.DOCKER_CONFIG, 'cli-plugins'), join(config, 'cli-plugins'))
    const ran = await buildPush(
      { images: 'web=web', registry: `${registry.host}/${kind}` },
      { cwd: repo.path, env: { DOCKER_CONFIG: config, PATH: `${machine.path}/bin:${process.env.PATH}` } },
    )
    expect(ran).toMatchObject({ code: 0, tempLeft: [], images: [{ name: 'web' }] })
    expect(ran.masks).toContain(password)
  }
})
