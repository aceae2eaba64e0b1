import { cleanUp, run, type World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { readAllCosts } from './costs.ts'
import { givenPlans } from './given-plans.ts'
import { reportOf } from './outcome.ts'
import { type Done, planAll } from './plan-all.ts'
import { publish } from './publish.ts'
import { told } from './sections.ts'
import { type PlanInputs, spec } from './spec.ts'
import { validateAll } from './validate-all.ts'

export const main = () => run(spec, planComment)
export const post = cleanUp

/** Plans or validates, comments, and tells what became of it. */
export async function planComment(inputs: PlanInputs, world: World): Promise<Report<typeof spec>> {
  const costs = await readAllCosts(inputs.cost, world)
  const done = await resultsOf(inputs, world)
  const all = told(done, costs, inputs, world)
  const published = await publish(done, all, inputs, world)
  return reportOf(done, all, published, inputs, world)
}

function resultsOf(inputs: PlanInputs, world: World): Promise<Done> {
  if (inputs.mode === 'validate') return validateAll(inputs, world)
  return inputs['plan-json'].length > 0 ? givenPlans(inputs, world) : planAll(inputs, world)
}
