import { resolve } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { against } from '../../../toolkit/cost/baseline.ts'
import { readCosts } from '../../../toolkit/cost/read.ts'
import type { CostReport } from '../../../toolkit/cost/report.ts'
import { secretsOfEnvironment } from '../../../toolkit/redact/environment.ts'
import { createMask, type Mask } from '../../../toolkit/redact/mask.ts'
import { type Estimated, estimator } from './estimate.ts'
import { maskReport } from './mask.ts'
import { codeSources, is, planSources } from './sources.ts'
import type { InfracostInputs } from './spec.ts'

/**
 * What the root modules cost, and what they cost before: read from files, or found out by Infracost.
 * @throws UserError where the inputs do not fit together or files cannot be read.
 */
export async function priced(inputs: InfracostInputs, world: World): Promise<Estimated> {
  const given = (['json', 'plan-json', 'directories'] as const).filter(name => inputs[name].length > 0)
  if (given.length > 1)
    throw new UserError(`inputs '${given[0]}' and '${given[1]}' are both given; choose one of them`)
  switch (given[0]) {
    case 'json':
      return fromJson(inputs, world)
    case 'plan-json':
      return fromPlans(inputs, world)
    case 'directories':
      return fromCode(inputs, world)
    default:
      throw new UserError(
        "there is nothing to price: give 'plan-json', 'directories' or 'json' (the output 'plan-json' of terraform-plan-comment is empty where it made no plan)",
      )
  }
}

async function fromJson(inputs: InfracostInputs, { context, env }: World): Promise<Estimated> {
  const path = (name: string) => resolve(context.workspace, name)
  const reports = await Promise.all(inputs.json.map(name => readCosts(path(name))))
  const [first] = reports
  const currency = first?.currency ?? 'USD'
  const projects = reports.flatMap(
    (report, index) => sameCurrency(report, currency, inputs.json[index] ?? '').projects,
  )
  const mask = createMask(secretsOfEnvironment(env))
  const report = await compared(maskReport({ currency, projects }, mask), inputs, path, mask)
  if (report.projects.length > 0) return { report }
  throw new UserError(`input 'json': ${inputs.json.join(', ')}: Infracost has found nothing to price there`)
}

async function fromPlans(inputs: InfracostInputs, world: World): Promise<Estimated> {
  const path = (name: string) => resolve(world.context.workspace, name)
  const sources = await planSources(inputs['plan-json'], world.context.workspace, world)
  const { report, ...more } = await (await estimator(inputs, world))(sources)
  return { report: await compared(report, inputs, path, sources[0]?.mask ?? (text => text)), ...more }
}

async function fromCode(inputs: InfracostInputs, world: World): Promise<Estimated> {
  const { workspace } = world.context
  const { directories } = inputs
  const sources = await codeSources(directories, workspace, world.env)
  for (const name of ['max-increase', 'max-increase-percent'] as const)
    if (inputs[name].length > 0 && inputs.baseline === undefined)
      throw new UserError(
        `input '${name}' needs something to compare with, and code alone knows no past: give 'baseline', or 'plan-json' instead of 'directories'`,
      )
  const path = (name: string) => resolve(workspace, name)
  const folder = inputs.baseline !== undefined && (await is(path(inputs.baseline), 'directory'))
  const estimate = await estimator(inputs, world)
  if (!folder || inputs.baseline === undefined) {
    const { report, ...more } = await estimate(sources)
    return { report: await compared(report, inputs, path, sources[0]?.mask ?? (text => text)), ...more }
  }
  const root = path(inputs.baseline)
  // A root module that is new is not there yet.
  const before = await estimate(await presentSources(directories, root, world.env))
  const now = await estimate(sources)
  return { ...before, ...now, report: against(now.report, before.report) }
}

async function presentSources(directories: readonly string[], root: string, env: NodeJS.ProcessEnv) {
  const present = await Promise.all(directories.map(directory => is(resolve(root, directory), 'directory')))
  return codeSources(
    directories.filter((_, index) => present[index]),
    root,
    env,
  )
}

/** @param mask for the baseline, whose texts come from the same plans as those of the report. */
async function compared(
  report: CostReport,
  { baseline }: Pick<InfracostInputs, 'baseline'>,
  path: (name: string) => string,
  mask: Mask,
): Promise<CostReport> {
  if (baseline === undefined) return report
  if (await is(path(baseline), 'directory'))
    throw new UserError(
      `input 'baseline' is the folder '${baseline}', which is for 'directories' only; name a JSON file of Infracost`,
    )
  const before = sameCurrency(await readCosts(path(baseline)), report.currency, baseline)
  return against(report, maskReport(before, mask))
}

function sameCurrency(report: CostReport, currency: string, name: string): CostReport {
  if (report.currency === currency) return report
  throw new UserError(
    `'${name}' is in ${report.currency} and the rest in ${currency}; make all of them in one currency`,
  )
}
