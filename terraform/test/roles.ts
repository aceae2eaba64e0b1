import type { AwsEndpoint } from '../../test/support/services/aws-call.ts'
import { ask, texts } from './ask.ts'

/** A statement of a policy, as it is written. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** Whom a role trusts, as AWS has it. */
export async function trustOf(aws: AwsEndpoint, role: string): Promise<Statement[]> {
  return statements(await iam(aws, { Action: 'GetRole', RoleName: role }), 'AssumeRolePolicyDocument')
}

/** What the one policy that is written into a role allows, as AWS has it. */
export async function permissionsOf(aws: AwsEndpoint, role: string, policy: string): Promise<Statement[]> {
  const asked = { Action: 'GetRolePolicy', RoleName: role, PolicyName: policy }
  return statements(await iam(aws, asked), 'PolicyDocument')
}

function iam(aws: AwsEndpoint, form: Record<string, string>): Promise<string> {
  return ask(aws, 'iam', { form: { ...form, Version: '2010-05-08' } })
}

function statements(answer: string, element: string): Statement[] {
  const [document = ''] = texts(answer, element)
  return JSON.parse(decodeURIComponent(document)).Statement
}
