import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { planLine } from '../../../toolkit/terraform/plan/paths.ts'
import { type Counts, counts } from '../../../toolkit/terraform/report/counts.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import { adviceOn } from '../../../toolkit/terraform/run/known-errors.ts'
import { annotate, annotationsOf } from './annotate.ts'
import { broken, isChanged } from './gate.ts'
import type { Done } from './plan-all.ts'
import type { Published } from './publish.ts'
import { isFailure, type Planned, type Result } from './results.ts'
import { summaryOf, type Told } from './sections.ts'
import type { PlanInputs, spec } from './spec.ts'

// A longer detail stands in the log, in an annotation and in the summary.
const SHORT = 200

/** Tells the log, the outputs and the job summary how it ended. */
export async function reportOf(
  { results }: Done,
  all: readonly Told[],
  published: Published,
  inputs: PlanInputs,
  world: World,
): Promise<Report<typeof spec>> {
  annotate(
    results.flatMap(result => annotationsOf(result, world.context.workspace)),
    world.log,
  )
  for (const { section } of all) world.log.info(`${section.directory}: ${withoutMarkup(section.overview)}`)
  const summary = world.secrets.redact(summaryOf(all))
  const markdown = join(await world.jobFolder(), 'plan.md')
  await writeFile(markdown, summary, { mode: 0o600 })
  const plans = results.filter((result): result is Planned => result.outcome === 'planned')
  const failures = failuresOf(results, plans, published, inputs)
  return {
    outputs: {
      changed: results.some(isChangedResult),
      counts: plans.length === 0 ? undefined : JSON.stringify(total(plans.map(({ plan }) => counts(plan)))),
      directories: JSON.stringify(results.map(entry)),
      fingerprint: fingerprints(plans.filter(({ ok }) => ok)),
      'plan-files': results.flatMap(one => ('planFile' in one ? (one.planFile ?? []) : [])).join('\n'),
      'plan-json': plans.flatMap(lineOf).join('\n'),
      markdown,
      'comment-url': published.url,
    },
    summary,
    ...(failures.length > 0 && { failure: failures.join('\n') }),
  }
}

function failuresOf(
  results: readonly Result[],
  plans: readonly Planned[],
  published: Published,
  inputs: PlanInputs,
): string[] {
  const conditions = inputs['fail-on']
  const readable = plans.map(({ root, plan }) => ({ directory: root.directory, plan }))
  const mode = inputs.mode === 'drift' ? 'drift' : 'plan'
  return [
    ...results.filter(isFailure).map(failureOf),
    ...broken(conditions, mode, readable).map(phrase => `${phrase}, which 'fail-on' forbids`),
    ...results.flatMap(({ root, outcome }) =>
      outcome === 'text' && conditions.length > 0
        ? [`'${root.directory}': 'fail-on' cannot be judged, as only the text of its plan can be read`]
        : [],
    ),
    ...(published.failure === undefined ? [] : [published.failure]),
  ]
}

function isChangedResult(result: Result): boolean {
  switch (result.outcome) {
    case 'planned':
      return isChanged(result.plan)
    case 'text':
      return true
    case 'valid':
    case 'invalid':
      return result.formatting.length > 0
    case 'failed':
      return false
  }
}

function total(all: readonly Counts[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const one of all)
    for (const [name, count] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

function lineOf({ root, jsonFile }: Planned): string[] {
  return jsonFile === undefined ? [] : [planLine({ directory: root.directory, path: jsonFile })]
}

function fingerprints(plans: readonly Planned[]): string {
  if (plans.length < 2) return plans[0]?.fingerprint ?? ''
  return JSON.stringify(
    Object.fromEntries(plans.map(({ root, fingerprint }) => [root.directory, fingerprint])),
  )
}

function entry(result: Result) {
  return {
    directory: result.root.directory,
    outcome: result.outcome === 'planned' && isFailure(result) ? 'failed' : result.outcome,
    changed: isChangedResult(result),
    ...(result.outcome === 'planned' && {
      counts: counts(result.plan),
      // A plan that failed midway is not to be reviewed.
      fingerprint: result.ok ? result.fingerprint : undefined,
      'plan-file': result.planFile,
      'plan-json': result.jsonFile,
    }),
  }
}

/** One line on why a root module failed, and what to do where that is known. */
function failureOf(result: Result): string {
  const error = result.diagnostics.find(({ severity }) => severity === 'error')
  const advice = error && adviceOn(error)
  return `'${result.root.directory}': ${whatFailed(result, error)}${advice === undefined ? '' : `. ${advice}`}`
}

function whatFailed(result: Result, error: Diagnostic | undefined): string {
  if (error !== undefined) return lineOn(error)
  if (result.outcome === 'planned')
    return 'planning failed midway, and the plan tells only what was found until then'
  if (result.outcome !== 'invalid') return 'failed'
  const files = new Set(result.formatting.map(({ file }) => file))
  return `${[...files].join(', ')} not formatted; run 'fmt' there`
}

/** The summary, where it is, and the first sentence of the detail where that is all there is to tell. */
function lineOn({ summary, detail, file, line }: Diagnostic): string {
  const where = file === undefined ? '' : ` (${[file, line].filter(Boolean).join(':')})`
  const short = detail.length > 0 && detail.length <= SHORT ? `: ${detail.replace(/\s+/g, ' ')}` : ''
  return `${summary}${where}${short}`.replace(/\.$/, '')
}

function withoutMarkup(markdown: string): string {
  return markdown.replace(/\*\*|`/g, '')
}
