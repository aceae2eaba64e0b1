import { dirname, join } from 'node:path'
import { UserError } from '../../action/errors.ts'
import type { World } from '../../action/run.ts'
import { isProgram, programOnPath } from '../../exec/on-path.ts'
import { toolEnvironment } from './environment.ts'
import { type Kind, kindOf, type RootModule } from './root-modules.ts'

/** A program that plans and applies. */
export interface Tool {
  readonly name: Kind
  /** Absolute path of the real program, not of a wrapper. */
  readonly program: string
  /** `1.11.4` */
  readonly version: string
  /** What Terragrunt runs. */
  readonly drives?: Tool
}

const TITLES = { terraform: 'Terraform', tofu: 'OpenTofu', terragrunt: 'Terragrunt' }
const SETUP = {
  terraform: 'hashicorp/setup-terraform',
  tofu: 'opentofu/setup-opentofu',
  terragrunt: 'gruntwork-io/terragrunt-action',
}

/** The tool's name as people write it. */
export function titleOf(tool: Pick<Tool, 'name'>): string {
  return TITLES[tool.name]
}

/**
 * Finds the tool for these root modules.
 * @throws UserError where none is installed, or `auto` cannot tell.
 */
export async function findTool(
  world: Pick<World, 'env' | 'exec' | 'signal'>,
  wanted: Kind | 'auto',
  roots: readonly RootModule[],
): Promise<Tool> {
  const name = wanted === 'auto' ? automatic(roots, world.env) : wanted
  const program = locate(name, world.env)
  if (program === undefined)
    throw new UserError(
      `${TITLES[name]} is needed and '${name}' is not on the PATH; install it in an earlier step, such as ${SETUP[name]}`,
    )
  const version = await versionOf(world, name, program)
  return name === 'terragrunt'
    ? { name, program, version, drives: await driven(world) }
    : { name, program, version }
}

/** What `auto` stands for. */
function automatic(roots: readonly RootModule[], env: NodeJS.ProcessEnv): Kind {
  const kinds = new Map(roots.map(({ directory, path }) => [kindOf(path) ?? 'terraform', directory]))
  const terragrunt = kinds.get('terragrunt')
  const other = kinds.get('tofu') ?? kinds.get('terraform')
  if (terragrunt !== undefined && other !== undefined)
    throw new UserError(
      `input 'tool' is 'auto', but '${terragrunt}' is for Terragrunt and '${other}' is not; run them in two steps, or name the tool`,
    )
  if (terragrunt !== undefined) return 'terragrunt'
  if (kinds.has('tofu')) return 'tofu'
  const installed = (['terraform', 'tofu'] as const).find(name => locate(name, env) !== undefined)
  if (installed === undefined)
    throw new UserError(
      `neither 'terraform' nor 'tofu' is on the PATH; install one in an earlier step, such as ${SETUP.terraform} or ${SETUP.tofu}`,
    )
  return installed
}

/**
 * The program on the PATH. hashicorp/setup-terraform (and its like for OpenTofu) puts a script in its place that
 * returns 0 for every plan and adds lines to its output; the real program lies beside it as `terraform-bin`.
 */
function locate(name: Kind, env: NodeJS.ProcessEnv): string | undefined {
  const found = programOnPath(name, env)
  const real = found && join(dirname(found), `${name}-bin`)
  return real !== undefined && isProgram(real) ? real : found
}

async function versionOf(
  { env, exec, signal }: Pick<World, 'env' | 'exec' | 'signal'>,
  name: Kind,
  program: string,
): Promise<string> {
  const args = name === 'terragrunt' ? ['--version'] : ['version']
  const { stdout, stderr } = await exec(program, args, {
    env: toolEnvironment(env, 'version'),
    signal,
    accept: 'any',
  })
  const version = /\bv?(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1]
  if (version === undefined)
    throw new UserError(
      `'${program} ${args.join(' ')}' tells no version: ${(stderr || stdout).trim().slice(0, 500)}`,
    )
  return version
}

/** Terragrunt's own choice (TG_TF_PATH; default: OpenTofu where it is installed), without a wrapper. */
async function driven(world: Pick<World, 'env' | 'exec' | 'signal'>): Promise<Tool> {
  const { env } = world
  const given = env.TG_TF_PATH || env.TERRAGRUNT_TFPATH
  const program = given || locate('tofu', env) || locate('terraform', env)
  if (program === undefined)
    throw new UserError(
      `Terragrunt needs 'tofu' or 'terraform', and neither is on the PATH; install one in an earlier step`,
    )
  const name = /terraform[^/]*$/.test(program) ? 'terraform' : 'tofu'
  return { name, program, version: await versionOf(world, name, program) }
}
