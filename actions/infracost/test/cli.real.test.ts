import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { type RunOptions, runAction } from '../../../test/support/runner.ts'
import { type Prices, startPrices } from '../../../test/support/services/prices.ts'

const provider = 'provider "aws" {\n  region = "eu-central-1"\n}\n'
const instance = (size: string) => `resource "aws_instance" "web" {\n  instance_type = "${size}"\n}\n`

async function workspace(files: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'cost-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true })
    await writeFile(join(folder.path, path), content)
  }
  return folder
}

/** Runs the action with the real Infracost on PATH. */
async function price(files: Record<string, string>, prices: Prices, options: RunOptions = {}) {
  await using folder = await workspace(files)
  const infracost = await program('infracost')
  return await runAction('infracost', {
    ...options,
    cwd: folder.path,
    env: {
      HOME: folder.path,
      ...prices.env,
      PATH: `${dirname(infracost)}:${process.env.PATH}`,
      ...options.env,
    },
  })
}

/** A plan that gives an instance another size. */
function resizePlan(from: string, to: string): string {
  const provider_name = 'registry.terraform.io/hashicorp/aws'
  const web = {
    address: 'aws_instance.web',
    type: 'aws_instance',
    name: 'web',
    mode: 'managed',
    provider_name,
  }
  const [before, after] = [from, to].map(instance_type => ({ instance_type }))
  const state = (values: unknown) => ({ root_module: { resources: [{ ...web, schema_version: 1, values }] } })
  const region = { region: { constant_value: 'eu-central-1' } }
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: state(after),
    prior_state: { format_version: '1.0', values: state(before) },
    resource_changes: [{ ...web, change: { actions: ['update'], before, after, after_unknown: {} } }],
    configuration: {
      provider_config: { aws: { name: 'aws', full_name: provider_name, expressions: region } },
      root_module: { resources: [{ ...web, provider_config_key: 'aws', expressions: {} }] },
    },
  })
}

describe('the real Infracost', () => {
  test('prices root modules by their code, and compares them with a checkout of the base branch', async () => {
    await using prices = await startPrices()
    const run = await price(
      {
        'infra/web/main.tf': provider + instance('t3.medium'),
        'infra/new/main.tf': provider + instance('t3.small'),
        'base/infra/web/main.tf': provider + instance('t3.small'),
      },
      prices,
      { inputs: { directories: 'infra/web\n./infra/new/', baseline: 'base', 'max-increase': '10' } },
    )
    expect(run).toMatchObject({ code: 0, tempLeft: [] })
    // 730 h of 0.048 and 8 GB of 0.119; 730 h of 0.024 and the same disk.
    expect(run.outputs).toMatchObject({
      'monthly-cost': '54.464',
      'monthly-diff': '35.992',
      percent: '194.85',
      'over-budget': 'true',
    })
    expect(run.summary).toContain('### 💰 Cost of `infra/web` · $35.99/month, +$17.52 (+94.8%)')
    expect(run.summary).toContain('### 💰 Cost of `infra/new` · $18.47/month, +$18.47 (new)')
  })

  test('code without a baseline has no difference, although Infracost writes one', async () => {
    await using prices = await startPrices()
    const run = await price({ 'main.tf': provider + instance('t3.small') }, prices, {
      inputs: { directories: '.' },
    })
    expect(run.outputs).toMatchObject({ 'monthly-cost': '18.472', 'monthly-diff': '', percent: '' })
  })

  test('variables, usage and the currency count', async () => {
    await using prices = await startPrices()
    const run = await price(
      {
        'infra/main.tf': `${provider}variable "size" {}\nresource "aws_instance" "web" {\n  instance_type = var.size\n}\nresource "aws_cloudwatch_log_group" "app" {}\n`,
        'prod.tfvars': 'size = "t3.small"\n',
        'usage.yml':
          'version: 0.1\nresource_usage:\n  aws_cloudwatch_log_group.app:\n    monthly_data_ingested_gb: 10\n',
      },
      prices,
      {
        inputs: {
          directories: 'infra',
          'var-files': 'prod.tfvars',
          'usage-file': 'usage.yml',
          currency: 'eur',
        },
      },
    )
    // In euro, at 0.9: 18.472 for the instance, and 10 GB of logs at 0.63.
    expect(run.outputs).toMatchObject({ 'monthly-cost': '22.2948', currency: 'EUR' })
    expect(run.summary).toContain('€22.29/month + usage')
  })

  test('a plan knows the past by itself', async () => {
    await using prices = await startPrices()
    const files = { 'plans/infra%2Fec2.tfplan.json': resizePlan('t3.small', 't3.medium') }
    const run = await price(files, prices, { inputs: { 'plan-json': 'plans/infra%2Fec2.tfplan.json' } })
    expect(run.outputs).toMatchObject({ 'monthly-cost': '35.992', 'monthly-diff': '17.52', percent: '94.85' })
    expect(run.summary).toContain('| `aws_instance.web` | $18.47 | $35.99 | **+$17.52** |')
    expect(run.summary).toContain('Cost of `infra/ec2`')
  })

  test('of a plan that failed midway the cost is unknown', async () => {
    await using prices = await startPrices()
    const failed = { ...JSON.parse(resizePlan('t3.small', 't3.medium')), errored: true }
    const files = { 'infra.tfplan.json': JSON.stringify(failed) }
    const run = await price(files, prices, {
      inputs: { 'plan-json': 'infra.tfplan.json', 'max-increase': '100' },
    })
    expect(run.outputs).toMatchObject({ 'monthly-cost': '', 'monthly-diff': '', 'over-budget': 'unknown' })
    expect(run.summary).toContain('planning failed midway')
  })

  test('a price that is not found makes the total unknown', async () => {
    await using prices = await startPrices()
    const files = { 'main.tf': provider + instance('x2iedn.32xlarge') }
    const inputs = { directories: '.', 'budget-monthly': '500', 'on-over-budget': 'fail' }
    const run = await price(files, prices, { inputs })
    expect(run.outputs).toMatchObject({ 'monthly-cost': '', 'over-budget': 'unknown' })
    expect(run.summary).toContain('### ⚠️ Cost of `.` · at least $0.95/month')
    expect(run.summary).toContain('**No price was found for**')
    expect(run).toMatchObject({ code: 1, conclusion: 'failure' })
    expect(run.annotations[0]?.message).toBe(
      'the monthly cost is at least $0.95, so that it cannot be checked against the budget of $500.00',
    )
  })

  test('a price server that refuses is named, the cost is unknown and the step fails', async () => {
    await using prices = await startPrices()
    prices.fault({ path: /graphql/, status: 403, body: '{"error":"blocked by the proxy"}' })
    const files = { 'a/main.tf': provider + instance('t3.small'), 'b/main.tf': provider }
    const run = await price(files, prices, { inputs: { directories: 'a\nb' } })
    expect(run).toMatchObject({ code: 1, tempLeft: [] })
    expect(run.outputs).toMatchObject({ 'monthly-cost': '', 'over-budget': 'false' })
    expect(run.summary).toContain('### ⚠️ Cost of 2 root modules · unknown')
    expect(run.annotations.at(-1)?.message).toMatch(/price server fails.*blocked by the proxy/)
  })

  test.each([
    ['another key', { directories: '.', 'api-key': 'another' }, /does not take this API key/],
    ['a folder without Terraform', { directories: 'empty' }, /'empty' holds no Terraform/],
    ['a file that is no plan', { 'plan-json': 'x=empty/some.json' }, /no plan/],
  ])('%s is refused clearly', async (_, inputs, message) => {
    await using prices = await startPrices()
    const run = await price({ 'main.tf': provider, 'empty/some.json': '{}' }, prices, { inputs })
    expect(run).toMatchObject({ code: 1, tempLeft: [] })
    expect(run.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(message)])
  })

  test('syntax errors make the cost unknown, with the reason', async () => {
    await using prices = await startPrices()
    const run = await price({ 'main.tf': `${provider}resource {{{` }, prices, {
      inputs: { directories: '.' },
    })
    expect(run).toMatchObject({ code: 0 })
    expect(run.summary).toMatch(/### ⚠️ Cost of `\.` · unknown\n\n> \[!WARNING\]/)
  })
})
