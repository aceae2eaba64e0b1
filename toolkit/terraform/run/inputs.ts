import {
  choice,
  defineInputs,
  field,
  type Inputs,
  integer,
  lines,
  list,
  splitPair,
} from '../../action/fields.ts'

/** The inputs on how to plan, which terraform-plan-comment and terraform-apply share: equal inputs, equal plan. */
export const terraformInputs = defineInputs({
  directories: lines({
    description:
      'The root modules, one a line, relative to the workspace. Globs are allowed (`live/*/`), and `!` before one leaves directories out. With Terragrunt: folders with units at any depth below.',
    default: '.',
  }),
  tool: choice({
    description:
      '`terraform`, `tofu` or `terragrunt`; `auto`: Terragrunt where the directories hold `terragrunt.hcl`, OpenTofu where they hold `.tofu` files, else what is installed, Terraform first.',
    words: ['auto', 'terraform', 'tofu', 'terragrunt'],
    default: 'auto',
  }),
  workspace: field(
    {
      description: 'The Terraform workspace to select; it must exist. Default: the one that is selected.',
    },
    parseWorkspace,
  ),
  'var-files': lines({
    description:
      'Files for `-var-file`, one a line: relative to each root module, or, where none is there, to the workspace.',
  }),
  'backend-config': list(
    {
      description:
        'For `-backend-config`, one a line: `key=value`, or a file as in `var-files`. Values are masked and are not put on the command line.',
      secret: true,
    },
    parseBackendLine,
  ),
  'init-args': list(
    { description: 'More arguments for `init`, one a line, such as `-upgrade`.' },
    argumentParser(['-backend', '-json', '-chdir']),
  ),
  'plan-args': list(
    { description: 'More arguments for `plan`, one a line, such as `-target=aws_instance.web`.' },
    argumentParser(['-out', '-json', '-chdir', '-generate-config-out']),
  ),
  'lock-timeout': field(
    {
      description: 'How long to wait for the state lock that another run holds, such as `0s` or `5m`.',
      default: '60s',
    },
    parseDuration,
  ),
  parallel: integer({
    description: 'How many root modules to work on at the same time.',
    default: '4',
    min: 1,
    max: 32,
  }),
  redact: lines({
    description:
      'Globs of attribute names or paths whose values are hidden besides those that the plan marks as sensitive, one a line, such as `*password*`.',
  }),
})

/** The shared inputs, read. */
export type TerraformInputs = Inputs<typeof terraformInputs>

/** A line of `backend-config`. */
export type BackendConfig = { readonly file: string } | { readonly key: string; readonly value: string }

/** Terraform's own rule: a line with `=` in it is a setting, any other a file. */
function parseBackendLine(line: string): BackendConfig {
  if (!line.includes('=')) return { file: line }
  const [key, value] = splitPair(line)
  return { key, value }
}

/** Terraform's own rule (a name that a URL may hold as it is), and none that its command line takes for a flag. */
function parseWorkspace(name: string): string {
  if (!/^[\w.~$&+=:@][\w.~$&+=:@-]*$/.test(name))
    throw new Error('write the name of a workspace, such as prod')
  return name
}

/** As Go's time.ParseDuration takes it. */
function parseDuration(text: string): string {
  if (!/^(?:0|(?:\d+(?:\.\d+)?(?:ms|[smh]))+)$/.test(text))
    throw new Error('write a duration, such as 0s, 90s or 5m')
  return text
}

function argumentParser(ours: readonly string[]): (line: string) => string {
  return line => {
    if (!line.startsWith('-')) throw new Error('write arguments that begin with -, one a line')
    const name = line.replace(/^--?/, '-').replace(/=.*$/s, '')
    if (ours.includes(name)) throw new Error(`leave out ${name}, which the action sets itself`)
    return line
  }
}
