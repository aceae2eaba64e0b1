import { cleanUp, run, type World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { rootModules } from '../../../toolkit/terraform/run/root-modules.ts'
import { findTool, type Tool } from '../../../toolkit/terraform/run/tool.ts'
import { unitsOf } from '../../../toolkit/terraform/run/unit-order.ts'
import { workspaceOf } from '../../../toolkit/terraform/run/workspace.ts'
import { applyAll } from './apply-all.ts'
import { needsReview } from './decide.ts'
import { findReview } from './find-review.ts'
import { type Planning, planRoots } from './plan-roots.ts'
import { reportOf } from './report.ts'
import { reviewOf } from './review.ts'
import { sectionOf } from './sections.ts'
import { type ApplyInputs, spec } from './spec.ts'
import { readOutputs } from './state-outputs.ts'
import { waitForSurvivors } from './survivors.ts'
import { newsFor, writeBack } from './write-back.ts'

export const main = () => run(spec, terraformApply)

/** Where the runner killed the step while Terraform was at work, Terraform still is, and its files are still needed. */
export const post = async () => {
  await waitForSurvivors()
  await cleanUp()
}

/** Plans again, compares with the review, applies what was reviewed, and tells what became of it. */
export async function terraformApply(inputs: ApplyInputs, world: World): Promise<Report<typeof spec>> {
  const named = rootModules(world, inputs)
  const tool = await findTool(world, inputs.tool, named)
  const planning: Planning = { world: forTool(world, tool), tool, inputs }
  const found = tool.name === 'terragrunt' ? await unitsOf(planning.world, tool, named) : named
  const roots = found.map(root => ({ ...root, workspace: workspaceOf(world.env, root, inputs) }))
  const planned = await planRoots(planning, roots)
  const reviewed = await findReview(inputs, world, needsReview(planned, inputs))
  const outcomes = await applyAll(planning, planned, root => reviewOf(reviewed, root))
  const outputs = await readOutputs(planning, outcomes)
  const { context, secrets } = world
  const setting = { reviewed, tool, context, redact: secrets.redact }
  const sections = newsFor(outcomes, reviewed).map(outcome => sectionOf(outcome, setting))
  const url = await writeBack(sections, reviewed, inputs, world)
  return reportOf({ ...setting, outcomes, outputs, url }, world.log)
}

/** Terragrunt is told by variables, as a flag that a version does not know would end it. */
function forTool(world: World, { drives }: Tool): World {
  if (drives === undefined) return world
  const settings = { TG_NON_INTERACTIVE: 'true', TG_NO_COLOR: 'true', TG_TF_PATH: drives.program }
  return { ...world, env: { ...world.env, ...settings } }
}
