import { choice, defineInputs, field, lines, list, secret, text } from '../../../toolkit/action/fields.ts'
import { defineAction, type InputsOf } from '../../../toolkit/action/spec.ts'
import { commentKey, commentToken } from '../../../toolkit/comment/fields.ts'
import { NEWEST, parseVersion } from './cli/version.ts'
import { parseLimit, parsePercentLimit } from './limits.ts'

const inputs = defineInputs({
  directories: lines({
    description:
      'Root modules to price from their code, one a line, relative to the workspace. Code alone knows no past: give `baseline` to see the difference. One of `directories`, `plan-json` and `json` must be given.',
  }),
  'plan-json': lines({
    description:
      'Plans to price, one a line: the `plan-json` output of terraform-plan-comment, or lines `directory=path` of `terraform show -json` files. A plan knows the past by itself.',
  }),
  json: lines({
    description:
      'Ready JSON files of Infracost to report, one a line, instead of running it: of `infracost breakdown`, `diff` or `output` (v0.10), or of `infracost scan --json` (v2).',
  }),
  baseline: text({
    description:
      'What to compare with: a JSON file of Infracost (such as the `json` output of a run on the base branch), or a folder with a checkout of the base branch, in which the same `directories` are priced.',
  }),
  'usage-file': text({
    description: "Infracost's usage file, with what it cannot see in code: requests, traffic, stored bytes.",
  }),
  'var-files': lines({
    description: 'Terraform variable files for `directories`, one a line, relative to the workspace.',
  }),
  'api-key': secret({
    description:
      "Infracost's API key, free at https://dashboard.infracost.io; default: the variable INFRACOST_API_KEY. Not needed for `json`.",
  }),
  currency: field(
    { description: 'The currency to price in, by its ISO 4217 code, such as `EUR`; default: `USD`.' },
    parseCurrency,
  ),
  version: field(
    {
      description: `The version of Infracost to run, v0.10.x; default: the one on PATH where it is v0.10, else v${NEWEST}. What is not there is downloaded from its GitHub release, and its checksum verified.`,
    },
    parseVersion,
  ),
  'budget-monthly': list(
    {
      description:
        'The most that may be paid a month, in `currency`: an amount for all root modules of this step together, or lines `directory=amount`.',
    },
    parseLimit,
  ),
  'max-increase': list(
    { description: 'The most that the monthly cost may grow: an amount, or lines `directory=amount`.' },
    parseLimit,
  ),
  'max-increase-percent': list(
    {
      description:
        'The most that the monthly cost may grow, in percent of what it was: a number, or lines `directory=number`. What was free before has no percentage; use `max-increase` too.',
    },
    parsePercentLimit,
  ),
  'on-over-budget': choice({
    description:
      'What to do where a limit is broken, or cannot be checked because a cost is unknown: `warn`, or `fail` the step.',
    words: ['warn', 'fail'],
    default: 'warn',
  }),
  comment: choice({
    description:
      'Where to comment: `auto` on the pull request of the event, where there is one and the token may; `always` fails where that cannot be done; `changes` begins no comment where the cost stays the same, and `over-budget` none while all limits are kept, but both update the one that is there; `never`.',
    words: ['auto', 'always', 'changes', 'over-budget', 'never'],
    default: 'auto',
  }),
  'comment-key': commentKey,
  'github-token': commentToken,
})

function parseCurrency(given: string): string {
  if (!/^[A-Za-z]{3}$/.test(given)) throw new Error('write the three letters of ISO 4217, such as EUR')
  return given.toUpperCase()
}

/** The contract of infracost. */
export const spec = defineAction({
  name: 'infracost',
  title: 'Infracost',
  description:
    'Show what a Terraform change costs a month in the pull request, beside each resource, and hold it to a budget.',
  branding: { icon: 'dollar-sign', color: 'green' },
  inputs,
  outputs: {
    'monthly-cost': {
      description:
        'The monthly cost of all root modules together, an exact decimal without its currency, usage that is not told left out; empty where it is not wholly known.',
    },
    'monthly-diff': {
      description:
        'How much that is more than before (`-742.64` where it is less); empty where it is not wholly known, or nothing is known about before.',
    },
    percent: {
      description: 'The same in percent of what it was, with two decimals; empty where it was nothing, too.',
    },
    currency: { description: 'The currency of these amounts, by its ISO 4217 code.' },
    'over-budget': {
      description:
        '`true` where a limit is broken, `unknown` where one cannot be checked because a cost is unknown, else `false`.',
    },
    json: {
      description:
        "The path of the costs as Infracost's JSON (0.2), all root modules in one; the input `cost` of terraform-plan-comment and `baseline` of this action take it. Gone after the job.",
    },
    markdown: { description: 'The path of the report in Markdown. Gone after the job.' },
    'comment-url': { description: 'The comment; empty where none was written.' },
  },
})

/** The inputs of infracost, read. */
export type InfracostInputs = InputsOf<typeof spec>
