import type { Section } from '../../../comment/section.ts'
import type { Plan } from '../../plan/model.ts'
import type { Diagnostic } from '../../run/diagnostics.ts'
import { applySection } from '../apply-section.ts'
import { type Difference, differenceBlocks } from '../difference.ts'
import { driftIssue } from '../drift-section.ts'
import { failureSection } from '../failure-section.ts'
import { type PlanPlace, planSection } from '../plan-section.ts'
import { textSection } from '../text-section.ts'
import { validateSection } from '../validate-section.ts'
import { change, MIXED, plan, UNKNOWN } from './plans.ts'
import { blocksMarkdown, markdownOf } from './shown.ts'

export const AT: PlanPlace = {
  directory: 'terraform/ec2',
  tool: 'Terraform 1.11.4',
  headSha: '0a3087a4f0c2b1d09e8f7a6b5c4d3e2f1a0b9c8d',
  runUrl: 'https://github.com/maestrops/infra/actions/runs/42',
  repositoryUrl: 'https://github.com/maestrops/infra',
}

const COSTS = new Map([
  ['aws_instance.web["blue"]', '+$15.18/month'],
  ['aws_db_instance.main', '+$24.82/month'],
  ['aws_instance.legacy', '−$7.59/month'],
])

const ERRORS: Diagnostic[] = [
  {
    severity: 'error',
    summary: 'Unsupported argument',
    detail: 'An argument named "instance_typ" is not expected here. Did you mean "instance_type"?',
    address: 'aws_instance.web',
    file: 'main.tf',
    line: 12,
    endLine: 12,
  },
  {
    severity: 'error',
    summary: 'Reference to undeclared input variable',
    detail: 'An input variable with the name "regoin" has not been declared.',
    file: 'providers.tf',
    line: 3,
  },
  ...[4, 9, 14].map(line => ({
    severity: 'warning' as const,
    ...{
      summary: 'Argument is deprecated',
      detail: 'Use domain attribute instead.',
      file: 'network.tf',
      line,
    },
  })),
]

const LOCKED: Diagnostic = {
  severity: 'error',
  summary: 'Error acquiring the state lock',
  detail:
    'Error message: ConditionalCheckFailedException: The conditional request failed\nLock Info:\n  ID:        9db590f1-b6fe-c5f2-2678-8804f089deba\n  Path:      maestrops-state/ec2\n  Operation: OperationTypeApply\n  Who:       runner@fv-az1\n  Created:   2024-07-01 08:15:42.123 +0000 UTC\n\nTerraform acquires a state lock to protect the state from being written by multiple users at the same time.',
}

/** A large plan: more than stands comfortably in a comment. */
export const LARGE: Plan = plan({
  changes: [
    ...Array.from({ length: 6 }, (_, n) =>
      change('delete', `aws_instance.old[${n}]`, { id: `i-0${n}` }, { reason: 'delete_because_count_index' }),
    ),
    change(
      'replace',
      'aws_launch_template.web',
      { name: ['web', 'www'], id: ['lt-1', UNKNOWN] },
      { reason: 'replace_because_cannot_update', replacePaths: ['name'], actions: ['create', 'delete'] },
    ),
    ...Array.from({ length: 20 }, (_, n) =>
      change('update', `module.app.aws_ecs_service.service_${n}`, {
        desired_count: [n, n + 1],
        task_definition: [`arn:aws:ecs:eu-west-1:123456789012:task-definition/app:${n}`, UNKNOWN],
        'tags.Release': ['2024-06', '2024-07'],
      }),
    ),
    ...Array.from({ length: 45 }, (_, n) =>
      change('create', `module.dns.aws_route53_record.record["host-${n}.example.org"]`, {
        ...{ name: `host-${n}`, ttl: 300, type: 'A', 'records[0]': '10.0.0.1', id: UNKNOWN, fqdn: UNKNOWN },
      }),
    ),
  ],
})

const DRIFTED = plan({
  changes: [change('update', 'aws_instance.runner', { instance_type: ['t3.large', 't3.small'] })],
  drift: [
    change('update', 'aws_instance.runner', { instance_type: ['t3.small', 't3.large'] }, { relevant: true }),
  ],
})

const TEXT = `Terraform will perform the following actions:

  # aws_instance.web will be updated in-place
  ~ resource "aws_instance" "web" {
        id            = "i-0123456789abcdef0"
      ~ instance_type = "t3.micro" -> "t3.small"
      + monitoring    = true
    }

Plan: 0 to add, 1 to change, 0 to destroy.
`

const STEPS = {
  applied: [
    { address: 'aws_iam_role.web', kind: 'create' as const, id: 'web', seconds: 1.2 },
    { address: 'aws_instance.web["blue"]', kind: 'create' as const, id: 'i-0a1b2c3d4e5f', seconds: 43 },
    { address: 'aws_security_group_rule.ssh', kind: 'update' as const, seconds: 0.8 },
  ],
  failed: [{ address: 'aws_db_instance.main', kind: 'replace' as const, id: 'db-7XKQ' }],
  unfinished: [],
  notReached: [{ address: 'aws_route53_record.db', kind: 'update' as const }],
}

/** Reports by name, as people see them. */
export const REPORTS: Readonly<Record<string, () => string>> = {
  mixed: () => markdownOf(planSection(MIXED, { ...AT, costs: COSTS })),
  large: () => markdownOf(planSection(LARGE, AT)),
  small: () =>
    markdownOf(
      planSection(
        plan({ changes: [change('create', 'aws_s3_bucket.logs', { bucket: 'logs', id: UNKNOWN })] }),
        AT,
      ),
    ),
  'no-changes': () => markdownOf(planSection(plan(), { ...AT, workspace: 'prod' })),
  midway: () =>
    markdownOf(
      planSection(
        plan({ errored: true, changes: [change('create', 'aws_s3_bucket.logs', { bucket: 'logs' })] }),
        {
          ...AT,
          diagnostics: ERRORS.slice(0, 1),
        },
      ),
    ),
  failed: () => markdownOf(failureSection({ step: 'plan', diagnostics: [LOCKED] }, AT)),
  validate: () =>
    markdownOf(
      validateSection(
        {
          diagnostics: ERRORS,
          formatting: [
            {
              file: 'main.tf',
              line: 4,
              endLine: 5,
              diff: '@@ -4,2 +4,2 @@\n-  ami="x"\n-  type    =  "y"\n+  ami  = "x"\n+  type = "y"',
            },
          ],
        },
        AT,
      ),
    ),
  text: () =>
    markdownOf(textSection(TEXT, "'terraform show -json' failed: the provider's schema is missing", AT)),
  applied: () =>
    markdownOf(
      applySection(
        {
          outcome: 'applied',
          headline: 'applied: 3 changes',
          progress: { ...STEPS, failed: [], notReached: [] },
        },
        AT,
      ),
    ),
  'apply-failed': () => markdownOf(applyFailed()),
  stopped: () => markdownOf(stopped()),
  'drift-issue': () => driftIssue(DRIFTED, AT) ?? '',
  difference: () => blocksMarkdown(differenceBlocks(DIFFERENCES, MIXED)),
  'difference-hidden': () =>
    blocksMarkdown(
      differenceBlocks(
        [{ kind: 'hidden', what: 'plan', key: '', reviewed: undefined, now: undefined, attributes: [] }],
        MIXED,
      ),
    ),
}

function applyFailed(): Section {
  const error: Diagnostic = {
    severity: 'error',
    summary: 'creating RDS DB Instance (main): operation error RDS: CreateDBInstance',
    detail: 'api error InsufficientDBInstanceCapacity: db.t3.medium is not available in eu-west-1a.',
    address: 'aws_db_instance.main',
    file: 'database.tf',
    line: 1,
  }
  const failure =
    "the apply of 'terraform/ec2' failed: aws_db_instance.main could not be created\nWhat is left is part of the reviewed plan: correct the cause, and run this job again"
  return applySection(
    {
      outcome: 'failed',
      headline: 'apply failed: 3 of 5 applied',
      failure,
      errors: [error],
      progress: STEPS,
    },
    AT,
  )
}

const DIFFERENCES: readonly Difference[] = [
  {
    ...{ kind: 'changed', what: 'resource', key: 'aws_db_instance.main' },
    ...{ reviewed: 'update', now: 'delete, create', attributes: ['storage_encrypted'] },
  },
  {
    ...{ kind: 'new', what: 'resource', key: 'aws_instance.legacy' },
    ...{ reviewed: undefined, now: 'delete', attributes: [] },
  },
  {
    ...{ kind: 'changed', what: 'resource', key: 'aws_iam_policy.deploy' },
    ...{ reviewed: 'update', now: 'update', attributes: ['policy'] },
  },
  { kind: 'changed', what: 'output', key: 'endpoint', reviewed: 'update', now: 'update', attributes: [] },
  { kind: 'gone', what: 'resource', key: 'aws_eip.web', reviewed: 'create', now: undefined, attributes: [] },
]

function stopped(): Section {
  const failure =
    "the plan of 'terraform/ec2' is not the one that was reviewed on pull request #12: something changed in between, such as the state, a variable, or another merge. If the differences are wanted, open a pull request to have it planned and reviewed anew"
  const differences = { of: DIFFERENCES, plan: MIXED }
  return applySection(
    { outcome: 'refused', headline: 'nothing applied: the plan is not approved', failure, differences },
    AT,
  )
}
