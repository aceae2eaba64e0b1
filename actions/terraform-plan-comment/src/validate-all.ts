import type { World } from '../../../toolkit/action/run.ts'
import { initRoot } from '../../../toolkit/terraform/run/commands.ts'
import { eachRoot, oneAtATime, sharesPluginCache } from '../../../toolkit/terraform/run/each-root.ts'
import { allOf, type Say } from '../../../toolkit/terraform/run/exec-tool.ts'
import { learnSecrets } from '../../../toolkit/terraform/run/learn-secrets.ts'
import { type RootModule, rootModules } from '../../../toolkit/terraform/run/root-modules.ts'
import { findTool, type Tool, titleOf } from '../../../toolkit/terraform/run/tool.ts'
import { fmtRoot, validateRoot } from '../../../toolkit/terraform/run/validate.ts'
import type { Done } from './plan-all.ts'
import { validateUnits } from './plan-units.ts'
import type { Validated } from './results.ts'
import type { PlanInputs } from './spec.ts'

/** Checks the formatting and the configuration of every root module, without its backend. */
export async function validateAll(inputs: PlanInputs, world: World): Promise<Done> {
  const roots = rootModules(world, inputs)
  const tool = await findTool(world, inputs.tool, roots)
  const turn = sharesPluginCache(world.env) ? oneAtATime() : <T>(task: () => Promise<T>) => task()
  const results = await eachRoot(world, roots, inputs.parallel, async (root, say) =>
    tool.name === 'terragrunt'
      ? validateUnits(world, tool, root, inputs, say)
      : [await validateOne(world, tool, root, inputs, { say, turn })],
  )
  return { tool: `${titleOf(tool)} ${tool.version}`, results: results.flat() }
}

async function validateOne(
  world: World,
  tool: Tool,
  root: RootModule,
  inputs: PlanInputs,
  { say, turn }: { say: Say; turn: <T>(task: () => Promise<T>) => Promise<T> },
): Promise<Validated> {
  learnSecrets(world, root, { ...inputs, 'var-files': [] })
  const { differences, diagnostics: syntax } = await fmtRoot(world, tool, root)
  for (const { file, diff } of differences) say(`${file} is not formatted:\n${diff}`)
  const init = await turn(() => initRoot(world, tool, root, inputs, { backend: false, say }))
  const checked = init.ok ? await validateRoot(world, tool, root) : init
  // What fmt cannot read, init or validate cannot either, and they say more.
  const found = checked.ok ? [...checked.diagnostics, ...syntax] : allOf(checked)
  const valid = differences.length === 0 && !found.some(({ severity }) => severity === 'error')
  return {
    root,
    workspace: 'default',
    outcome: valid ? 'valid' : 'invalid',
    diagnostics: found,
    formatting: differences,
  }
}
