import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { planSources } from '../../../toolkit/terraform/plan/paths.ts'
import type { Done } from './plan-all.ts'
import { readPlanned } from './read-planned.ts'
import type { Failed, Planned } from './results.ts'
import type { PlanInputs } from './spec.ts'

/** Reads the files of `plan-json`; one that cannot be read is a failure beside the others. */
export async function givenPlans(inputs: PlanInputs, world: World): Promise<Done> {
  const { workspace } = world.context
  const results: (Planned | Failed)[] = []
  for (const { directory, path } of planSources(inputs['plan-json'], workspace))
    results.push(await readGiven(directory, path, inputs, world))
  const version = results.flatMap(one => ('plan' in one ? (one.plan.terraformVersion ?? []) : []))[0]
  const name = inputs.tool === 'tofu' ? 'OpenTofu' : 'Terraform'
  return { tool: version === undefined ? name : `${name} ${version}`, results }
}

async function readGiven(
  directory: string,
  jsonFile: string,
  inputs: PlanInputs,
  world: World,
): Promise<Planned | Failed> {
  const common = {
    root: { directory, path: join(world.context.workspace, directory) },
    workspace: inputs.workspace ?? 'default',
    diagnostics: [],
  }
  try {
    return await readPlanned(world, { ...common, ok: true, planFile: undefined, jsonFile }, inputs)
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    const error = { severity: 'error', summary: thrown.message, detail: '' } as const
    return { ...common, outcome: 'failed', step: 'reading the plan', diagnostics: [error] }
  }
}
