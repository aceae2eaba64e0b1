import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TerraformInputs } from './inputs.ts'
import type { RootModule } from './root-modules.ts'

/**
 * The workspace that a root module is planned in: the one of the input, of TF_WORKSPACE, or that an earlier step
 * selected there (Terraform notes it in its data directory).
 */
export function workspaceOf(
  env: NodeJS.ProcessEnv,
  { path }: Pick<RootModule, 'path'>,
  inputs: Pick<TerraformInputs, 'workspace'>,
): string {
  return inputs.workspace ?? (env.TF_WORKSPACE || selectedIn(resolve(path, env.TF_DATA_DIR || '.terraform')))
}

function selectedIn(dataDirectory: string): string {
  try {
    return readFileSync(resolve(dataDirectory, 'environment'), 'utf8').trim() || 'default'
  } catch {
    return 'default'
  }
}
