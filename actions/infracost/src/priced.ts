import { resolve } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { against } from '../../../toolkit/cost/baseline.ts'
import { readCosts } from '../../../toolkit/cost/read.ts'
import type { CostReport } from '../../../toolkit/cost/report.ts'
import type { InfracostInputs } from './spec.ts'

/** What the root modules cost: read from files, or found out by Infracost. */
export interface Priced {
  readonly report: CostReport
  /** Why nothing could be priced, where the price server or the key is to blame and not the code. */
  readonly failure?: string
}

/** @throws UserError where the inputs do not fit together or files cannot be read. */
export async function priced(inputs: InfracostInputs, world: World): Promise<Priced> {
  const report = await fromFiles(inputs.json, world)
  if (inputs.baseline === undefined) return { report }
  const baseline = await readCosts(resolve(world.context.workspace, inputs.baseline))
  return { report: against(report, sameCurrency(baseline, report.currency, inputs.baseline)) }
}

async function fromFiles(paths: readonly string[], { context }: World): Promise<CostReport> {
  const reports = await Promise.all(paths.map(path => readCosts(resolve(context.workspace, path))))
  const [first] = reports
  if (first === undefined) throw new UserError("give 'json'")
  const projects = reports.flatMap(
    (report, index) => sameCurrency(report, first.currency, paths[index] ?? '').projects,
  )
  return { currency: first.currency, projects }
}

function sameCurrency(report: CostReport, currency: string, path: string): CostReport {
  if (report.currency === currency) return report
  throw new UserError(
    `'${path}' is in ${report.currency} and the rest in ${currency}; make all with the same 'currency'`,
  )
}
