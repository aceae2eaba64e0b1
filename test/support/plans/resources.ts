import type { JsonObject } from '../../../toolkit/terraform/plan/json.ts'
import type { Random } from './random.ts'

/** How objects of one type look in a plan. */
export interface ResourceType {
  readonly type: string
  /** What the configuration says. */
  values(random: Random): JsonObject
  /** What an update of it says instead. */
  changed(random: Random, before: JsonObject): JsonObject
  /** What only the provider knows. */
  unknown(random: Random): JsonObject
  /** Its marks. */
  readonly sensitive: JsonObject
  /** What a change of replaces it. */
  readonly replacing: string
}

const tags = (random: Random) => ({
  CostCenter: `cc-${random.int(1000)}`,
  Environment: random.pick(['staging', 'production', 'sandbox']),
  ManagedBy: 'terraform',
  Name: random.name(),
  Owner: `team-${random.name()}`,
})

const arn = (random: Random, service: string) =>
  `arn:aws:${service}:eu-west-1:123456789012:${random.name()}/${random.hex(17)}`

const rule = (random: Random) => ({
  cidr_blocks: Array.from(
    { length: 1 + random.int(4) },
    () => `10.${random.int(256)}.${random.int(256)}.0/24`,
  ),
  description: `Allow ${random.name()}`,
  from_port: random.pick([22, 80, 443, 5432, 8080]),
  ipv6_cidr_blocks: [],
  prefix_list_ids: [],
  protocol: 'tcp',
  security_groups: random.chance(0.5) ? [`sg-${random.hex(17)}`] : [],
  self: false,
  to_port: random.pick([22, 80, 443, 5432, 8080]),
})

const policy = (random: Random) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: Array.from({ length: 8 + random.int(4) }, () => ({
      Sid: random.name().replaceAll('-', ''),
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket', `s3:${random.pick(['PutObject', 'DeleteObject'])}`],
      Resource: [arn(random, 's3'), `${arn(random, 's3')}/*`],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': random.name() } },
    })),
  })

const script = (random: Random) =>
  `#!/bin/bash\nset -euo pipefail\n${Array.from({ length: 28 }, () => `echo '${random.name()}: ${random.hex(24)}'`).join('\n')}\n`

const instance: ResourceType = {
  type: 'aws_instance',
  values: random => ({
    ami: `ami-${random.hex(17)}`,
    credit_specification: [{ cpu_credits: 'standard' }],
    disable_api_termination: random.chance(0.5),
    ebs_block_device: Array.from({ length: 1 + random.int(3) }, (_, i) => ({
      delete_on_termination: true,
      device_name: `/dev/sd${'fghijk'[i]}`,
      encrypted: true,
      iops: 3000,
      kms_key_id: arn(random, 'kms'),
      snapshot_id: null,
      tags: {},
      throughput: 125,
      volume_size: 10 + random.int(500),
      volume_type: 'gp3',
    })),
    get_password_data: false,
    hibernation: null,
    iam_instance_profile: random.name(),
    instance_type: random.pick(['t3.micro', 't3.small', 'm6i.large']),
    metadata_options: [{ http_endpoint: 'enabled', http_put_response_hop_limit: 1, http_tokens: 'required' }],
    monitoring: true,
    network_interface: [],
    subnet_id: `subnet-${random.hex(17)}`,
    tags: tags(random),
    tags_all: tags(random),
    timeouts: null,
    user_data: script(random),
    volume_tags: null,
    vpc_security_group_ids: [`sg-${random.hex(17)}`, `sg-${random.hex(17)}`],
  }),
  changed: random => ({
    instance_type: 'm6i.xlarge',
    tags: tags(random),
    tags_all: tags(random),
    user_data: script(random),
  }),
  unknown: random => ({
    arn: arn(random, 'ec2'),
    availability_zone: 'eu-west-1a',
    id: `i-${random.hex(17)}`,
    private_dns: `ip-10-0-0-${random.int(256)}.eu-west-1.compute.internal`,
    private_ip: `10.0.0.${random.int(256)}`,
    public_ip: `203.0.113.${random.int(256)}`,
  }),
  sensitive: { credit_specification: [{}], ebs_block_device: [{ tags: {} }], tags: {}, tags_all: {} },
  replacing: 'user_data',
}

const securityGroup: ResourceType = {
  type: 'aws_security_group',
  values: random => ({
    description: `Traffic of ${random.name()}`,
    egress: [rule(random)],
    ingress: Array.from({ length: 6 + random.int(6) }, () => rule(random)),
    name: random.name(),
    name_prefix: '',
    revoke_rules_on_delete: false,
    tags: tags(random),
    tags_all: tags(random),
    timeouts: null,
    vpc_id: `vpc-${random.hex(17)}`,
  }),
  changed: (random, before) => ({
    ingress: [rule(random), ...(before.ingress as JsonObject[]).slice(1).reverse()],
  }),
  unknown: random => ({ arn: arn(random, 'ec2'), id: `sg-${random.hex(17)}`, owner_id: '123456789012' }),
  sensitive: { egress: [{ cidr_blocks: [false] }], ingress: [], tags: {}, tags_all: {} },
  replacing: 'name',
}

const rolePolicy: ResourceType = {
  type: 'aws_iam_role_policy',
  values: random => ({ name: random.name(), name_prefix: '', policy: policy(random), role: random.name() }),
  changed: random => ({ policy: policy(random) }),
  unknown: random => ({ id: `${random.name()}:${random.name()}` }),
  sensitive: {},
  replacing: 'name',
}

const database: ResourceType = {
  type: 'aws_db_instance',
  values: random => ({
    allocated_storage: 20 + random.int(1000),
    apply_immediately: false,
    auto_minor_version_upgrade: true,
    backup_retention_period: 7,
    copy_tags_to_snapshot: true,
    db_subnet_group_name: random.name(),
    deletion_protection: true,
    enabled_cloudwatch_logs_exports: ['postgresql', 'upgrade'],
    domain_dns_ips: Array.from(
      { length: 24 },
      () => `10.${random.int(256)}.${random.int(256)}.${random.int(256)}`,
    ),
    engine: 'postgres',
    engine_version: '16.3',
    identifier: random.name(),
    instance_class: 'db.m6g.large',
    kms_key_id: arn(random, 'kms'),
    multi_az: true,
    monitoring_role_arn: arn(random, 'iam'),
    notes: script(random),
    password: random.secret(20),
    performance_insights_enabled: true,
    publicly_accessible: false,
    storage_encrypted: true,
    tags: tags(random),
    tags_all: tags(random),
    timeouts: null,
    username: random.secret(9),
  }),
  changed: random => ({
    allocated_storage: 2000,
    password: random.secret(20),
    tags: tags(random),
  }),
  unknown: random => ({
    address: `${random.name()}.rds.amazonaws.com`,
    arn: arn(random, 'rds'),
    endpoint: `${random.name()}.rds.amazonaws.com:5432`,
    id: random.name(),
  }),
  sensitive: { enabled_cloudwatch_logs_exports: [false, false], password: true, tags: {}, tags_all: {} },
  replacing: 'identifier',
}

/** The types that generated plans are made of. */
export const resourceTypes: readonly ResourceType[] = [instance, securityGroup, rolePolicy, database]
