import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { callEcr } from '../../../test/support/services/aws-call.ts'
import { sharedAws, sharedEcr } from '../../../test/support/services/shared.ts'
import { buildPush, workspace } from './setting.ts'

const stack = new AsyncDisposableStack()
let aws: Awaited<ReturnType<typeof sharedAws>>
let ecr: Awaited<ReturnType<typeof sharedEcr>>
let repo: Awaited<ReturnType<typeof workspace>>

beforeAll(async () => {
  aws = await sharedAws()
  ecr = await sharedEcr()
  repo = stack.use(await workspace({ 'web/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n' }))
})
afterAll(() => stack.disposeAsync())

const run = (inputs: Record<string, string>, env: Record<string, string | undefined> = {}) =>
  buildPush({ images: 'web=web', ...inputs }, { cwd: repo.path, env: { ...aws.env, ...ecr.env, ...env } })

interface Described {
  repositories: { imageTagMutability: string; imageScanningConfiguration: { scanOnPush: boolean } }[]
}

test('a missing repository is created, the image pushed, and a re-run reuses it', async () => {
  const inputs = { registry: `${ecr.host}/made`, 'create-repository': 'true' }
  const ran = await run(inputs)
  expect(ran).toMatchObject({
    code: 0,
    tempLeft: [],
    images: [{ repository: `${ecr.host}/made/web`, reused: false }],
  })
  expect(ran.log).toContain(`Created the repository ${ecr.host}/made/web`)

  const repositoryName = 'made/web'
  const { repositories } = await callEcr<Described>(aws, 'DescribeRepositories', {
    repositoryNames: [repositoryName],
  })
  expect(repositories).toMatchObject([
    { imageTagMutability: 'IMMUTABLE', imageScanningConfiguration: { scanOnPush: true } },
  ])
  const { lifecyclePolicyText } = await callEcr<{ lifecyclePolicyText: string }>(aws, 'GetLifecyclePolicy', {
    repositoryName,
  })
  expect(JSON.parse(lifecyclePolicyText).rules).toHaveLength(1)

  const again = await run(inputs)
  expect(again).toMatchObject({
    code: 0,
    outputs: { digest: ran.outputs.digest },
    images: [{ reused: true }],
  })
  expect(again.log).not.toContain('Created')
})

test('password and token are masked; the user name and the host are not, or outputs would vanish', async () => {
  const ran = await run({ registry: `${ecr.host}/masks`, 'create-repository': 'true' })
  const token = Buffer.from(`${ecr.username}:${ecr.password}`).toString('base64')
  expect(ran.masks).toEqual(expect.arrayContaining([ecr.password, token]))
  expect(ran.masks).not.toContain('AWS')
  expect(ran.log).not.toContain(ecr.password)
  expect(ran.log).toContain(ecr.host)
})

test('a repository of others keeps its settings', async () => {
  const repositoryName = 'theirs/web'
  await callEcr(aws, 'CreateRepository', { repositoryName, imageTagMutability: 'MUTABLE' })
  const ran = await run({ registry: `${ecr.host}/theirs`, 'create-repository': 'true' })
  expect(ran.code).toBe(0)
  const { repositories } = await callEcr<Described>(aws, 'DescribeRepositories', {
    repositoryNames: [repositoryName],
  })
  expect(repositories[0]?.imageTagMutability).toBe('MUTABLE')
  await expect(callEcr(aws, 'GetLifecyclePolicy', { repositoryName })).rejects.toThrow()
})

test('a missing repository is named with its remedy, and nothing is built', async () => {
  const ran = await run({ registry: `${ecr.host}/missing` })
  expect(ran).toMatchObject({ code: 1, images: [] })
  expect(ran.annotations.map(({ message }) => message)).toEqual([
    `there is no repository 'missing/web' in ${ecr.host}; set create-repository to 'true', or create it`,
  ])
  expect(ran.log).not.toContain('Building')
})

test('an immutable tag cannot be overwritten, and the error says so', async () => {
  const inputs = { registry: `${ecr.host}/fixed`, 'create-repository': 'true' }
  await run(inputs)
  const ran = await run({ ...inputs, 'if-exists': 'overwrite', labels: 'changed=yes' })
  expect(ran).toMatchObject({ code: 1, images: [] })
  expect(ran.annotations[0]?.message).toContain('→ the tag is taken and immutable; choose another')
})

test('the gate waits for the scan, and fails where it finds too much', async () => {
  const registry = `${ecr.host}/gate`
  const scanning = scanSoon('gate/web', '1-ffac537')
  const strict = await run({ registry, 'create-repository': 'true', 'fail-on-severity': 'low' })
  await scanning
  expect(strict).toMatchObject({ code: 1, images: [{ name: 'web' }] })
  expect(strict.annotations[0]?.message).toMatch(
    /gate\/web:1-ffac537 was pushed, but its scan found .*; fail-on-severity is 'low'/,
  )
  expect(strict.summary).toContain('❌')
  const lenient = await run({ registry, 'fail-on-severity': 'critical' })
  expect(lenient).toMatchObject({ code: 0, images: [{ reused: true }] })
  expect(lenient.summary).toContain('✅')
})

/** Real ECR scans on push; the fake one has to be told, once the image is there. */
async function scanSoon(repositoryName: string, imageTag: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    await sleep(500)
    try {
      await callEcr(aws, 'StartImageScan', { repositoryName, imageId: { imageTag } })
      return
    } catch {}
  }
}

test('public ECR', async () => {
  const ran = await run({ registry: `${ecr.publicHost}/alias`, 'create-repository': 'true' })
  expect(ran).toMatchObject({ code: 0, images: [{ ref: 'public.ecr.aws/alias/web:1-ffac537' }] })
})

test('without AWS credentials, the step that gives them is named', async () => {
  const none = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, HOME: repo.path }
  const ran = await run({ registry: `${ecr.host}/x` }, none)
  expect(ran.code).toBe(1)
  expect(ran.annotations[0]?.message).toContain(
    'run aws-actions/configure-aws-credentials in an earlier step',
  )
})
