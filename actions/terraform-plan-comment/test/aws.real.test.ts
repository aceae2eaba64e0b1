import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type Aws, startAws } from '../../../test/support/services/aws.ts'
import { createBucket } from '../../../test/support/services/aws-call.ts'
import { type TerraformEnvironment, terraformEnvironment } from '../../../test/support/services/terraform.ts'
import { everything, planComment, workspace } from './setting.ts'

jest.setTimeout(5 * 60_000)
const stack = new AsyncDisposableStack()
let aws: Aws
let surroundings: TerraformEnvironment

beforeAll(async () => {
  aws = stack.use(await startAws())
  await createBucket(aws, 'state')
  surroundings = stack.use(await terraformEnvironment({ aws }))
}, 10 * 60_000)
afterAll(() => stack.disposeAsync(), 60_000)

const BACKEND = 'terraform {\n  backend "s3" {}\n}\n'
const inputs = (key: string) => ({ 'backend-config': `bucket=state\nkey=${key}\nuse_lockfile=true` })

test('a state in S3, named by backend-config; who holds its lock is told', async () => {
  await using place = await workspace({ 'main.tf': `${BACKEND}resource "terraform_data" "x" {}\n` })
  const options = { env: surroundings.env }
  const run = await planComment(place.path, inputs('a'), options)
  expect(run).toMatchObject({ code: 0, annotations: [], tempLeft: [] })
  const lock = {
    ID: '16681014-ac8a',
    Operation: 'OperationTypeApply',
    Who: 'ada@laptop',
    Created: '2026-01-02T03:04:05Z',
  }
  await fetch(`${aws.url}/state/a.tflock`, { method: 'PUT', body: JSON.stringify(lock) })
  const locked = await planComment(place.path, { ...inputs('a'), 'lock-timeout': '0s' }, options)
  expect(locked.code).toBe(1)
  expect(locked.annotations.at(-1)?.message).toMatch(/ada@laptop.*force-unlock 16681014-ac8a/)
})

// It is in no package registry, and too large to be built.
const withProvider = (await providerHere()) ? test : test.skip

withProvider('a provider: a plan, and what it says where credentials are missing', async () => {
  await using place = await workspace({
    'main.tf':
      'provider "aws" {}\nresource "aws_ssm_parameter" "x" {\n  name  = "n"\n  type  = "SecureString"\n  value = "planted-secret-value"\n}\n',
  })
  const run = await planComment(place.path, {}, { env: surroundings.env })
  expect(run).toMatchObject({ code: 0, annotations: [] })
  expect(run.summary).toContain('aws_ssm_parameter.x')
  expect(everything(run)).not.toContain('planted-secret-value')
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...without } = surroundings.env
  const env = { ...without, AWS_EC2_METADATA_DISABLED: 'true' }
  const refused = await planComment(place.path, {}, { env })
  expect(refused.code).toBe(1)
  expect(refused.annotations.at(-1)?.message).toMatch(/credentials are missing, wrong or expired: log in/)
})

async function providerHere(): Promise<boolean> {
  await using own = await terraformEnvironment()
  return own.awsProvider !== undefined
}
