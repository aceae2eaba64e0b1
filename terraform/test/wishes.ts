import type { Wish } from './policy.ts'

/** A request to AWS, as it is signed and sent. */
export interface AwsRequest {
  readonly method: string
  /** With its query. */
  readonly url: string
  readonly authorization: string
  readonly body: string
  /** The operation, where the service speaks JSON: `AmazonEC2ContainerRegistry_V20150921.CreateRepository`. */
  readonly target?: string | undefined
}

const ACCOUNT = 'arn:aws:iam::123456789012'

/** Who asks (the access key), and what that needs to be allowed. @throws for a request of no known meaning. */
export function wishesOf(request: AwsRequest): { readonly who: string; readonly wishes: readonly Wish[] } {
  const scope = /Credential=([^/,]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(request.authorization)
  const [, who = '', region = '', service = ''] = scope ?? []
  const context = { 'aws:RequestedRegion': [region] }
  if (service === 's3') return { who, wishes: [{ ...objectWish(request), context }] }
  if (service === 'route53') return { who, wishes: [zoneWish(request)] }
  if (service === 'ecr') return { who, wishes: [{ ...registryWish(request, region), context }] }
  return { who, wishes: queryWishes(service, new URLSearchParams(request.body), context) }
}

function queryWishes(service: string, form: URLSearchParams, context: Wish['context']): Wish[] {
  const action = `${service}:${form.get('Action')}`
  const role = form.get('RoleName')
  const profile = form.get('InstanceProfileName')
  const resource = profile ? `${ACCOUNT}:instance-profile/${profile}` : role ? `${ACCOUNT}:role/${role}` : '*'
  const policy = form.get('PolicyArn')
  const wish = { action, resource, context: { ...context, ...(policy && { 'iam:PolicyARN': [policy] }) } }
  // Profile and role have one name here.
  const passed = action === 'iam:AddRoleToInstanceProfile' ? role : form.get('IamInstanceProfile.Name')
  if (!passed) return [wish]
  const pass = { action: 'iam:PassRole', resource: `${ACCOUNT}:role/${passed}` }
  return [wish, { ...pass, context: { 'iam:PassedToService': ['ec2.amazonaws.com'] } }]
}

const OBJECT: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
}

function objectWish({ method, url }: AwsRequest): Omit<Wish, 'context'> {
  const [, bucket, key] = /^\/([^/?]+)\/?([^?]*)/.exec(url) ?? []
  const action = key
    ? OBJECT[method]
    : method === 'GET' && url.includes('list-type=2')
      ? 'ListBucket'
      : undefined
  if (action === undefined) throw new Error(`not understood: s3 ${method} ${url}`)
  return { action: `s3:${action}`, resource: `arn:aws:s3:::${bucket}${key && `/${decodeURIComponent(key)}`}` }
}

function registryWish({ target, body }: AwsRequest, region: string): Omit<Wish, 'context'> {
  const asked = JSON.parse(body) as {
    repositoryName?: string
    repositoryNames?: string[]
    resourceArn?: string
  }
  const name = asked.repositoryName ?? asked.repositoryNames?.[0]
  const resource = name ? `arn:aws:ecr:${region}:123456789012:repository/${name}` : asked.resourceArn
  return { action: `ecr:${target?.split('.').at(-1)}`, resource: resource ?? '*' }
}

const ZONE: readonly (readonly [RegExp, string])[] = [
  [/^GET \/2013-04-01\/hostedzone$/, 'ListHostedZones'],
  [/^GET \/2013-04-01\/hostedzonesbyname$/, 'ListHostedZonesByName'],
  [/^GET \/2013-04-01\/hostedzone\/(\w+)$/, 'GetHostedZone'],
  [/^GET \/2013-04-01\/hostedzone\/(\w+)\/rrset$/, 'ListResourceRecordSets'],
  [/^POST \/2013-04-01\/hostedzone\/(\w+)\/rrset\/?$/, 'ChangeResourceRecordSets'],
  [/^GET \/2013-04-01\/tags\/hostedzone\/(\w+)$/, 'ListTagsForResource'],
  [/^GET \/2013-04-01\/change\/(?:\w+)$/, 'GetChange'],
]

function zoneWish({ method, url, body }: AwsRequest): Wish {
  for (const [pattern, action] of ZONE) {
    const match = pattern.exec(`${method} ${url.split('?')[0]}`)
    if (!match) continue
    const types = [...new Set([...body.matchAll(/<Type>(\w+)<\/Type>/g)].map(([, type]) => type ?? ''))]
    return {
      action: `route53:${action}`,
      resource: match[1] ? `arn:aws:route53:::hostedzone/${match[1]}` : '*',
      context: types.length > 0 ? { 'route53:ChangeResourceRecordSetsRecordTypes': types } : {},
    }
  }
  throw new Error(`not understood: route53 ${method} ${url}`)
}
