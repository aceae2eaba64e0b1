import type {
  AttributeChange,
  ChangeKind,
  OutputChange,
  Plan,
  ResourceChange,
  Value,
} from '../../plan/model.ts'

/** A value as `readPlan` has it. */
export function value(of: unknown): Value {
  if (of === undefined || of === null) return { kind: 'absent' }
  if (of === SENSITIVE) return { kind: 'sensitive' }
  if (of === UNKNOWN) return { kind: 'unknown' }
  const text = JSON.stringify(of)
  if (typeof of !== 'string') return { kind: 'known', text }
  const lines = (/^[[{]/.test(of) ? JSON.stringify(JSON.parse(of), undefined, 2) : of).split('\n')
  return lines.length > 1 ? { kind: 'known', text, lines } : { kind: 'known', text }
}

export const SENSITIVE = Symbol('sensitive')
export const UNKNOWN = Symbol('unknown')

/** Attributes by path: a pair is before and after, anything else is what the other side has not. */
export function attributes(
  changes: Readonly<Record<string, unknown>>,
  kind: ChangeKind = 'update',
  forcing: readonly string[] = [],
): AttributeChange[] {
  return Object.entries(changes).map(([path, change]) => {
    const [before, after] = Array.isArray(change)
      ? change
      : kind === 'delete'
        ? [change, null]
        : [null, change]
    return { path, before: value(before), after: value(after), forcesReplacement: forcing.includes(path) }
  })
}

const ACTIONS: Partial<Record<ChangeKind, string[]>> = {
  replace: ['delete', 'create'],
  move: ['no-op'],
  import: ['no-op'],
}

/** A change of one object. */
export function change(
  kind: ChangeKind,
  address: string,
  changes: Readonly<Record<string, unknown>> = {},
  more: Partial<ResourceChange> = {},
): ResourceChange {
  const its = attributes(changes, kind, more.replacePaths)
  return {
    address,
    deposed: undefined,
    previousAddress: undefined,
    mode: 'managed',
    type: /(\w+)\.[^.]*$/.exec(address)?.[1] ?? 'terraform_data',
    providerName: 'registry.terraform.io/hashicorp/aws',
    kind,
    actions: ACTIONS[kind] ?? [kind],
    reason: undefined,
    importing: undefined,
    replacePaths: [],
    attributes: its,
    attributeCount: its.length,
    ...more,
  }
}

/** A root module's output. */
export function output(name: string, pair: readonly [unknown, unknown]): OutputChange {
  const its = attributes({ [name]: pair })
  return { name, kind: 'update', attributes: its, attributeCount: its.length }
}

/** A plan with these parts, and nothing else. */
export function plan(parts: Partial<Plan> = {}): Plan {
  return {
    terraformVersion: '1.11.4',
    changes: [],
    outputs: [],
    drift: [],
    checks: [],
    deferred: [],
    invocations: [],
    complete: true,
    errored: false,
    applyable: (parts.changes ?? []).length > 0,
    refreshOnly: false,
    sensitiveValues: [],
    digest: '0'.repeat(64),
    ...parts,
  }
}

const POLICY = (resource: string, action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  })

const BOOT = (image: string) => `#!/bin/bash
set -euo pipefail
dnf install -y docker
systemctl enable --now docker
docker network create web
docker pull ${image}
docker run -d --name web --network web ${image}
systemctl restart docker-cleanup.timer
`

/** A plan as pull requests have them: something of everything, and two things to be afraid of. */
export const MIXED: Plan = plan({
  changes: [
    change('update', 'aws_security_group_rule.ssh', { 'cidr_blocks[0]': ['10.0.0.0/8', '0.0.0.0/0'] }),
    change('create', 'aws_instance.web["blue"]', {
      ami: 'ami-0b5eea76982371e91',
      instance_type: 't3.small',
      subnet_id: 'subnet-0a1b2c3d',
      user_data: BOOT('maestrops/web:5-1f2e3d4'),
      'tags.Name': 'web-blue',
      arn: UNKNOWN,
      id: UNKNOWN,
      private_ip: UNKNOWN,
      public_ip: UNKNOWN,
    }),
    change(
      'replace',
      'aws_db_instance.main',
      {
        storage_encrypted: [false, true],
        instance_class: ['db.t3.small', 'db.t3.medium'],
        password: [SENSITIVE, SENSITIVE],
        arn: ['arn:aws:rds:eu-west-1:123456789012:db:main', UNKNOWN],
        endpoint: ['main.c9akciq32.eu-west-1.rds.amazonaws.com:5432', UNKNOWN],
        id: ['db-7XKQ', UNKNOWN],
      },
      { reason: 'replace_because_cannot_update', replacePaths: ['storage_encrypted'] },
    ),
    change(
      'delete',
      'aws_instance.legacy',
      { id: 'i-0123456789abcdef0', ami: 'ami-0abc', instance_type: 't3.micro', 'tags.Name': 'legacy' },
      { reason: 'delete_because_no_resource_config' },
    ),
    change('update', 'aws_iam_policy.deploy', {
      policy: [POLICY('arn:aws:s3:::releases/*', 's3:GetObject'), POLICY('*', 's3:*')],
      description: ['Read releases', 'Read and write releases'],
      'tags.Owner': 'platform',
    }),
    change('update', 'aws_instance.runner', {
      user_data: [BOOT('maestrops/web:4-0a3087a'), BOOT('maestrops/web:5-1f2e3d4')],
    }),
    change('update', 'aws_ssm_parameter.token', { value: [SENSITIVE, SENSITIVE], version: [3, UNKNOWN] }),
    ...['a', 'b', 'c'].map(zone =>
      change('update', `aws_subnet.public["eu-west-1${zone}"]`, { 'tags.Release': ['2024-06', '2024-07'] }),
    ),
    change('move', 'module.web.aws_lb.this', {}, { previousAddress: 'aws_lb.web' }),
    change('import', 'aws_s3_bucket.logs', {}, { importing: { id: 'maestrops-logs', unknown: false } }),
    change(
      'read',
      'data.aws_iam_policy_document.assume',
      {},
      { mode: 'data', reason: 'read_because_dependency_pending' },
    ),
  ],
  outputs: [
    output('endpoint', ['main.c9akciq32.eu-west-1.rds.amazonaws.com:5432', UNKNOWN]),
    output('hosts', [null, { web: '10.0.1.5' }]),
  ],
  drift: [
    change('update', 'aws_instance.runner', {
      'tags.Debug': [null, 'yes'],
      instance_type: ['t3.small', 't3.large'],
    }),
  ],
  checks: [
    {
      address: 'check.certificate',
      kind: 'check',
      status: 'fail',
      messages: ['The certificate of https://web.example.org ends in 12 days.'],
    },
  ],
})
