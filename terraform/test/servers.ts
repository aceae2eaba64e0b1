import type { AwsEndpoint } from '../../test/support/services/aws-call.ts'
import { ask } from './ask.ts'
import { type Element, find, parseXml, textAt } from './xml.ts'

/** What is asked of a server that runs, by AWS's own words. */
export interface ServerInAws {
  readonly httpTokens: string | undefined
  readonly hopLimit: string | undefined
  readonly profile: string | undefined
  readonly disks: readonly string[]
}

/** The servers that run, by name. */
export async function serversOf(aws: AwsEndpoint): Promise<Record<string, ServerInAws>> {
  const running = { 'Filter.1.Name': 'instance-state-name', 'Filter.1.Value.1': 'running' }
  const reservations = await ec2(aws, 'DescribeInstances', running, 'reservationSet')
  const servers = reservations
    .flatMap(reservation => find(reservation, 'instancesSet', 'item'))
    .map(async instance => {
      const tags = find(instance, 'tagSet', 'item')
      const name = tags.find(tag => textAt(tag, 'key') === 'Name')
      return [name && textAt(name, 'value'), await serverOf(aws, instance)] as const
    })
  return Object.fromEntries(await Promise.all(servers))
}

async function serverOf(aws: AwsEndpoint, instance: Element): Promise<ServerInAws> {
  const id = textAt(instance, 'instanceId') ?? ''
  const its = { 'Filter.1.Name': 'attachment.instance-id', 'Filter.1.Value.1': id }
  const volumes = await ec2(aws, 'DescribeVolumes', its, 'volumeSet')
  return {
    httpTokens: textAt(instance, 'metadataOptions', 'httpTokens'),
    hopLimit: textAt(instance, 'metadataOptions', 'httpPutResponseHopLimit'),
    profile: textAt(instance, 'iamInstanceProfile', 'arn'),
    disks: volumes.map(
      volume => `${textAt(volume, 'volumeType')}, encrypted: ${textAt(volume, 'encrypted')}`,
    ),
  }
}

/** What security groups let in: `group: protocol ports from whom`, sorted. AWS's own first groups are left out. */
export async function ingressRules(aws: AwsEndpoint): Promise<string[]> {
  const groups = await ec2(aws, 'DescribeSecurityGroups', {}, 'securityGroupInfo')
  const names = new Map(groups.map(group => [textAt(group, 'groupId'), textAt(group, 'groupName')]))
  const rules = await ec2(aws, 'DescribeSecurityGroupRules', {}, 'securityGroupRuleSet')
  return rules
    .filter(rule => textAt(rule, 'isEgress') === 'false')
    .map(rule => {
      const other = names.get(textAt(rule, 'referencedGroupInfo', 'groupId'))
      const whom = textAt(rule, 'cidrIpv4') ?? textAt(rule, 'cidrIpv6') ?? other
      const ports = `${textAt(rule, 'fromPort')}-${textAt(rule, 'toPort')}`
      return `${names.get(textAt(rule, 'groupId'))}: ${textAt(rule, 'ipProtocol')} ${ports} from ${whom}`
    })
    .filter(rule => !rule.startsWith('default: -1 '))
    .sort()
}

async function ec2(
  aws: AwsEndpoint,
  action: string,
  form: Record<string, string>,
  set: string,
): Promise<readonly Element[]> {
  const answer = await ask(aws, 'ec2', { form: { Action: action, Version: '2016-11-15', ...form } })
  return find(parseXml(answer), `${action}Response`, set, 'item')
}
