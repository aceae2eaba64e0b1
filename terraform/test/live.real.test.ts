import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { runAction } from '../../test/support/runner.ts'
import { type Aws, startAws } from '../../test/support/services/aws.ts'
import { type TerraformEnvironment, terraformEnvironment } from '../../test/support/services/terraform.ts'
import { ask, texts } from './ask.ts'
import { type Gate, startGate } from './gate.ts'
import { permissionsOf } from './roles.ts'
import { copyOfTerraform, providerHere, terragrunt } from './setting.ts'

const BUCKET = 'kv-terraform-state-123456789012'
const ROLE = 'arn:aws:iam::123456789012:role'
const UNITS = 'dev/eu-central-1'
const REGISTRY = 'shared/eu-central-1/registry'

jest.setTimeout(10 * 60_000)
const stack = new AsyncDisposableStack()
let surroundings: TerraformEnvironment
const here = await providerHere()

beforeAll(async () => {
  surroundings = stack.use(await terraformEnvironment({ tools: ['terraform', 'terragrunt'] }))
}, 10 * 60_000)
afterAll(() => stack.disposeAsync(), 60_000)

async function copyOfLive(): Promise<string> {
  return join(stack.use(await copyOfTerraform()).path, 'live')
}

test('all files of Terragrunt are formatted', async () => {
  const checked = await terragrunt(await copyOfLive(), surroundings, ['hcl', 'fmt', '--check'])
  expect(checked).toMatchObject({ code: 0 })
})

if (here) {
  test('all units of all environments are valid, without a backend and before anything is made', async () => {
    const args = ['run', '--all', '--', 'validate']
    const validated = await terragrunt(await copyOfLive(), surroundings, args, {
      TF_CLI_ARGS_init: '-backend=false',
    })
    expect(validated).toMatchObject({ code: 0 })
    const valid = validated.stdout.matchAll(/\[(\S+)\] \S*terraform: Success! The configuration is valid/g)
    const environments = ['dev', 'prod', 'staging'].flatMap(name =>
      ['access', 'eu-central-1/cluster', 'eu-central-1/network'].map(unit => `${name}/${unit}`),
    )
    expect([...valid].map(([, unit]) => unit).sort()).toEqual(
      [...environments, 'shared/access', REGISTRY].sort(),
    )
  })

  test('a person makes the bucket of the states: closed, encrypted and versioned', async () => {
    live = await copyOfLive()
    aws = stack.use(await startAws({ region: 'eu-central-1' }))
    // moto has one account.
    await rewrite('project.hcl', text => text.replaceAll(/\d{12}/g, '123456789012'))
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

  test('before anything is made, all is planned; an apply takes no mock', async () => {
    const out = join(live, '../plans')
    const plan = ['run', '--all', '--json-out-dir', out, '--', 'plan']
    expect(await by('person', UNITS, ...plan)).toMatchObject({ code: 0 })
    expect(await plannedIn(out, 'network')).toHaveLength(20)
    expect(await plannedIn(out, 'cluster')).toContainEqual({
      type: 'aws_eks_cluster',
      after: expect.objectContaining({
        name: 'kv-dev',
        version: '1.35',
        role_arn: `${ROLE}/mock`,
        access_config: [{ authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false }],
        vpc_config: [
          expect.objectContaining({ endpoint_private_access: true, endpoint_public_access: false }),
        ],
      }),
    })
    const applied = await by('person', `${UNITS}/cluster`, 'apply', '-auto-approve')
    expect(applied).toMatchObject({ code: 1, stderr: expect.stringContaining('has not been applied yet') })
  })

  test('a person makes the roles, once in an environment and once for the registry', async () => {
    expect(await by('person', 'dev/access', 'apply', '-auto-approve')).toMatchObject({ code: 0 })
    await rewrite('shared/account.hcl', text =>
      text.replace(
        /github_provider_arn = null/,
        'github_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"',
      ),
    )
    expect(await by('person', 'shared/access', 'apply', '-auto-approve')).toMatchObject({ code: 0 })
    const asked = { Action: 'GetEbsEncryptionByDefault', Version: '2016-11-15' }
    expect(texts(await ask(aws, 'ec2', { form: asked }), 'ebsEncryptionByDefault')).toEqual(['true'])
    const prod = await by('person', 'prod/access', 'plan')
    for (const part of [
      'kv-prod-argocd',
      'role/kv-dev-argocd-target',
      'role/kv-staging-argocd-target',
      'repository/kv',
    ])
      expect(prod.stdout).toContain(part)
    const roles = ['dev-plan', 'dev-apply', 'registry-plan', 'registry-apply'].map(async role => {
      const [scope = '', name = ''] = role.split('-')
      return [role, await permissionsOf(aws, `kv-${scope}-github-${name}`, name)] as const
    })
    gate = stack.use(await startGate(aws.url, Object.fromEntries(await Promise.all(roles))))
  })

  test('the network, made by the role for applies; the role for plans finds nothing left to do', async () => {
    const applied = await by('dev-apply', `${UNITS}/network`, 'apply', '-auto-approve')
    expect({ ...applied, refused: gate.refused }).toMatchObject({ code: 0, refused: [] })
    const again = await by('dev-plan', `${UNITS}/network`, 'plan', '-detailed-exitcode')
    expect({ ...again, refused: gate.refused }).toMatchObject({ code: 0, refused: [] })
  })

  test('terraform-plan-comment plans the cluster by the role for plans: with real subnets, roles not with it', async () => {
    await rewrite('project.hcl', text =>
      text.replace('argocd_addresses = []', 'argocd_addresses = ["203.0.113.7/32"]'),
    )
    const run = await act('terraform-plan-comment', 'dev-plan', { directories: `live/${UNITS}` })
    expect({ ...run, refused: gate.refused }).toMatchObject({ code: 0, annotations: [], refused: [] })
    expect(JSON.parse(run.outputs.directories ?? '')).toMatchObject([
      { directory: `live/${UNITS}/cluster`, outcome: 'planned', counts: { create: 15 } },
      { directory: `live/${UNITS}/network`, outcome: 'planned', counts: { create: 0 } },
    ])
    const network = await by('dev-plan', `${UNITS}/network`, 'output', '-json', 'private_subnet_ids')
    const subnets: string[] = Object.values(JSON.parse(network.stdout))
    expect(subnets).toHaveLength(2)
    for (const part of [
      ...subnets,
      `${ROLE}/kv-dev-cluster`,
      `${ROLE}/kv-dev-argocd-target`,
      '"203.0.113.7/32"',
    ])
      expect(run.summary).toContain(part)
  })

  test('the role for plans changes nothing', async () => {
    const refused = await by('dev-plan', `${UNITS}/network`, 'destroy', '-auto-approve')
    expect(refused).toMatchObject({ code: 1 })
    expect(gate.refused).toContainEqual(
      expect.stringMatching(/^dev-plan: ec2:(Delete|Disassociate)\w+ on \*$/),
    )
    gate.refused.length = 0
  })

  test('the registry, validated and then made by terraform-apply with its role, which cannot take it away', async () => {
    const directories = 'live/shared/eu-central-1'
    const valid = await act('terraform-plan-comment', 'registry-plan', { mode: 'validate', directories })
    expect(valid).toMatchObject({ code: 0, annotations: [] })
    const inputs = { directories, approve: 'auto' }
    const applied = await act('terraform-apply', 'registry-apply', inputs)
    expect({ ...applied, refused: gate.refused }).toMatchObject({ code: 0, annotations: [], refused: [] })
    expect(applied.outputs.outputs).toContain('123456789012.dkr.ecr.eu-central-1.amazonaws.com')
    const again = await by('registry-plan', REGISTRY, 'plan', '-detailed-exitcode')
    expect({ ...again, refused: gate.refused }).toMatchObject({ code: 0, refused: [] })
    const gone = await by('registry-apply', REGISTRY, 'destroy', '-auto-approve')
    expect(gone).toMatchObject({ code: 1 })
    expect(gate.refused.at(-1)).toMatch(/ecr:DeleteRepository on .*:repository\/kv$/)
    gate.refused.length = 0
  })

  test('the network can be taken away again by the role for applies', async () => {
    const gone = await by('dev-apply', `${UNITS}/network`, 'destroy', '-auto-approve')
    expect({ ...gone, refused: gate.refused }).toMatchObject({ code: 0, refused: [] })
  })
} else
  console.warn(
    'Not run: Terragrunt. The AWS provider is in no mirror here, and its registry does not answer.',
  )

let live: string
let aws: Aws
let gate: Gate

/** Terragrunt as a workflow runs it by a role, or as a person who may do everything. */
function by(role: string, at: string, ...args: string[]) {
  return terragrunt(join(live, at), surroundings, args, {
    ...aws.env,
    ...(role !== 'person' && { AWS_ENDPOINT_URL: gate.url, AWS_ACCESS_KEY_ID: role }),
  })
}

/** An action of the suite, as a workflow runs it by a role. */
function act(action: string, role: string, inputs: Record<string, string>) {
  return runAction(action, {
    cwd: join(live, '..'),
    inputs: { tool: 'terragrunt', ...inputs },
    env: { ...surroundings.env, ...aws.env, AWS_ENDPOINT_URL: gate.url, AWS_ACCESS_KEY_ID: role },
  })
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  const path = join(live, file)
  await writeFile(path, change(await readFile(path, 'utf8')))
}

interface Change {
  readonly type: string
  readonly mode: string
  readonly change: { readonly after: unknown }
}

/** The resources that a unit's plan makes. */
async function plannedIn(out: string, unit: string) {
  const plan = JSON.parse(await readFile(join(out, unit, 'tfplan.json'), 'utf8'))
  const changes = plan.resource_changes as Change[]
  return changes
    .filter(({ mode }) => mode === 'managed')
    .map(({ type, change }) => ({ type, after: change.after }))
}
