import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { root } from '../../scripts/actions.ts'
import { program } from '../../test/support/programs/program.ts'
import { type Engine, startEngine } from '../../test/support/services/engine.ts'
import { startRegistry } from '../../test/support/services/registry.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { baseImagesOf, provideBaseImages, standInArchive } from './provide.ts'

const example = join(root, 'workflows-examples/ec2')
const parts = ['backend', 'frontend']
const dockerfiles = parts.map(part => join(example, part, 'Dockerfile'))

let folder: string
let engine: Engine | undefined
const lines: string[] = []
const log = (line: string) => lines.push(line)
const provide = (paths: readonly string[]) => provideBaseImages({ ...engine?.env }, paths, { log })
const docker = (...args: string[]) => exec('docker', args, { env: { ...process.env, ...engine?.env } })

const imageIds = async () => (await docker('images', '--quiet', '--no-trunc')).stdout.split('\n').sort()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gitops-actions-stand-ins-'))
  engine = await startEngine()
})

afterAll(async () => {
  await engine?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

describe('the example’s Dockerfiles build as they are', () => {
  beforeAll(async () => {
    await provide(dockerfiles)
  })

  test.each([
    ['buildx', {}],
    ['the classic builder', { DOCKER_BUILDKIT: '0' }],
  ])('with %s, and what they build runs', async (_builder, env) => {
    const build = (part: string) =>
      exec('docker', ['build', '--tag', part, '--build-arg', 'REVISION=0a3087a', join(example, part)], {
        env: { ...process.env, ...engine?.env, ...env },
      })
    for (const part of parts) await build(part)
    const backend = 'from app.main import create_app; print(create_app().title)'
    expect((await docker('run', '--rm', 'backend', 'python', '-c', backend)).stdout).toBe('Tasks\n')
    const settings = await docker('run', '--rm', '--read-only', '--tmpfs=/tmp', 'frontend', 'nginx', '-t')
    expect(settings.stderr).toContain('test is successful')
    const page = await docker('run', '--rm', 'frontend', 'cat', '/usr/share/nginx/html/index.html')
    expect(page.stdout).toContain('/assets/index-')
    for (const part of parts) expect((await docker('run', '--rm', part, 'id', '-u')).stdout).not.toBe('0\n')
  })

  test('a second time there is nothing to do', async () => {
    const before = await imageIds()
    const started = performance.now()
    const { standIns } = await provide(dockerfiles)
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(await imageIds()).toEqual(before)
    for (const { image, madeFrom } of standIns) {
      expect(madeFrom).not.toBe('')
      expect((await docker('image', 'inspect', image)).stdout).toContain(image)
    }
  })
})

test('buildah takes the same stand-ins from their archive', async () => {
  const wanted = await baseImagesOf(dockerfiles.slice(0, 1))
  const { path } = await standInArchive(wanted[0]!, log)
  const store = ['--root', join(folder, 'store'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs']
  const buildah = await program('buildah')
  const env = { ...process.env, BUILDAH_ISOLATION: 'chroot' }
  await exec(buildah, [...store, 'pull', `docker-archive:${path}`], { env })
  const context = join(example, 'backend')
  await exec(buildah, [...store, 'build', '--format', 'docker', '--tag', 'backend', context], { env })
})

describe('what a registry has is pulled', () => {
  test('and is no stand-in', async () => {
    await using registry = await startRegistry()
    const image = `${registry.host}/base:1`
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n')
    await docker('build', '--tag', image, folder)
    await docker('push', image)
    await docker('rmi', image)
    await writeFile(join(folder, 'Dockerfile'), `FROM ${image}\n`)
    expect(await provide([join(folder, 'Dockerfile')])).toEqual({
      standIns: [],
    })
    expect((await docker('images', '--format', '{{.Repository}}:{{.Tag}}')).stdout).toContain(image)
  })

  test('a name that the registry does not know is the Dockerfile’s mistake', async () => {
    await using registry = await startRegistry()
    await writeFile(join(folder, 'Dockerfile'), `FROM ${registry.host}/base:2\n`)
    await expect(provide([join(folder, 'Dockerfile')])).rejects.toThrow(
      /the registry has no image 'localhost:\d+\/base:2'/,
    )
  })
})

test('an image without a recipe is named', async () => {
  await writeFile(join(folder, 'Dockerfile'), 'FROM registry.invalid/other:1\n')
  await expect(provide([join(folder, 'Dockerfile')])).rejects.toThrow(
    "'registry.invalid/other:1' cannot be pulled here and has no stand-in",
  )
  expect(lines.at(-1)).toMatch(/^Images cannot be pulled here \(.+\), so stand-ins are used$/)
})
