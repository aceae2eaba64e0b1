import type { World } from '../../../toolkit/action/run.ts'
import { eachRoot, oneAtATime, sharesPluginCache } from '../../../toolkit/terraform/run/each-root.ts'
import { type RootModule, rootModules } from '../../../toolkit/terraform/run/root-modules.ts'
import { findTool, titleOf } from '../../../toolkit/terraform/run/tool.ts'
import { planOne } from './plan-one.ts'
import { planUnits } from './plan-units.ts'
import type { Result } from './results.ts'
import type { PlanInputs } from './spec.ts'

/** What was done, and with what. */
export interface Done {
  /** `Terraform 1.11.4` */
  readonly tool: string
  readonly results: readonly Result[]
}

/** Plans every root module. @throws UserError where a directory is none, or the tool is missing. */
export async function planAll(inputs: PlanInputs, world: World): Promise<Done> {
  const roots = rootModules(world, inputs)
  const tool = await findTool(world, inputs.tool, roots)
  const turn = sharesPluginCache(world.env) ? oneAtATime() : <T>(task: () => Promise<T>) => task()
  const results = await eachRoot<RootModule, readonly Result[]>(
    world,
    roots,
    inputs.parallel,
    async (root, say) =>
      tool.name === 'terragrunt'
        ? planUnits(world, tool, root, inputs, say)
        : [await planOne(world, tool, root, inputs, { say, turn })],
  )
  return { tool: `${titleOf(tool)} ${tool.version}`, results: results.flat() }
}
