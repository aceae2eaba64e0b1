import { bool, choice, defineInputs, lines, list, secret } from '../../../toolkit/action/fields.ts'
import { defineAction, type InputsOf } from '../../../toolkit/action/spec.ts'
import { commentKey } from '../../../toolkit/comment/fields.ts'
import { terraformInputs } from '../../../toolkit/terraform/run/inputs.ts'
import { parseCondition } from './gate.ts'

const inputs = defineInputs({
  mode: choice({
    description:
      '`plan` shows what an apply would do; `validate` checks the formatting and the configuration, without credentials; `drift` plans on the default branch, where nothing should be left to do.',
    words: ['plan', 'validate', 'drift'],
    default: 'plan',
  }),
  ...terraformInputs,
  'plan-json': lines({
    description:
      'Ready files of `terraform show -json`, one a line, as `directory=path` or a bare path, instead of running anything.',
  }),
  cost: lines({
    description:
      'Infracost JSON files, one a line: the cost stands beside each resource. Without it, a later step with the infracost action fills it in.',
  }),
  comment: choice({
    description:
      'Where to comment: `auto` on the pull request of the event, where there is one and the token may; `always` fails where that cannot be done; `changes` begins no comment for a plan without changes, but updates the one that is there; `never`.',
    words: ['auto', 'always', 'changes', 'never'],
    default: 'auto',
  }),
  'comment-key': commentKey,
  'fail-on': list(
    {
      description:
        'Fail after reporting, one condition a line: `changes`, `destroy` (replacements destroy too), `replace`, `drift`, `checks`; or an action and a resource type, such as `delete:aws_db_*`.',
    },
    parseCondition,
  ),
  labels: bool({
    description:
      'Label the pull request: `terraform: changes`, `terraform: destroy` or `terraform: no changes`.',
    default: false,
  }),
  issues: bool({
    description: 'In mode `drift`: open, update and close one issue for each root module.',
    default: false,
  }),
  'github-token': secret({
    description: 'Writes the comment and labels (`pull-requests: write`) and the issues (`issues: write`).',
    default: '${{ github.token }}',
  }),
})

/** The contract of terraform-plan-comment. */
export const spec = defineAction({
  name: 'terraform-plan-comment',
  title: 'Terraform plan comment',
  description:
    'Plan Terraform, OpenTofu or Terragrunt root modules and show the whole of it, secrets hidden, in one comment on the pull request.',
  branding: { icon: 'message-square', color: 'purple' },
  inputs,
  outputs: {
    changed: {
      description: '`true` where an apply would change something; in mode `validate`, where `fmt` would.',
    },
    counts: {
      description:
        'JSON: how many objects to `create`, `update`, `replace`, `delete`, `forget`, `import`, `move` and `read`, and how many `outputs`, `drift`, `checks`, `deferred`, `actions`, over all root modules.',
    },
    directories: {
      description:
        'JSON: `[{directory, outcome, changed, counts, fingerprint, plan-file, plan-json}]`; `outcome` is `planned`, `valid`, `invalid` or `failed`.',
    },
    fingerprint: {
      description:
        'What terraform-apply compares: equal for equal plans, and nothing can be read from it. Of several root modules: JSON, by directory.',
    },
    'plan-files': { description: 'Paths of the saved plans, one a line; gone when the job ends.' },
    'plan-json': {
      description:
        'Paths of the `show -json` files, one a line, for the infracost action; readable by this user only, gone when the job ends. They hold secrets in clear.',
    },
    markdown: { description: 'Path of the report as Markdown, secrets hidden; gone when the job ends.' },
    'comment-url': { description: 'The comment; empty where none was written.' },
  },
})

/** The inputs of terraform-plan-comment, read. */
export type PlanInputs = InputsOf<typeof spec>
