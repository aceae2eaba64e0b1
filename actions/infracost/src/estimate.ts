import { resolve } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { unknownCost } from '../../../toolkit/cost/cost.ts'
import type { CostProject, CostReport } from '../../../toolkit/cost/report.ts'
import { breakdown, type Pricing, type Source } from './cli/breakdown.ts'
import { findInfracost } from './cli/find.ts'
import { serverFault } from './cli/refusal.ts'
import { apiKey } from './key.ts'
import { is } from './sources.ts'
import type { InfracostInputs } from './spec.ts'

/** What Infracost found out. */
export interface Estimated {
  readonly report: CostReport
  /** Why it found out nothing, where the price server is to blame. */
  readonly failure?: string
}

/** Has Infracost price one set of sources after the other; what is in several is one report each. */
export async function estimator(
  inputs: InfracostInputs,
  world: World,
): Promise<(sources: readonly Source[]) => Promise<Estimated>> {
  const key = apiKey(inputs['api-key'], world)
  const currency = inputs.currency ?? (world.env.INFRACOST_CURRENCY || undefined)
  if (key === undefined) {
    const reason = 'the workflow of a fork gets no secrets, so there is no API key for Infracost'
    world.log.warning(`${reason}: the cost is unknown`)
    return async sources => ({ report: unpriced(sources, currency, reason) })
  }
  const pricing: Pricing = {
    infracost: await findInfracost(inputs.version, world),
    apiKey: key,
    currency,
    usageFile: await existing('usage-file', inputs['usage-file'], world),
    varFiles: inputs['var-files'],
  }
  world.log.info(`Infracost v${pricing.infracost.version}`)
  return sources => estimate(sources, pricing, world)
}

async function estimate(sources: readonly Source[], pricing: Pricing, world: World): Promise<Estimated> {
  const reports: CostReport[] = []
  for (const [index, source] of sources.entries()) {
    world.log.info(`Pricing ${source.directory}`)
    const report = await breakdown(source, pricing, world)
    reports.push(report)
    const fault = serverFault(report.projects.flatMap(({ errors }) => errors))
    // A server that has failed five times over would only be waited for again.
    if (fault !== undefined) {
      const left = sources.slice(index + 1)
      reports.push(unpriced(left, pricing.currency, 'the price server had failed before'))
      const failure = `Infracost's price server fails, so that costs are unknown: ${fault}; run the job again later, or check INFRACOST_PRICING_API_ENDPOINT and the proxy`
      return { report: joined(reports), failure }
    }
  }
  return { report: joined(reports) }
}

function joined(reports: readonly CostReport[]): CostReport {
  return {
    currency: reports[0]?.currency ?? 'USD',
    projects: reports.flatMap(({ projects }) => projects),
  }
}

function unpriced(sources: readonly Source[], currency = 'USD', reason: string): CostReport {
  const nothing = { total: unknownCost, resources: [] }
  const projects = sources.map(
    ({ directory, kind }): CostProject => ({
      name: directory,
      directory,
      workspace: undefined,
      now: nothing,
      past: kind === 'plan' ? nothing : undefined,
      errors: [reason],
      warnings: [],
      unsupported: {},
    }),
  )
  return { currency, projects }
}

async function existing(
  input: string,
  given: string | undefined,
  { context }: World,
): Promise<string | undefined> {
  if (given === undefined) return undefined
  const path = resolve(context.workspace, given)
  // Infracost takes a missing one for an empty one.
  if (!(await is(path, 'file')))
    throw new UserError(`input '${input}' is '${given}', and there is no such file`)
  return path
}
