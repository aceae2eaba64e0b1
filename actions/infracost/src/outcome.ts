import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import type { Change } from '../../../toolkit/cost/change.ts'
import type { Cost } from '../../../toolkit/cost/report.ts'
import { writeCosts } from '../../../toolkit/cost/write.ts'
import { toFixed, toText } from '../../../toolkit/money/decimal.ts'
import type { Estimated } from './estimate.ts'
import { verdictSentence } from './findings.ts'
import type { Limits } from './limits.ts'
import { publish } from './publish.ts'
import { headline, sectionsMarkdown, sectionsOf } from './section.ts'
import type { InfracostInputs, spec } from './spec.ts'
import { percentChange, standings, totalStanding } from './standing.ts'
import { judge, strangers, type Verdict } from './verdict.ts'

/** Judges the costs and tells the log, the files, the outputs and the job summary. */
export async function reportOf(
  { report, failure }: Estimated,
  inputs: InfracostInputs,
  world: World,
): Promise<Report<typeof spec>> {
  const { currency } = report
  const [total, roots] = [totalStanding(report), standings(report)]
  const limits = limitsOf(inputs)
  const verdicts = judge(limits, total, roots)
  const fails = inputs['on-over-budget'] === 'fail'
  const sections = sectionsOf(total, roots, { currency, verdicts, fails })
  const markdown = sectionsMarkdown(sections)
  world.log.info(`Cost: ${headline(total, currency)}`)
  for (const name of strangers(limits, roots))
    world.log.warning(`a limit names '${name}', which is not priced here; this step has ${names(roots)}`)
  const broken = tellVerdicts(verdicts, currency, world.log, fails)
  const percent = percentChange(total, 2)
  const published = await publish(sections, { total, verdicts }, inputs, world)
  const failures = [failure, ...(fails ? broken : []), published.failure]
  const reason = failures.filter(text => text !== undefined).join('; ')
  return {
    outputs: {
      'monthly-cost': exact(total.now),
      'monthly-diff': total.change && exact(total.change),
      percent: percent && toFixed(percent),
      currency,
      'over-budget': overBudget(verdicts),
      json: await keep(world, 'infracost.json', writeCosts(report)),
      markdown: await keep(world, 'infracost.md', markdown),
      'comment-url': published.url,
    },
    summary: markdown,
    ...(reason !== '' && { failure: reason }),
  }
}

function limitsOf(inputs: InfracostInputs): Limits {
  return {
    monthly: inputs['budget-monthly'],
    increase: inputs['max-increase'],
    percent: inputs['max-increase-percent'],
  }
}

function tellVerdicts(
  verdicts: readonly Verdict[],
  currency: string,
  log: World['log'],
  fails: boolean,
): string[] {
  const sentences = (wanted: readonly Verdict['state'][]) =>
    verdicts.filter(({ state }) => wanted.includes(state)).map(verdict => verdictSentence(verdict, currency))
  for (const sentence of sentences(['within', 'not-applicable'])) log.info(sentence)
  const broken = sentences(['over', 'unknown'])
  if (!fails) for (const sentence of broken) log.warning(sentence)
  return broken
}

function overBudget(verdicts: readonly Verdict[]): string {
  const states = new Set(verdicts.map(({ state }) => state))
  return states.has('over') ? 'true' : states.has('unknown') ? 'unknown' : 'false'
}

/** A number that is not the whole truth is no number to calculate with. */
function exact(cost: Cost | Change): string | undefined {
  return cost.complete ? toText(cost.known) : undefined
}

async function keep(world: World, name: string, content: string): Promise<string> {
  const path = join(await world.jobFolder(), name)
  await writeFile(path, content, { mode: 0o600 })
  return path
}

function names(roots: readonly { readonly directory: string | undefined }[]): string {
  return roots.map(({ directory }) => `'${directory}'`).join(', ')
}
