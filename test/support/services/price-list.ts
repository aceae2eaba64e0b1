/** What a product costs, under which conditions. Amounts are decimal numbers as text, in US dollars. */
export interface Price {
  readonly USD: string
  readonly unit: string
  readonly purchaseOption?: string
  readonly startUsageAmount?: string
  readonly endUsageAmount?: string
}

/** Something that is sold, as the cloud pricing API describes it. */
export interface Product {
  readonly vendorName: 'aws'
  readonly service: string
  readonly productFamily: string
  /** Absent where it is sold alike everywhere. */
  readonly region?: string
  readonly attributes: Readonly<Record<string, string>>
  readonly prices: readonly Price[]
}

/** List prices of one region, in US dollars. */
interface Region {
  /** What most usage types begin with there. */
  readonly prefix: string
  /** What usage types of CloudWatch begin with there. */
  readonly logsPrefix: string
  /** Hourly, Linux, shared tenancy, on demand: of the size `large`, to which the others of a family are in proportion. */
  readonly large: { readonly t3: number; readonly t4g: number; readonly m5: number }
  /** A GB and month. */
  readonly storage: { readonly gp2: string; readonly gp3: string }
  /** Of gp3 beyond what comes with it: an IOPS and month; a GiB/s and month. */
  readonly iops: string
  readonly throughput: string
  /** An hour, and a GB. */
  readonly nat: string
  /** A GB and month of S3's standard class: the first 50 TB, the next 450 TB, what is over. */
  readonly s3: readonly [string, string, string]
  /** A request to S3 of tier 1, and of tier 2. */
  readonly s3Requests: readonly [string, string]
  /** A GB that S3 Select scans, and that it returns. */
  readonly s3Select: readonly [string, string]
  /** A GB of logs taken in, kept for a month, searched. */
  readonly logs: readonly [string, string, string]
}

/** AWS's public list prices as of 2025. */
const REGIONS: Readonly<Record<string, Region>> = {
  'us-east-1': {
    prefix: '',
    logsPrefix: 'USE1-',
    large: { t3: 0.0832, t4g: 0.0672, m5: 0.096 },
    storage: { gp2: '0.10', gp3: '0.08' },
    iops: '0.005',
    throughput: '40.96',
    nat: '0.045',
    s3: ['0.023', '0.022', '0.021'],
    s3Requests: ['0.000005', '0.0000004'],
    s3Select: ['0.002', '0.0007'],
    logs: ['0.50', '0.03', '0.005'],
  },
  'eu-central-1': {
    prefix: 'EUC1-',
    logsPrefix: 'EUC1-',
    large: { t3: 0.096, t4g: 0.0768, m5: 0.115 },
    storage: { gp2: '0.119', gp3: '0.0952' },
    iops: '0.006',
    throughput: '49.152',
    nat: '0.052',
    s3: ['0.0245', '0.0235', '0.0225'],
    s3Requests: ['0.0000054', '0.00000043'],
    s3Select: ['0.00225', '0.0008'],
    logs: ['0.63', '0.0324', '0.0063'],
  },
  'eu-west-1': {
    prefix: 'EU-',
    logsPrefix: 'EU-',
    large: { t3: 0.0912, t4g: 0.0736, m5: 0.107 },
    storage: { gp2: '0.11', gp3: '0.088' },
    iops: '0.0055',
    throughput: '45.056',
    nat: '0.048',
    s3: ['0.023', '0.022', '0.021'],
    s3Requests: ['0.000005', '0.0000004'],
    s3Select: ['0.002', '0.0007'],
    logs: ['0.57', '0.03', '0.0057'],
  },
}

/** How many times the price of a family's `large` a size costs. */
const SIZES = {
  t3: { nano: 1 / 16, micro: 1 / 8, small: 1 / 4, medium: 1 / 2, large: 1, xlarge: 2, '2xlarge': 4 },
  t4g: { nano: 1 / 16, micro: 1 / 8, small: 1 / 4, medium: 1 / 2, large: 1, xlarge: 2, '2xlarge': 4 },
  m5: { large: 1, xlarge: 2, '2xlarge': 4, '4xlarge': 8 },
}

/** A vCPU hour above the baseline; the same in every region. */
const CPU_CREDITS = { t3: '0.05', t4g: '0.04' }

/** All that the price server knows. */
export const priceList: readonly Product[] = [
  ...Object.entries(REGIONS).flatMap(([region, prices]) => [
    ...compute(region, prices),
    ...disks(region, prices),
    ...network(region, prices),
    ...s3(region, prices),
    ...cloudWatch(region, prices),
  ]),
  ...route53(),
]

function product(
  service: string,
  productFamily: string,
  region: string | undefined,
  attributes: Product['attributes'],
  ...prices: Price[]
): Product {
  return { vendorName: 'aws', service, productFamily, ...(region && { region }), attributes, prices }
}

function onDemand(unit: string, USD: string, start = '0', end = 'Inf'): Price {
  return { USD, unit, purchaseOption: 'on_demand', startUsageAmount: start, endUsageAmount: end }
}

function compute(region: string, { prefix, large }: Region): Product[] {
  const instances = Object.entries(SIZES).flatMap(([family, sizes]) =>
    Object.entries(sizes).map(([size, times]) => {
      const hourly = (large[family as keyof typeof SIZES] * times).toFixed(4)
      const instanceType = `${family}.${size}`
      const attributes = {
        instanceType,
        tenancy: 'Shared',
        operatingSystem: 'Linux',
        preInstalledSw: 'NA',
        licenseModel: 'No License required',
        capacitystatus: 'Used',
        usagetype: `${prefix}BoxUsage:${instanceType}`,
      }
      return product('AmazonEC2', 'Compute Instance', region, attributes, onDemand('Hrs', hourly))
    }),
  )
  const credits = Object.entries(CPU_CREDITS).map(([family, price]) => {
    const attributes = { operatingSystem: 'Linux', usagetype: `${prefix}CPUCredits:${family}` }
    return product('AmazonEC2', 'CPU Credits', region, attributes, onDemand('vCPU-Hours', price))
  })
  return [...instances, ...credits]
}

function disks(region: string, { prefix, storage, iops, throughput }: Region): Product[] {
  const gp3 = (family: string, usage: string, price: Price) =>
    product('AmazonEC2', family, region, { volumeApiName: 'gp3', usagetype: `${prefix}EBS:${usage}` }, price)
  const volumes = Object.entries(storage).map(([volumeApiName, price]) => {
    const attributes = { volumeApiName, usagetype: `${prefix}EBS:VolumeUsage.${volumeApiName}` }
    return product('AmazonEC2', 'Storage', region, attributes, onDemand('GB-Mo', price))
  })
  return [
    ...volumes,
    gp3('System Operation', 'VolumeP-IOPS.gp3', onDemand('IOPS-Mo', iops)),
    gp3('Provisioned Throughput', 'VolumeP-Throughput.gp3', onDemand('GiBps-mo', throughput)),
  ]
}

function network(region: string, { prefix, nat }: Region): Product[] {
  const gateway = (usage: string, unit: string) =>
    product('AmazonEC2', 'NAT Gateway', region, { usagetype: `${prefix}${usage}` }, onDemand(unit, nat))
  return [
    gateway('NatGateway-Hours', 'Hrs'),
    gateway('NatGateway-Bytes', 'GB'),
    product(
      'AmazonEC2',
      'IP Address',
      region,
      { usagetype: `${prefix}ElasticIP:IdleAddress` },
      onDemand('Hrs', '0.00', '0', '1'),
      onDemand('Hrs', '0.005', '1'),
    ),
  ]
}

function s3(region: string, { prefix, s3: storage, s3Requests, s3Select }: Region): Product[] {
  const tiers = ['0', '51200', '512000', 'Inf']
  const sold = (family: string, usage: string, more: Product['attributes'], ...prices: Price[]) =>
    product('AmazonS3', family, region, { usagetype: `${prefix}${usage}`, operation: '', ...more }, ...prices)
  const select = (what: 'Scanned' | 'Returned', price: string) =>
    sold('API Request', `Select-${what}-Bytes`, { group: `S3-API-Select-${what}` }, onDemand('GB', price))
  return [
    sold(
      'Storage',
      'TimedStorage-ByteHrs',
      { volumeType: 'Standard' },
      ...storage.map((price, tier) => onDemand('GB-Mo', price, tiers[tier], tiers[tier + 1])),
    ),
    ...s3Requests.map((price, tier) =>
      sold('API Request', `Requests-Tier${tier + 1}`, {}, onDemand('Requests', price)),
    ),
    select('Scanned', s3Select[0]),
    select('Returned', s3Select[1]),
  ]
}

function cloudWatch(region: string, { logsPrefix, logs: [ingested, stored, scanned] }: Region): Product[] {
  const logs = (family: string, usage: string, price: Price) =>
    product('AmazonCloudWatch', family, region, { usagetype: `${logsPrefix}${usage}` }, price)
  return [
    logs('Data Payload', 'DataProcessing-Bytes', onDemand('GB', ingested)),
    logs('Storage Snapshot', 'TimedStorage-ByteHrs', onDemand('GB-Mo', stored)),
    logs('Data Payload', 'DataScanned-Bytes', onDemand('GB', scanned)),
    product(
      'AmazonCloudWatch',
      'Metric',
      region,
      { group: 'Metric' },
      onDemand('Metrics', '0.30', '0', '10000'),
      onDemand('Metrics', '0.10', '10000', '250000'),
    ),
  ]
}

function route53(): Product[] {
  const queries = (usagetype: string, first: string, over: string) =>
    product(
      'AmazonRoute53',
      'DNS Query',
      undefined,
      { usagetype },
      onDemand('Queries', first, '0', '1000000000'),
      onDemand('Queries', over, '1000000000'),
    )
  return [
    product(
      'AmazonRoute53',
      'DNS Zone',
      undefined,
      { usagetype: 'HostedZone' },
      onDemand('HostedZone', '0.50', '0', '25'),
      onDemand('HostedZone', '0.10', '25'),
    ),
    queries('DNS-Queries', '0.0000004', '0.0000002'),
    queries('LBR-Queries', '0.0000006', '0.0000003'),
    queries('Geo-Queries', '0.0000007', '0.00000035'),
  ]
}
