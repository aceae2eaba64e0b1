import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { fingerprint } from '../../../toolkit/terraform/plan/fingerprint.ts'
import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import { planPath } from '../../../toolkit/terraform/plan/paths.ts'
import { readPlan } from '../../../toolkit/terraform/plan/read.ts'
import { initRoot, planRoot } from '../../../toolkit/terraform/run/commands.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import { eachRoot, oneAtATime, sharesPluginCache } from '../../../toolkit/terraform/run/each-root.ts'
import { errorsOf, type Say } from '../../../toolkit/terraform/run/exec-tool.ts'
import { learnSecrets } from '../../../toolkit/terraform/run/learn-secrets.ts'
import { showJson } from '../../../toolkit/terraform/run/read.ts'
import type { RootModule } from '../../../toolkit/terraform/run/root-modules.ts'
import { learnState } from '../../../toolkit/terraform/run/state-secrets.ts'
import type { Tool } from '../../../toolkit/terraform/run/tool.ts'
import type { OrderedUnit } from '../../../toolkit/terraform/run/unit-order.ts'
import { erroredState } from './errored-state.ts'
import type { ApplyInputs } from './spec.ts'

/** A root module to apply, in its workspace; with Terragrunt a unit, which knows what it takes outputs from. */
export type Target = RootModule & { readonly workspace: string } & Partial<Pick<OrderedUnit, 'dependencies'>>

/** A root module and its plan. */
export interface PlannedRoot {
  readonly root: Target
  readonly plan: Plan
  readonly fingerprint: string
  /** The saved plan, and `show -json` of it: both hold secrets in clear. */
  readonly planFile: string
  readonly jsonFile: string
  /** Terragrunt gave it made-up outputs of units that are not applied yet. */
  readonly mocked: boolean
}

/** A root module that could not be planned; the errors are not redacted. */
export interface UnplannedRoot {
  readonly root: Target
  readonly errors: readonly Diagnostic[]
}

/** What planning the root modules takes. */
export interface Planning {
  readonly world: World
  readonly tool: Tool
  readonly inputs: ApplyInputs
}

/** Plans every root module, as the review did; one that fails does not keep the others from being told. */
export function planRoots(
  planning: Planning,
  roots: readonly Target[],
): Promise<(PlannedRoot | UnplannedRoot)[]> {
  const { world, inputs } = planning
  const turn = sharesPluginCache(world.env) ? oneAtATime() : <T>(task: () => Promise<T>) => task()
  return eachRoot(world, roots, inputs.parallel, async (root, say) => {
    demandSavedState(root)
    learnSecrets(world, root, inputs)
    // Terragrunt initialises its units by itself.
    if (planning.tool.name === 'terragrunt') return planInitialised(planning, root, { say })
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
  root: Target,
  { say = world.log.info, name = '' }: { say?: Say; name?: string },
): Promise<PlannedRoot | UnplannedRoot> {
  const folder = await world.jobFolder()
  const [planFile, jsonFile] = [
    planPath(folder, root.directory + name, 'plan'),
    planPath(folder, root.directory + name, 'json'),
  ]
  // Errors and warnings are told at the end: only then is it known what in them must be hidden.
  const held: string[] = []
  const run = await planRoot(world, tool, root, inputs, {
    ...{ out: planFile, say, sayDiagnostic: line => held.push(line) },
  })
  if (!run.ok) {
    await learnState(world, tool, root)
    for (const line of held) say(line)
    return { root, errors: errorsOf(run) }
  }
  await showJson(world, tool, root, { planFile, to: jsonFile })
  const plan = await readPlan(jsonFile, { redact: inputs.redact })
  world.secrets.learn(plan.sensitiveValues)
  for (const line of held) say(line)
  const salt = {
    repository: world.context.repository,
    directory: root.directory,
    workspace: root.workspace,
  }
  const mocked = /mock outputs provided/.test(run.text)
  return { root, plan, fingerprint: await fingerprint(plan.digest, salt), planFile, jsonFile, mocked }
}

function demandSavedState(root: RootModule): void {
  const path = erroredState(root)
  if (path !== undefined)
    throw new UserError(
      `'${path}' holds the state of an earlier apply, which could not be saved. Save it first: run 'state push' with it in '${root.directory}', then remove it`,
    )
}
