import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { secretsOfEnvironment } from '../../../toolkit/redact/environment.ts'
import { createMask } from '../../../toolkit/redact/mask.ts'
import { planSources as planFiles } from '../../../toolkit/terraform/plan/paths.ts'
import { readPlan } from '../../../toolkit/terraform/plan/read.ts'
import type { Source } from './cli/breakdown.ts'
import { tidyDirectory } from './limits.ts'

/**
 * Root modules by their code.
 * @param root the folder that the directories are relative to.
 * @throws UserError where one is not there.
 */
export async function codeSources(
  directories: readonly string[],
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<Source[]> {
  const mask = createMask(secretsOfEnvironment(env))
  const tidy = [...new Set(directories.map(tidyDirectory))]
  for (const directory of tidy)
    if (!(await is(resolve(root, directory), 'directory')))
      throw new UserError(`input 'directories' names '${directory}', and there is no such folder in ${root}`)
  return tidy.map(directory => ({ directory, kind: 'code', path: directory, root, mask }))
}

/**
 * Root modules by their plans, each line as terraform-plan-comment's output `plan-json` has it, or `directory=path`.
 * What any of the plans marks as sensitive is hidden in all that is told of them.
 * @throws UserError where a file is not there, or is no plan.
 */
export async function planSources(
  lines: readonly string[],
  root: string,
  { env, secrets }: Pick<World, 'env' | 'secrets'>,
): Promise<Source[]> {
  const plans: Pick<Source, 'directory' | 'path' | 'partial'>[] = []
  const hidden = new Set(secretsOfEnvironment(env))
  for (const { directory, path } of planFiles(lines, root)) {
    if (!(await is(path, 'file')))
      throw new UserError(`input 'plan-json' names '${path}', and there is no such file`)
    const { sensitiveValues, errored } = await readPlan(path, { redact: [] })
    secrets.learn(sensitiveValues)
    for (const value of sensitiveValues) hidden.add(value)
    plans.push({ directory, path, partial: errored })
  }
  const mask = createMask(hidden)
  return plans.map(plan => ({ ...plan, kind: 'plan', root, mask }))
}

/** Whether there is a file, or a folder, of that name. */
export async function is(path: string, kind: 'file' | 'directory'): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return (kind === 'file' ? found?.isFile() : found?.isDirectory()) ?? false
}
