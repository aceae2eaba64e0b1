import { describe, expect, test } from '@jest/globals'
import { isAllowed } from './policy.ts'
import type { Statement } from './roles.ts'
import { wishesOf } from './wishes.ts'

const allow = (Action: string, Resource: string, Condition?: Statement['Condition']): Statement[] => [
  { Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) },
]
const wish = (action: string, resource = '*', context: Record<string, string[]> = {}) => ({
  action,
  resource,
  context,
})
const RECORDS = 'route53:ChangeResourceRecordSetsRecordTypes'
const ONLY_A = { 'ForAllValues:StringEquals': { [RECORDS]: ['A'] }, Null: { [RECORDS]: 'false' } }

describe('a policy allows', () => {
  test.each([
    ['the action it names', allow('s3:GetObject', 'b/k'), wish('s3:GetObject', 'b/k'), true],
    ['no other action', allow('s3:GetObject', 'b/k'), wish('s3:PutObject', 'b/k'), false],
    ['no other object', allow('s3:GetObject', 'b/k'), wish('s3:GetObject', 'b/k.tflock'), false],
    ['what begins so', allow('ec2:Describe*', '*'), wish('ec2:DescribeVpcs'), true],
    ['not what only contains it', allow('ec2:Describe*', '*'), wish('x:ec2:DescribeVpcs'), false],
    [
      'in one region',
      allow('ec2:X', '*', { StringEquals: { 'aws:RequestedRegion': 'eu' } }),
      wish('ec2:X', '*', { 'aws:RequestedRegion': ['us'] }),
      false,
    ],
    [
      'nothing where what it asks for is not said',
      allow('ec2:X', '*', { StringEquals: { 'aws:RequestedRegion': 'eu' } }),
      wish('ec2:X'),
      false,
    ],
    ['A records', allow('r', '*', ONLY_A), wish('r', '*', { [RECORDS]: ['A'] }), true],
    ['no mail beside them', allow('r', '*', ONLY_A), wish('r', '*', { [RECORDS]: ['A', 'MX'] }), false],
    ['nothing of no type', allow('r', '*', ONLY_A), wish('r'), false],
  ])('%s', (_, policy, wished, expected) => {
    expect(isAllowed(policy, wished)).toBe(expected)
  })

  test('nothing that is not understood', () => {
    const odd = allow('r', '*', { StringLike: { x: '*' } })
    expect(() => isAllowed(odd, wish('r'))).toThrow(/StringLike/)
    expect(() => isAllowed([{ Effect: 'Deny', Action: 'r', Resource: '*' }], wish('r'))).toThrow(/Deny/)
  })
})

describe('a request means', () => {
  const request = (service: string, method: string, url: string, body = '', target?: string) => {
    const authorization = `X Credential=plan/20260101/eu/${service}/aws4_request, …`
    return wishesOf({ method, url, body, authorization, target })
  }
  test.each([
    ['s3', 'GET', '/b?list-type=2', '', ['s3:ListBucket on arn:aws:s3:::b']],
    ['s3', 'HEAD', '/b/a/k?x-id=HeadObject', '', ['s3:GetObject on arn:aws:s3:::b/a/k']],
    ['ec2', 'POST', '/', 'Action=DescribeVpcs', ['ec2:DescribeVpcs on *']],
    [
      'ec2',
      'POST',
      '/',
      'Action=RunInstances&IamInstanceProfile.Name=s',
      ['ec2:RunInstances on *', 'iam:PassRole on arn:aws:iam::123456789012:role/s'],
    ],
    ['iam', 'POST', '/', 'Action=GetRole&RoleName=r', ['iam:GetRole on arn:aws:iam::123456789012:role/r']],
    [
      'route53',
      'POST',
      '/2013-04-01/hostedzone/Z1/rrset',
      '<Type>A</Type>',
      ['route53:ChangeResourceRecordSets on arn:aws:route53:::hostedzone/Z1'],
    ],
  ])('%s %s %s', (service, method, url, body, expected) => {
    const { who, wishes } = request(service, method, url, body)
    expect(who).toBe('plan')
    expect(wishes.map(({ action, resource }) => `${action} on ${resource}`)).toEqual(expected)
  })

  test.each([
    ['CreateRepository', { repositoryName: 'kv' }],
    ['DescribeRepositories', { repositoryNames: ['kv'] }],
    ['TagResource', { resourceArn: 'arn:aws:ecr:eu:123456789012:repository/kv' }],
  ])('ecr %s', (operation, body) => {
    const target = `AmazonEC2ContainerRegistry_V20150921.${operation}`
    const { wishes } = request('ecr', 'POST', '/', JSON.stringify(body), target)
    expect(wishes).toMatchObject([
      { action: `ecr:${operation}`, resource: 'arn:aws:ecr:eu:123456789012:repository/kv' },
    ])
  })

  test('nothing, where nobody has thought of it', () => {
    expect(() => request('s3', 'PUT', '/b?policy')).toThrow(/not understood: s3 PUT/)
    expect(() => request('route53', 'DELETE', '/2013-04-01/hostedzone/Z1')).toThrow(/not understood/)
  })
})
