import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type Aws, startAws } from '../../test/support/services/aws.ts'
import { type TerraformEnvironment, terraformEnvironment } from '../../test/support/services/terraform.ts'
import { ask, texts } from './ask.ts'
import { type Gate, startGate } from './gate.ts'
import { permissionsOf } from './roles.ts'
import { copyOfTerraform, providerHere, terragrunt } from './setting.ts'

const BUCKET = 'kv-terraform-state-123456789012'
const ROLE = 'arn:aws:iam::123456789012:role'
const UNITS = 'dev/eu-central-1'

jest.setTimeout(10 * 60_000)
const stack = new AsyncDisposableStack()
let surroundings: TerraformEnvironment
let live: string
const here = await providerHere()

beforeAll(async () => {
  surroundings = stack.use(await terraformEnvironment({ tools: ['terraform', 'terragrunt'] }))
  live = join(stack.use(await copyOfTerraform()).path, 'live')
}, 10 * 60_000)
afterAll(() => stack.disposeAsync(), 60_000)

test('all files of Terragrunt are formatted', async () => {
  expect(await terragrunt(live, surroundings, ['hcl', 'fmt', '--check'])).toMatchObject({ code: 0 })
})

if (here) {
  test('all units of all environments are valid, without a backend and before anything is made', async () => {
    const validated = await terragrunt(live, surroundings, ['run', '--all', '--', 'validate'], {
      TF_CLI_ARGS_init: '-backend=false',
    })
    expect(validated).toMatchObject({ code: 0 })
    const valid = [...validated.stdout.matchAll(/\[(\S+)\] \S*terraform: Success! The configuration is valid/g)]
    expect(valid.map(([, unit]) => unit).sort()).toEqual([
      ...['dev', 'prod', 'shared', 'staging'].flatMap(name =>
        name === 'shared'
          ? ['shared/access', 'shared/eu-central-1/registry']
          : [`${name}/access`, `${name}/eu-central-1/cluster`, `${name}/eu-central-1/network`],
      ),
    ])
  })
  let aws: Aws
  let gate: Gate
  /** Terragrunt by a role, as a workflow runs it; `person` may do everything. */
  const by = (role: string, at: string, ...args: string[]) =>
    terragrunt(join(live, at), surroundings, args, {
      ...aws.env,
      ...(role !== 'person' && { AWS_ENDPOINT_URL: gate.url, AWS_ACCESS_KEY_ID: role }),
    })

  test('a person makes the bucket of the states, which is closed, encrypted and versioned', async () => {
    aws = stack.use(await startAws({ region: 'eu-central-1' }))
    const project = join(live, 'project.hcl')
    const text = await readFile(project, 'utf8')
    // moto has one account.
    await writeFile(project, text.replaceAll(/\d{12}/g, '123456789012'))
    expect(await by('person', 'dev/access', 'backend', 'bootstrap')).toMatchObject({ code: 0 })
    const about = (what: string) => ask(aws, 's3', { path: `/${BUCKET}?${what}` })
    expect(texts(await about('versioning'), 'Status')).toEqual(['Enabled'])
    expect(texts(await about('encryption'), 'SSEAlgorithm')).toEqual(['AES256'])
    const access = await about('publicAccessBlock')
    for (const way of ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'])
      expect(texts(access, way).map(one => one.toLowerCase())).toEqual(['true'])
    expect(await about('policy')).toContain('aws:SecureTransport')
    // moto takes a condition with Bool for true, whatever comes: nobody would reach the bucket any more.
    await ask(aws, 's3', { method: 'DELETE', path: `/${BUCKET}?policy` })
  })

  test('before anything is made, all is planned, and no apply takes a mock', async () => {
    expect(await changes('person', UNITS)).toMatchObject({ network: { create: 17 }, cluster: { create: 18 } })
    const applied = await by('person', `${UNITS}/cluster`, 'apply', '-auto-approve')
    expect(applied).toMatchObject({ code: 1, stderr: expect.stringContaining('no outputs') })
  })
}
