import { writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { program } from '../programs/program.ts'
import type { Aws } from './aws.ts'
import { openPremises } from './premises.ts'
import { findMirrors, type ProviderMirror } from './provider-mirror.ts'

/** Programs that read Terraform's configurations. */
export type TerraformTool = 'terraform' | 'tofu' | 'terragrunt' | 'infracost'

export interface TerraformOptions {
  /** What must be on PATH; default: terraform. */
  readonly tools?: readonly TerraformTool[]
  /** The fake AWS that the AWS provider and the S3 backend talk to. */
  readonly aws?: Pick<Aws, 'env'>
}

/** Surroundings in which Terraform and its like work without a network. */
export interface TerraformEnvironment extends AsyncDisposable {
  /** To be added to a program's environment. */
  readonly env: Readonly<Record<string, string>>
  /**
   * The newest version of the AWS provider that is at hand, in a mirror on this machine. Absent where there is none:
   * it is too big to be built, and no package registry has it. `terraform_data` needs no provider.
   */
  readonly awsProvider: string | undefined
}

/**
 * Makes surroundings for Terraform, OpenTofu and Terragrunt: providers come from the machine's mirrors, all others
 * from their registry; nobody's own settings, credentials or profiles count.
 *
 * With a fake AWS, `provider "aws" {}` works as it stands, without `skip_…` or `endpoints`: the provider takes
 * endpoint, keys and region from the variables, and asks the fake one who it is. The S3 backend does the same, with
 * `use_lockfile`; it addresses buckets by path, because the endpoint is a number and not a name.
 */
export async function terraformEnvironment(options: TerraformOptions = {}): Promise<TerraformEnvironment> {
  const { tools = ['terraform'], aws } = options
  const folders = await Promise.all(tools.map(async tool => dirname(await program(tool))))
  const mirrors = await findMirrors()
  const premises = await openPremises('terraform')
  const config = join(premises.folder, 'terraform.tfrc')
  await writeFile(config, cliConfig(mirrors))
  return {
    env: {
      PATH: [...new Set(folders), process.env.PATH ?? ''].join(delimiter),
      TF_CLI_CONFIG_FILE: config,
      CHECKPOINT_DISABLE: '1',
      ...(aws && { ...aws.env, ...NOBODYS_AWS }),
    },
    awsProvider: mirrors
      .flatMap(({ providers }) => providers['registry.terraform.io/hashicorp/aws'] ?? [])
      .at(-1),
    [Symbol.asyncDispose]: () => premises[Symbol.asyncDispose](),
  }
}

const NOBODYS_AWS = {
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_PROFILE: '',
}

/** The text of a CLI configuration: from a mirror comes what it holds, and nothing else. */
function cliConfig(mirrors: readonly ProviderMirror[]): string {
  const list = (items: readonly string[]) => `[${items.map(item => JSON.stringify(item)).join(', ')}]`
  const held = mirrors.map(({ providers }) => Object.keys(providers))
  return [
    'disable_checkpoint = true',
    'provider_installation {',
    ...mirrors.flatMap(({ path }, index) => [
      '  filesystem_mirror {',
      `    path    = ${JSON.stringify(path)}`,
      `    include = ${list(held[index] ?? [])}`,
      '  }',
    ]),
    '  direct {',
    `    exclude = ${list(held.flat())}`,
    '  }',
    '}',
    '',
  ].join('\n')
}
