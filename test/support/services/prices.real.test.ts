import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { type Prices, startPrices } from './prices.ts'

const REGION = 'eu-central-1'
const PROVIDER = 'registry.terraform.io/hashicorp/aws'

/** A plan as `terraform show -json` writes it, that creates resources. */
function planOf(resources: Record<string, object>): string {
  const rows = Object.entries(resources).map(([address, values]) => {
    const [type, name] = address.split('.')
    return { address, type, name, mode: 'managed', values }
  })
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {
      root_module: { resources: rows.map(row => ({ ...row, provider_name: PROVIDER, schema_version: 0 })) },
    },
    resource_changes: rows.map(({ values, ...row }) => ({
      ...row,
      provider_name: PROVIDER,
      change: { actions: ['create'], before: null, after: values, after_unknown: {} },
    })),
    configuration: {
      provider_config: {
        aws: { name: 'aws', full_name: PROVIDER, expressions: { region: { constant_value: REGION } } },
      },
      root_module: {
        resources: rows.map(({ values: _, ...row }) => ({
          ...row,
          provider_config_key: 'aws',
          expressions: {},
        })),
      },
    },
  })
}

interface Component {
  readonly name: string
  readonly monthlyCost: string | null
  readonly priceNotFound: boolean
}
interface Resource {
  readonly name: string
  readonly monthlyCost: string | null
  readonly costComponents?: readonly Component[]
}
interface Breakdown {
  readonly currency: string
  readonly totalMonthlyCost: string
  readonly projects: readonly { readonly breakdown: { readonly resources: readonly Resource[] } }[]
}

async function breakdown(plan: string, prices: Prices, env: Record<string, string> = {}) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-prices-'))
  await writeFile(join(folder.path, 'plan.json'), plan)
  return await exec(await program('infracost'), ['breakdown', '--path', 'plan.json', '--format', 'json'], {
    cwd: folder.path,
    // It keeps settings and an installation's number in the home.
    env: { ...process.env, HOME: folder.path, ...prices.env, ...env },
    accept: 'any',
  })
}

const web = { instance_type: 't3.small', root_block_device: [{ volume_type: 'gp3', volume_size: 20 }] }

test('the real Infracost finds the prices of a plan, and says which it did not find', async () => {
  await using prices = await startPrices()
  const plan = planOf({
    'aws_instance.web': web,
    'aws_instance.odd': { instance_type: 'x2iedn.32xlarge' },
    'aws_eip.idle': { domain: 'vpc' },
    'aws_nat_gateway.out': {},
    'aws_route53_zone.zone': { name: 'example.test' },
    'aws_ebs_volume.data': { type: 'gp3', size: 100, iops: 4000, throughput: 250 },
    'aws_s3_bucket.state': { bucket: 'state' },
    'aws_cloudwatch_log_group.app': { name: 'app' },
    'aws_vpc.main': { cidr_block: '10.0.0.0/16' },
  })
  const { code, stdout, stderr } = await breakdown(plan, prices)
  expect({ code, stderr }).toMatchObject({ code: 0 })
  const told = JSON.parse(stdout) as Breakdown
  const { resources } = told.projects[0]?.breakdown ?? { resources: [] }
  expect(Object.fromEntries(resources.map(({ name, monthlyCost }) => [name, monthlyCost]))).toEqual({
    // 730 h of 0.024, and 20 GB of 0.0952.
    'aws_instance.web': '19.424',
    // Its instance is unknown; its disk is gp2, 8 GB of 0.119.
    'aws_instance.odd': '0.952',
    'aws_eip.idle': '3.65',
    'aws_nat_gateway.out': '37.96',
    'aws_route53_zone.zone': '0.5',
    // 100 GB of 0.0952, 1000 IOPS of 0.006, 125 MiB/s of 0.048.
    'aws_ebs_volume.data': '21.52',
    // Their costs depend on usage.
    'aws_s3_bucket.state': undefined,
    'aws_cloudwatch_log_group.app': undefined,
  })
  expect(told).toMatchObject({ currency: 'USD', totalMonthlyCost: '84.006' })
  const unknown = resources.flatMap(({ name, costComponents = [] }) =>
    costComponents.filter(component => component.priceNotFound).map(component => [name, component.name]),
  )
  expect(unknown).toEqual([['aws_instance.odd', 'Instance usage (Linux/UNIX, on-demand, x2iedn.32xlarge)']])
  expect(prices.queries.map(({ productFilter }) => productFilter.region ?? 'global')).toContain(REGION)
  expect(prices.requests.map(({ path, status }) => `${path} ${status}`)).toContain('/graphql 200')
})

test('another currency is converted, and one that is not known gives no price', async () => {
  await using prices = await startPrices()
  const plan = planOf({ 'aws_instance.web': web })
  const cost = async (INFRACOST_CURRENCY: string) => {
    const { stdout } = await breakdown(plan, prices, { INFRACOST_CURRENCY })
    return JSON.parse(stdout) as Breakdown
  }
  expect(await cost('EUR')).toMatchObject({ currency: 'EUR', totalMonthlyCost: '17.4816' })
  expect((await cost('CHF')).projects[0]?.breakdown.resources[0]?.costComponents?.[0]).toMatchObject({
    priceNotFound: true,
  })
})

test('another key is refused', async () => {
  await using prices = await startPrices()
  const plan = planOf({ 'aws_instance.web': web })
  const { code, stderr } = await breakdown(plan, prices, { INFRACOST_API_KEY: 'another' })
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Invalid API Key') })
  expect(prices.queries).toEqual([])
})

test('a fault strikes Infracost, too', async () => {
  await using prices = await startPrices()
  prices.fault({ path: /graphql/, status: 400, body: '{"error":"out of order"}' })
  const { code, stderr } = await breakdown(planOf({ 'aws_instance.web': web }), prices)
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('out of order') })
})
