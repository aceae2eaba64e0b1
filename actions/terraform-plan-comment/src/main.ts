import { cleanUp, run, type World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { reportOf } from './outcome.ts'
import { planAll } from './plan-all.ts'
import { publish } from './publish.ts'
import { told } from './sections.ts'
import { type PlanInputs, spec } from './spec.ts'

export const main = () => run(spec, planComment)
export const post = cleanUp

/** Plans or validates, comments, and tells what became of it. */
export async function planComment(inputs: PlanInputs, world: World): Promise<Report<typeof spec>> {
  const done = await planAll(inputs, world)
  const all = told(done, world)
  const published = await publish(done, all, inputs, world)
  return reportOf(done, all, published, inputs, world)
}
