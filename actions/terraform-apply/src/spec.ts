import { choice, defineInputs, integer, secret, text } from '../../../toolkit/action/fields.ts'
import { defineAction, type InputsOf } from '../../../toolkit/action/spec.ts'
import { terraformInputs } from '../../../toolkit/terraform/run/inputs.ts'

const inputs = defineInputs({
  ...terraformInputs,
  approve: choice({
    description:
      '`reviewed` applies only a plan that equals the one that was reviewed on the merged pull request; `auto` applies whatever is planned.',
    words: ['reviewed', 'auto'],
    default: 'reviewed',
  }),
  'pull-request': integer({
    description:
      'The number of the pull request with the review, such as an input of workflow_dispatch; default: the one that the commit of this run was merged with.',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
  }),
  'comment-key': text({
    description: 'Which comment holds the reviewed plan: the `comment-key` of terraform-plan-comment.',
    default: 'infrastructure',
  }),
  'github-token': secret({
    description:
      "Finds the pull request, reads the review and writes back what was applied (`contents: read`, `pull-requests: write`). It must be of the same owner as terraform-plan-comment's.",
    default: '${{ github.token }}',
  }),
})

/** The contract of terraform-apply. */
export const spec = defineAction({
  name: 'terraform-apply',
  title: 'Terraform apply',
  description:
    'Apply, on merge, exactly the Terraform, OpenTofu or Terragrunt plan that was reviewed on the pull request, and nothing else.',
  branding: { icon: 'check-circle', color: 'green' },
  inputs,
  outputs: {
    applied: {
      description:
        '`true` where changes were applied, all of them; `false` where nothing was to do, or on a dry run.',
    },
    outputs: {
      description:
        'JSON: the values of the outputs by name, sensitive ones left out; of several root modules, by directory first.',
    },
    'outputs-file': {
      description:
        'Path of the whole `output -json`, sensitive values included (of several root modules, by directory first): readable by this user only, gone when the job ends.',
    },
    'errored-state': {
      description:
        'Path of a state that could not be saved after an apply, one a line; it holds secrets. Empty where all is well.',
    },
    'pull-request': {
      description: 'The number of the pull request with the review; empty where there is none.',
    },
    'comment-url': { description: 'The comment that tells what was applied; empty where none was written.' },
  },
})

/** The inputs of terraform-apply, read. */
export type ApplyInputs = InputsOf<typeof spec>
