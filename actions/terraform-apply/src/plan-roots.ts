import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import { readPlan } from '../../../toolkit/terraform/plan/read.ts'
import { initRoot, planRoot } from '../../../toolkit/terraform/run/commands.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import { eachRoot, oneAtATime, sharesPluginCache } from '../../../toolkit/terraform/run/each-root.ts'
import { errorsOf, type Say } from '../../../toolkit/terraform/run/exec-tool.ts'
import { addSecrets, learnSecrets } from '../../../toolkit/terraform/run/learn-secrets.ts'
import { showJson } from '../../../toolkit/terraform/run/read.ts'
import type { RootModule } from '../../../toolkit/terraform/run/root-modules.ts'
import type { Tool } from '../../../toolkit/terraform/run/tool.ts'
import type { ApplyInputs } from './spec.ts'
import { fingerprint, planPath } from './stand-in.ts'

/** A root module and its plan. */
export interface PlannedRoot {
  readonly root: RootModule
  readonly plan: Plan
  readonly fingerprint: string
  /** The saved plan, and `show -json` of it: both hold secrets in clear. */
  readonly planFile: string
  readonly jsonFile: string
}

/** A root module that could not be planned; the errors are not redacted. */
export interface UnplannedRoot {
  readonly root: RootModule
  readonly errors: readonly Diagnostic[]
}

/** What planning the root modules takes. */
export interface Planning {
  readonly world: World
  readonly tool: Tool
  readonly inputs: ApplyInputs
}

/** Terraform writes the state here where it cannot save it. */
export const ERRORED_STATE = 'errored.tfstate'

/** Plans every root module, as the review did; one that fails does not keep the others from being told. */
export function planRoots(
  planning: Planning,
  roots: readonly RootModule[],
): Promise<(PlannedRoot | UnplannedRoot)[]> {
  const { world, inputs } = planning
  const turn = sharesPluginCache(world.env) ? oneAtATime() : <T>(task: () => Promise<T>) => task()
  return eachRoot(world, roots, inputs.parallel, async (root, say) => {
    demandSavedState(root)
    learnSecrets(world, root, inputs)
    const init = await turn(() => initRoot(world, planning.tool, root, inputs, { say }))
    return init.ok ? planInitialised(planning, root, { say }) : { root, errors: errorsOf(init) }
  })
}

/**
 * Plans a root module that is initialised.
 * @param name tells the files of a second plan from those of the first.
 */
export async function planInitialised(
  { world, tool, inputs }: Planning,
  root: RootModule,
  { say = world.log.info, name = '' }: { say?: Say; name?: string },
): Promise<PlannedRoot | UnplannedRoot> {
  const folder = await world.jobFolder()
  const [planFile, jsonFile] = [
    planPath(folder, root.directory + name, 'plan'),
    planPath(folder, root.directory + name, 'json'),
  ]
  const run = await planRoot(world, tool, root, inputs, { out: planFile, say })
  if (!run.ok) return { root, errors: errorsOf(run) }
  await showJson(world, tool, root, { planFile, to: jsonFile })
  const plan = await readPlan(jsonFile, { redact: inputs.redact })
  addSecrets(world, plan.sensitiveValues)
  const salt = {
    repository: world.context.repository,
    directory: root.directory,
    workspace: inputs.workspace ?? (world.env.TF_WORKSPACE || 'default'),
  }
  return { root, plan, fingerprint: await fingerprint(plan.digest, salt), planFile, jsonFile }
}

function demandSavedState(root: RootModule): void {
  const path = join(root.path, ERRORED_STATE)
  if (existsSync(path))
    throw new UserError(
      `'${join(root.directory, ERRORED_STATE)}' holds the state of an earlier apply, which could not be saved. Save it first: run 'state push ${ERRORED_STATE}' in '${root.directory}', then remove it`,
    )
}
