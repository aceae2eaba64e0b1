import { cp, mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { registryAnswers } from '../../rehearsal/inspect/provider.ts'
import { program } from '../../test/support/programs/program.ts'
import { type TerraformEnvironment, terraformEnvironment } from '../../test/support/services/terraform.ts'
import { exec } from '../../toolkit/exec/exec.ts'

/** The folders with a configuration, modules first. */
export const MODULES = [
  'argocd',
  'cluster-access',
  'cluster-roles',
  'ecr',
  'eks',
  'github-oidc',
  'network',
  'pod-role',
  'registry-access',
  'server',
  'state-bucket',
].map(name => `modules/${name}`)
export const ROOTS = ['bootstrap', 'ec2']

/** Whether Terraform can have the AWS provider: from a mirror on this machine, or from its registry. */
export async function providerHere(): Promise<boolean> {
  await using surroundings = await terraformEnvironment({ tools: [] })
  return surroundings.awsProvider !== undefined || (await registryAnswers())
}

/** `terraform/` as it is in git's working tree, in a temporary place where Terraform may leave its files. */
export async function copyOfTerraform() {
  const place = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-reference-'))
  const path = join(place.path, 'terraform')
  await cp(join(import.meta.dirname, '..'), path, {
    recursive: true,
    filter: from =>
      !['.terraform', '.terraform.lock.hcl', '.terragrunt-cache', 'test'].includes(basename(from)),
  })
  return { path, [Symbol.asyncDispose]: () => place.remove() }
}

/** Runs Terragrunt without colours and questions; the exit code decides nothing yet. */
export async function terragrunt(
  cwd: string,
  surroundings: TerraformEnvironment,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const settings = { TG_TF_PATH: await program('terraform'), TG_NON_INTERACTIVE: 'true', TG_NO_COLOR: 'true' }
  return exec(await program('terragrunt'), args, {
    cwd,
    env: { ...process.env, ...surroundings.env, ...settings, TG_PARALLELISM: '2', ...env },
    accept: 'any',
  })
}

/** Runs Terraform without colours and questions; the exit code decides nothing yet. */
export async function terraform(
  cwd: string,
  surroundings: TerraformEnvironment,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  return exec(await program('terraform'), args, {
    cwd,
    env: { ...process.env, ...surroundings.env, TF_INPUT: '0', TF_CLI_ARGS: '-no-color', ...env },
    accept: 'any',
  })
}
