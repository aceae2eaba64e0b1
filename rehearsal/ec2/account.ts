import type { Aws } from '../../test/support/services/aws.ts'

/** What a newcomer makes by hand in an AWS account before the first run, and where it is found. */
export interface Account {
  readonly bucket: string
  readonly domain: string
  /** The machine image's owner and name, as the variable `image` of the example takes it. */
  readonly image: string
}

const IMAGE = 'rehearsal-ubuntu-24.04'

/** Makes the state's bucket, the hosted zone and a machine image. */
export async function openAccount(aws: Aws): Promise<Account> {
  const account = {
    bucket: 'shop-terraform-state',
    domain: 'shop.example',
    image: JSON.stringify({ owner: 'self', name: `${IMAGE}*` }),
  }
  await call(aws, 's3', {
    method: 'PUT',
    path: `/${account.bucket}`,
    body: `<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>${aws.region}</LocationConstraint></CreateBucketConfiguration>`,
  })
  await call(aws, 'route53', {
    path: '/2013-04-01/hostedzone',
    body: `<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${account.domain}.</Name><CallerReference>rehearsal</CallerReference></CreateHostedZoneRequest>`,
  })
  await callEc2(aws, 'RegisterImage', {
    Name: IMAGE,
    RootDeviceName: '/dev/sda1',
    'BlockDeviceMapping.1.DeviceName': '/dev/sda1',
    'BlockDeviceMapping.1.Ebs.VolumeSize': '8',
  })
  return account
}

/** Does what someone does in the console at night: gives the server of that name another `Owner` tag. */
export async function changeByHand(aws: Aws, server: string, owner: string): Promise<void> {
  const described = await callEc2(aws, 'DescribeInstances', {
    'Filter.1.Name': 'tag:Name',
    'Filter.1.Value.1': server,
  })
  const id = /<instanceId>(i-\w+)<\/instanceId>/.exec(described)?.[1]
  if (id === undefined) throw new Error(`AWS has no instance named '${server}'`)
  await callEc2(aws, 'CreateTags', { 'ResourceId.1': id, 'Tag.1.Key': 'Owner', 'Tag.1.Value': owner })
}

/** The instance types that run, by the names of the servers. */
export async function runningServers(aws: Aws): Promise<Record<string, string>> {
  const described = await callEc2(aws, 'DescribeInstances', {
    'Filter.1.Name': 'instance-state-name',
    'Filter.1.Value.1': 'running',
  })
  const servers = described.split('<reservationId>').slice(1)
  return Object.fromEntries(
    servers.map(text => [
      /<key>Name<\/key>\s*<value>([^<]*)/.exec(text)?.[1] ?? '',
      /<instanceType>([^<]*)/.exec(text)?.[1] ?? '',
    ]),
  )
}

function callEc2(aws: Aws, action: string, parameters: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ Action: action, Version: '2016-11-15', ...parameters })
  return call(aws, 'ec2', { path: '/', body: body.toString(), type: 'application/x-www-form-urlencoded' })
}

/** Signatures are not checked here; only their scope is read, to know which service is meant. */
async function call(
  { url, region }: Aws,
  service: string,
  {
    method = 'POST',
    path,
    body,
    type = 'text/xml',
  }: { method?: string; path: string; body: string; type?: string },
): Promise<string> {
  const answer = await fetch(`${url}${path}`, {
    method,
    body,
    headers: {
      'content-type': type,
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
  })
  const told = await answer.text()
  if (!answer.ok) throw new Error(`${service} ${path}: ${answer.status} ${told}`)
  return told
}
