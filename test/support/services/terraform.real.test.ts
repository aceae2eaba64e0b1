import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { type Aws, startAws } from './aws.ts'
import { createBucket } from './aws-call.ts'
import { findMirrors } from './provider-mirror.ts'
import { type TerraformEnvironment, type TerraformTool, terraformEnvironment } from './terraform.ts'

const MINUTES = 60_000
const stack = new AsyncDisposableStack()
let aws: Aws
let surroundings: TerraformEnvironment

beforeAll(async () => {
  aws = stack.use(await startAws())
  await createBucket(aws, 'state')
  surroundings = stack.use(await terraformEnvironment({ tools: ['terraform', 'tofu', 'terragrunt'], aws }))
}, 20 * MINUTES)
afterAll(() => stack.disposeAsync(), MINUTES)
jest.setTimeout(5 * MINUTES)

/** A folder with files in it. */
async function folderOf(files: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-terraform-'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, file)), { recursive: true })
    await writeFile(join(folder.path, file), text)
  }
  return { path: folder.path, [Symbol.asyncDispose]: () => folder.remove() }
}

const run = async (cwd: string, tool: TerraformTool, ...args: string[]) =>
  exec(await program(tool), args, { cwd, env: { ...process.env, ...surroundings.env }, accept: 'any' })

describe('mirrors', () => {
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`
  const host = 'registry.terraform.io'

  test('are found by the folder named after the registry, with versions for this machine alone', async () => {
    await using folder = await folderOf({
      [`a/plugins/${host}/hashicorp/aws/5.9.0/${platform}/terraform-provider-aws`]: '',
      [`a/plugins/${host}/hashicorp/aws/5.100.0/${platform}/terraform-provider-aws`]: '',
      [`a/plugins/${host}/hashicorp/aws/6.0.0/plan9_mips/terraform-provider-aws`]: '',
      [`a/plugins/${host}/hashicorp/tls/terraform-provider-tls_4.0.0_${platform}.zip`]: '',
      [`a/plugins/${host}/hashicorp/null/terraform-provider-null_3.0.0_plan9_mips.zip`]: '',
      [`deep/er/than/told/${host}/hashicorp/aws/9.0.0/${platform}/terraform-provider-aws`]: '',
      'empty/registry.terraform.io/readme': '',
    })
    expect(await findMirrors([[folder.path, 2]])).toEqual([
      {
        path: join(folder.path, 'a/plugins'),
        providers: {
          [`${host}/hashicorp/aws`]: ['5.9.0', '5.100.0'],
          [`${host}/hashicorp/tls`]: ['4.0.0'],
        },
      },
    ])
  })

  test('are not there where there is nothing', async () => {
    expect(await findMirrors([['/nowhere', 3]])).toEqual([])
  })
})

const DATA = 'resource "terraform_data" "one" {\n  input = "hello"\n}\n'
const BACKEND = `terraform {
  backend "s3" {
    bucket       = "state"
    key          = "KEY"
    use_lockfile = true
  }
}
`
const backend = (key: string) => BACKEND.replace('KEY', key)

test.each(['terraform', 'tofu'] as const)('%s keeps a state in S3, and locks it by a file', async tool => {
  await using folder = await folderOf({ 'main.tf': backend(tool) + DATA })
  expect(await run(folder.path, tool, 'init', '-input=false', '-no-color')).toMatchObject({ code: 0 })
  expect(await run(folder.path, tool, 'apply', '-auto-approve', '-no-color')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 added'),
  })
  const puts = aws.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('?')[0])
  expect(puts).toEqual(expect.arrayContaining([`/state/${tool}`, `/state/${tool}.tflock`]))

  await fetch(`${aws.url}/state/${tool}.tflock`, { method: 'PUT', body: '{"ID":"held"}' })
  const refused = await run(folder.path, tool, 'plan', '-no-color')
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Error acquiring the state lock'),
  })
})

test('terragrunt plans all units, and writes a plan and its JSON for each', async () => {
  await using folder = await folderOf({
    'live/network/main.tf': `${DATA}output "name" {\n  value = terraform_data.one.output\n}\n`,
    'live/network/terragrunt.hcl': '',
    'live/app/main.tf': `variable "name" {\n  type = string\n}\n${DATA.replace('"hello"', 'var.name')}`,
    'live/app/terragrunt.hcl': `dependency "network" {
  config_path  = "../network"
  mock_outputs = { name = "not there yet" }
}
inputs = { name = dependency.network.outputs.name }
`,
  })
  const [plans, jsons] = ['plans', 'jsons'].map(name => join(folder.path, name)) as [string, string]
  const dirs = ['--out-dir', plans, '--json-out-dir', jsons]
  const all = ['run', '--all', '--non-interactive', ...dirs, '--', 'plan', '-input=false', '-no-color']
  expect(await run(join(folder.path, 'live'), 'terragrunt', ...all)).toMatchObject({ code: 0 })
  const inputs: Record<string, unknown> = {}
  for (const unit of await readdir(jsons)) {
    const plan = JSON.parse(await readFile(join(jsons, unit, 'tfplan.json'), 'utf8'))
    inputs[unit] = plan.resource_changes[0].change.after.input
    expect(await readdir(join(plans, unit))).toEqual(['tfplan.tfplan'])
  }
  expect(inputs).toEqual({ network: 'hello', app: 'not there yet' })
})

const WEB = `provider "aws" {}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "main" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"]
}
resource "aws_instance" "web" {
  ami           = data.aws_ami.ubuntu.id
  instance_type = "t3.small"
  subnet_id     = aws_subnet.main.id
  metadata_options {
    http_tokens = "required"
  }
}
resource "aws_eip" "web" {
  instance = aws_instance.web.id
}
resource "aws_route53_zone" "main" {
  name = "example.test"
}
resource "aws_route53_record" "web" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"
  ttl     = 60
  records = [aws_eip.web.public_ip]
}
`
const { awsProvider } = await ownSurroundings()
async function ownSurroundings() {
  await using own = await terraformEnvironment({ tools: [] })
  return { awsProvider: own.awsProvider }
}

const withProvider = awsProvider === undefined ? test.skip : test
withProvider(
  'the AWS provider (from a mirror on this machine) builds a web server at the fake AWS',
  async () => {
    const pin = `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${awsProvider}"\n    }\n  }\n}\n`
    await using folder = await folderOf({ 'main.tf': pin + backend('web') + WEB })
    expect(await run(folder.path, 'terraform', 'init', '-input=false', '-no-color')).toMatchObject({
      code: 0,
    })
    const apply = await run(folder.path, 'terraform', 'apply', '-auto-approve', '-no-color')
    expect(apply).toMatchObject({ code: 0, stdout: expect.stringContaining('6 added, 0 changed') })
    const again = await run(folder.path, 'terraform', 'plan', '-detailed-exitcode', '-no-color')
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('No changes') })
  },
)
