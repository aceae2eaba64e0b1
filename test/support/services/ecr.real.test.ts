import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { type Aws, startAws } from './aws.ts'
import { callEcr } from './aws-call.ts'
import { type Buildah, openBuildah } from './buildah.ts'
import { type Ecr, startEcr } from './ecr.ts'
import { type Engine, startEngine } from './engine.ts'

const MINUTES = 60_000
const stack = new AsyncDisposableStack()
let aws: Aws
let ecr: Ecr
let engine: Engine
let buildah: Buildah
let context: string
let docker: string

beforeAll(async () => {
  aws = stack.use(await startAws())
  ecr = stack.use(await startEcr(aws))
  buildah = stack.use(await openBuildah())
  engine = stack.use(await startEngine({ env: ecr.env }))
  docker = await program('docker')
  context = stack.use(await mkdtempDisposable(join(tmpdir(), 'gitops-actions-context-'))).path
  await writeFile(
    join(context, 'Dockerfile'),
    'FROM scratch\nARG content\nLABEL content=$content\nCOPY Dockerfile /\n',
  )
}, 10 * MINUTES)
afterAll(() => stack.disposeAsync(), MINUTES)
jest.setTimeout(MINUTES)

const run = (...args: string[]) =>
  exec(docker, args, { env: { ...process.env, ...engine.env }, accept: 'any' })
const login = (host: string, password: string) =>
  exec(docker, ['login', '--username', ecr.username, '--password-stdin', host], {
    env: { ...process.env, ...engine.env },
    input: password,
    accept: 'any',
  })
const create = (repositoryName: string, imageTagMutability: string) =>
  callEcr(aws, 'CreateRepository', { repositoryName, imageTagMutability })

test('the password is the token of the fake AWS, and no other', async () => {
  const told = await callEcr<{ authorizationData: [{ authorizationToken: string; proxyEndpoint: string }] }>(
    aws,
    'GetAuthorizationToken',
    {},
  )
  const [{ authorizationToken, proxyEndpoint }] = told.authorizationData
  expect(Buffer.from(authorizationToken, 'base64').toString()).toBe(`${ecr.username}:${ecr.password}`)
  expect(proxyEndpoint).toBe(`https://${ecr.host}`)
  expect(await login(ecr.host, 'wrong')).toMatchObject({ code: 1, stderr: expect.stringMatching(/401/) })
  expect(await login(ecr.host, ecr.password)).toMatchObject({ code: 0 })
  expect(await login(ecr.publicHost, ecr.password)).toMatchObject({ code: 0 })
})

test('docker and buildx push under the names of ECR, and the API knows the image', async () => {
  await create('shop/app', 'MUTABLE')
  const ref = `${ecr.host}/shop/app`
  await login(ecr.host, ecr.password)
  expect(await run('buildx', 'build', '--push', '-t', `${ref}:one`, context)).toMatchObject({ code: 0 })
  await run('buildx', 'build', '--load', '-t', `${ref}:two`, context)
  expect(await run('push', `${ref}:two`)).toMatchObject({ code: 0 })
  const { failures } = await callEcr<{ failures: { imageId: { imageTag: string } }[] }>(
    aws,
    'BatchGetImage',
    {
      repositoryName: 'shop/app',
      imageIds: [{ imageTag: 'one' }, { imageTag: 'two' }, { imageTag: 'three' }],
    },
  )
  expect(failures.map(failure => failure.imageId.imageTag)).toEqual(['three'])
})

test('buildah pushes under the names of ECR', async () => {
  await create('shop/pod', 'MUTABLE')
  const env = { ...process.env, ...buildah.env, ...ecr.env }
  const ref = `${ecr.host}/shop/pod:one`
  const build = await exec(buildah.program, ['build', '-t', ref, context], { env, accept: 'any' })
  expect(build).toMatchObject({ code: 0 })
  await exec(buildah.program, ['login', '-u', ecr.username, '--password-stdin', ecr.host], {
    env,
    input: ecr.password,
  })
  expect(await exec(buildah.program, ['push', ref], { env, accept: 'any' })).toMatchObject({ code: 0 })
  const { failures } = await callEcr<{ failures: object[] }>(aws, 'BatchGetImage', {
    repositoryName: 'shop/pod',
    imageIds: [{ imageTag: 'one' }],
  })
  expect(failures).toEqual([])
})

test('public ECR takes a push too', async () => {
  await login(ecr.publicHost, ecr.password)
  const ref = `${ecr.publicHost}/alias/app:one`
  expect(await run('buildx', 'build', '--push', '-t', ref, context)).toMatchObject({ code: 0 })
})

test('a repository that was not created is refused', async () => {
  await login(ecr.host, ecr.password)
  const { code, stderr } = await run(
    'buildx',
    'build',
    '--push',
    '-t',
    `${ecr.host}/nobody/made:one`,
    context,
  )
  expect(code).not.toBe(0)
  expect(stderr).toContain("The repository with name 'nobody/made' does not exist")
})

test('an immutable tag takes the same image again, and no other', async () => {
  await create('fixed', 'IMMUTABLE')
  await login(ecr.host, ecr.password)
  const push = (content: string) =>
    run(
      'buildx',
      'build',
      '--push',
      '--build-arg',
      `content=${content}`,
      '-t',
      `${ecr.host}/fixed:1`,
      context,
    )
  expect(await push('a')).toMatchObject({ code: 0 })
  expect(await push('a')).toMatchObject({ code: 0 })
  const { code, stderr } = await push('b')
  expect(code).not.toBe(0)
  expect(stderr).toContain('cannot be overwritten because the tag is immutable')
})

test('a Node program reaches the registry by its name', async () => {
  const script = `const r = await fetch('https://${ecr.host}/v2/'); console.log(r.status, r.headers.get('www-authenticate'))`
  const { stdout } = await exec(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...ecr.env },
  })
  expect(stdout.trim()).toBe('401 Basic realm="registry"')
})
