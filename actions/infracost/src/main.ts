import { cleanUp, run, type World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { reportOf } from './outcome.ts'
import { priced } from './priced.ts'
import { type InfracostInputs, spec } from './spec.ts'

export const main = () => run(spec, infracost)
export const post = cleanUp

/** Prices root modules, or reads what they cost, judges it and tells. */
export async function infracost(inputs: InfracostInputs, world: World): Promise<Report<typeof spec>> {
  return reportOf(await priced(inputs, world), inputs, world)
}
