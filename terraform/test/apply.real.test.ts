import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type Account, openAccount } from '../../rehearsal/ec2/account.ts'
import { type Aws, startAws } from '../../test/support/services/aws.ts'
import { type TerraformEnvironment, terraformEnvironment } from '../../test/support/services/terraform.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { ask, texts } from './ask.ts'
import { type Gate, startGate } from './gate.ts'
import { permissionsOf, trustOf } from './roles.ts'
import { ingressRules, serversOf } from './servers.ts'
import { copyOfTerraform, providerHere, terraform } from './setting.ts'

const BUCKET = 'shop-terraform-state-123456789012'

jest.setTimeout(10 * 60_000)
const stack = new AsyncDisposableStack()
let aws: Aws
let account: Account
let surroundings: TerraformEnvironment
let folder: string
let gate: Gate
const here = await providerHere()

beforeAll(async () => {
  if (!here) return
  aws = stack.use(await startAws({ region: 'eu-central-1' }))
  account = await openAccount(aws)
  surroundings = stack.use(await terraformEnvironment({ aws }))
  folder = stack.use(await copyOfTerraform()).path
  const own = { region: aws.region, domain: account.domain, repository: 'maestrops/shop' }
  const numbers = { owner_id: '123', repository_id: '456' }
  await writeFile(join(folder, 'bootstrap/terraform.tfvars.json'), JSON.stringify({ ...own, ...numbers }))
}, 10 * 60_000)
afterAll(() => stack.disposeAsync(), 60_000)

/** The commands that the README of the bootstrap tells to run, block by block. */
async function commands(): Promise<string[]> {
  const readme = await readFile(join(import.meta.dirname, '../bootstrap/README.md'), 'utf8')
  return [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '')
}

test('the README of the bootstrap tells how to apply it, how to move its state and what to tell GitHub', async () => {
  expect(await commands()).toEqual([
    expect.stringContaining('terraform apply'),
    expect.stringContaining('-migrate-state'),
    expect.stringContaining('gh variable set'),
  ])
})

const PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH'
const ADA = 'ssh_networks = ["203.0.113.7/32"]\n'
const MONITORING = `servers = {
  app        = { instance_type = "t3.small", disk_size = 20, ports = [80, 443], names = ["", "www"], groups = ["app"] }
  monitoring = { instance_type = "t3.small", disk_size = 30, ports = [443], names = ["monitoring"], groups = ["monitoring"], zone = "b" }
}
`

if (here) {
  test('the bootstrap, by the commands of its README: bucket, provider and roles; a second plan is empty', async () => {
    const [apply] = await commands()
    await shell(apply)
    const again = await terraform(join(folder, 'bootstrap'), surroundings, ['plan', '-detailed-exitcode'])
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('No changes') })
    expect(await outputs('bootstrap')).toMatchObject({
      state_bucket: BUCKET,
      github_variables: {
        AWS_PLAN_ROLE: 'arn:aws:iam::123456789012:role/shop-github-plan',
        AWS_APPLY_ROLE: 'arn:aws:iam::123456789012:role/shop-github-apply',
        AWS_DEPLOY_ROLE: 'arn:aws:iam::123456789012:role/shop-github-deploy',
        TF_STATE_BUCKET: BUCKET,
      },
    })
  })

  test('AWS has roles that trust exact subjects of one repository', async () => {
    const both = (...ends: string[]) =>
      ['maestrops/shop', 'maestrops@123/shop@456'].flatMap(name => ends.map(end => `repo:${name}:${end}`))
    const expected = {
      plan: both('environment:fork-plans', 'pull_request', 'ref:refs/heads/integration'),
      apply: both('environment:infrastructure'),
      deploy: both('environment:monitoring', 'environment:production'),
    }
    for (const [role, subjects] of Object.entries(expected))
      expect(await trustOf(aws, `shop-github-${role}`)).toEqual([
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: {
            Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
          },
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': subjects,
            },
          },
        },
      ])
  })

  test('AWS has a bucket that is closed, encrypted and versioned', async () => {
    const about = (what: string) => ask(aws, 's3', { path: `/${BUCKET}?${what}` })
    expect(texts(await about('versioning'), 'Status')).toEqual(['Enabled'])
    expect(texts(await about('encryption'), 'SSEAlgorithm')).toEqual(['AES256'])
    const access = await about('publicAccessBlock')
    for (const way of ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'])
      expect(texts(access, way).map(text => text.toLowerCase())).toEqual(['true'])
    const lifecycle = await about('lifecycle')
    expect(texts(lifecycle, 'NoncurrentDays')).toEqual(['365'])
    expect(texts(lifecycle, 'Days')).toEqual([])
    expect(JSON.parse(await about('policy')).Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ])
  })

  test('its state moves into the bucket, where it is locked by a file', async () => {
    // moto takes a condition with Bool for true, whatever comes: nobody would reach the bucket any more.
    await ask(aws, 's3', { method: 'DELETE', path: `/${BUCKET}?policy` })
    const [, move] = await commands()
    await shell(`cd terraform/bootstrap\n${move}`)
    expect(await outputs('bootstrap')).toMatchObject({ state_bucket: BUCKET })
    const listing = await ask(aws, 's3', { path: `/${BUCKET}?list-type=2` })
    expect(texts(listing, 'Key')).toEqual(['bootstrap/terraform.tfstate'])
    const locked = aws.requests.filter(
      ({ method, path }) => method === 'PUT' && path.includes('/bootstrap/terraform.tfstate.tflock'),
    )
    expect(locked).not.toEqual([])
  })

  test('the servers: applied by the role for it and as the workflow does, and told as `hosts`', async () => {
    const roles = ['plan', 'apply', 'deploy']
    const policies = roles.map(async role => [role, await permissionsOf(aws, `shop-github-${role}`, role)])
    gate = stack.use(await startGate(aws.url, Object.fromEntries(await Promise.all(policies))))
    await writeFile(join(folder, 'ec2/test.auto.tfvars'), ADA + MONITORING)
    const init = ['init', `-backend-config=bucket=${BUCKET}`, `-backend-config=region=${aws.region}`]
    expect(await infrastructure('apply', ...init)).toMatchObject({ code: 0 })
    const applied = await infrastructure('apply', 'apply', '-auto-approve')
    expect({ ...applied, refused: gate.refused }).toMatchObject({ code: 0, stderr: '', refused: [] })
    const { hosts, names } = await outputs('ec2')
    const host = (group: string) => ({
      address: expect.stringMatching(/^i-[0-9a-f]{17}$/),
      user: 'ubuntu',
      port: 22,
      groups: [group],
      vars: { private_address: expect.stringMatching(/^10\.20\./) },
    })
    expect(hosts).toEqual({ app: host('app'), monitoring: host('monitoring') })
    expect(names).toEqual({
      app: ['shop.example', 'www.shop.example'],
      monitoring: ['monitoring.shop.example'],
    })
  })

  test('the role for plans may plan: nothing is left to do. It may not change anything', async () => {
    const planned = await infrastructure('plan', 'plan', '-detailed-exitcode')
    expect({ ...planned, refused: gate.refused }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('No changes'),
      refused: [],
    })
    const change = ['apply', '-auto-approve', '-replace=aws_security_group.monitoring']
    expect(await infrastructure('plan', ...change)).toMatchObject({ code: 1 })
    expect(gate.refused).toEqual(
      expect.arrayContaining([
        'plan: ec2:RevokeSecurityGroupIngress on *',
        `plan: s3:PutObject on arn:aws:s3:::${BUCKET}/infrastructure/terraform.tfstate`,
      ]),
    )
    expect(await serversOf(aws)).toHaveProperty('shop-monitoring')
  })

  test('the role for applies may change a server that runs', async () => {
    const larger = MONITORING.replace('t3.small", disk_size = 20', 't3.medium", disk_size = 40')
    await writeFile(join(folder, 'ec2/test.auto.tfvars'), ADA.replace('.7/32', '.8/32') + larger)
    gate.refused.length = 0
    const changed = await infrastructure('apply', 'apply', '-auto-approve')
    expect({ ...changed, refused: gate.refused }).toMatchObject({ code: 0, stderr: '', refused: [] })
    expect(await infrastructure('plan', 'plan', '-detailed-exitcode')).toMatchObject({ code: 0 })
  })

  test('the role for deployments may read where the servers are, and neither plan nor lock', async () => {
    gate.refused.length = 0
    const read = await infrastructure('deploy', 'output', '-json', 'hosts')
    expect({ ...read, refused: gate.refused }).toMatchObject({ code: 0, refused: [] })
    expect(Object.keys(JSON.parse(read.stdout))).toEqual(['app', 'monitoring'])
    expect(await infrastructure('deploy', 'plan')).toMatchObject({ code: 1 })
    expect(gate.refused).toContainEqual(expect.stringMatching(/^deploy: s3:PutObject on .*\.tflock$/))
  })

  test('AWS runs them with IMDSv2, encrypted disks and the role of SSM', async () => {
    const server = {
      httpTokens: 'required',
      hopLimit: '1',
      profile: expect.stringMatching(/:instance-profile\/shop-server$/),
      disks: ['gp3, encrypted: true'],
    }
    expect(await serversOf(aws)).toEqual({ 'shop-app': server, 'shop-monitoring': server })
    const attached = { Action: 'ListAttachedRolePolicies', RoleName: 'shop-server', Version: '2010-05-08' }
    expect(texts(await ask(aws, 'iam', { form: attached }), 'PolicyArn')).toEqual([
      'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
    ])
  })

  test('AWS lets in what is asked for and nothing more: no SSH from the world', async () => {
    expect(await ingressRules(aws)).toEqual([
      'shop-app: tcp 22-22 from 203.0.113.8/32',
      'shop-app: tcp 443-443 from 0.0.0.0/0',
      'shop-app: tcp 80-80 from 0.0.0.0/0',
      'shop-monitoring: tcp 22-22 from 203.0.113.8/32',
      'shop-monitoring: tcp 443-443 from 0.0.0.0/0',
      'shop-servers: tcp 8080-8080 from shop-to-monitoring',
      'shop-to-monitoring: tcp 3100-3100 from shop-servers',
    ])
  })

  test('the servers can be taken away again, the bucket cannot', async () => {
    gate.refused.length = 0
    const gone = await infrastructure('apply', 'destroy', '-auto-approve')
    expect({ ...gone, refused: gate.refused }).toMatchObject({ code: 0, refused: [] })
    expect(await serversOf(aws)).toEqual({})
    expect(await ingressRules(aws)).toEqual([])
    const refused = await terraform(join(folder, 'bootstrap'), surroundings, ['destroy', '-auto-approve'])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('prevent_destroy') })
    expect(await ask(aws, 's3', { path: `/${BUCKET}?list-type=2` })).toContain('bootstrap/terraform.tfstate')
  })
} else console.warn('Not applied: the AWS provider is in no mirror here, and its registry does not answer.')

/** Runs commands of a README, with the answers that a person gives. */
async function shell(script = ''): Promise<void> {
  const answers = { TF_INPUT: '0', TF_CLI_ARGS_apply: '-auto-approve', TF_CLI_ARGS_init: '-force-copy' }
  await exec('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: dirname(folder),
    env: { ...process.env, ...surroundings.env, ...answers },
  })
}

async function outputs(root: string): Promise<Record<string, unknown>> {
  const { stdout } = await terraform(join(folder, root), surroundings, ['output', '-json'])
  const told = JSON.parse(stdout) as Record<string, { value: unknown }>
  return Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, value]))
}

/** Terraform for `ec2` by a role, with the variables that the workflow sets. */
function infrastructure(role: string, ...args: string[]) {
  return terraform(join(folder, 'ec2'), surroundings, args, {
    TF_VAR_region: aws.region,
    TF_VAR_domain: account.domain,
    TF_VAR_ssh_public_key: PUBLIC_KEY,
    TF_VAR_image: account.image,
    AWS_ENDPOINT_URL: gate.url,
    AWS_ACCESS_KEY_ID: role,
  })
}
