import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { adviceOn } from '../../../toolkit/terraform/run/known-errors.ts'
import { annotate, annotationOf } from './annotate.ts'
import { broken, isChanged } from './gate.ts'
import type { Done } from './plan-all.ts'
import type { Published } from './publish.ts'
import { isFailure, type Planned, type Result } from './results.ts'
import type { Told } from './sections.ts'
import type { PlanInputs, spec } from './spec.ts'

/** Tells the log, the outputs and the job summary how it ended. */
export async function reportOf(
  { results }: Done,
  all: readonly Told[],
  published: Published,
  inputs: PlanInputs,
  world: World,
): Promise<Report<typeof spec>> {
  const { context, log, secrets } = world
  annotate(
    results.flatMap(({ root, diagnostics }) =>
      diagnostics.map(one => annotationOf(one, root, context.workspace)),
    ),
    log,
  )
  const plans = results.filter((result): result is Planned => result.outcome === 'planned')
  const summary = secrets.redact(all.map(one => one.summary).join('\n\n'))
  const markdown = join(await world.jobFolder(), 'summary.md')
  await writeFile(markdown, summary, { mode: 0o600 })
  const failures = [
    ...results.filter(isFailure).map(failureOf),
    ...broken(
      inputs['fail-on'],
      plans.map(({ root, plan }) => ({ directory: root.directory, plan })),
    ),
    ...(published.failure === undefined ? [] : [published.failure]),
  ]
  return {
    outputs: {
      changed: results.some(isChangedResult),
      counts: '',
      directories: JSON.stringify(results.map(entry)),
      fingerprint: fingerprints(plans),
      'plan-files': results.flatMap(one => ('planFile' in one ? (one.planFile ?? []) : [])).join('\n'),
      'plan-json': plans.flatMap(one => one.jsonFile ?? []).join('\n'),
      markdown,
      'comment-url': published.url,
    },
    summary,
    ...(failures.length > 0 && { failure: failures.join('\n') }),
  }
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

function fingerprints(plans: readonly Planned[]): string {
  if (plans.length < 2) return plans[0]?.fingerprint ?? ''
  return JSON.stringify(
    Object.fromEntries(plans.map(({ root, fingerprint }) => [root.directory, fingerprint])),
  )
}

function entry(result: Result) {
  return {
    directory: result.root.directory,
    outcome: isFailure(result) && result.outcome === 'planned' ? 'failed' : result.outcome,
    changed: isChangedResult(result),
    ...(result.outcome === 'planned' && {
      fingerprint: result.fingerprint,
      'plan-file': result.planFile,
      'plan-json': result.jsonFile,
    }),
  }
}

/** One line on why a root module failed, and what to do where that is known. */
function failureOf(result: Result): string {
  const error = result.diagnostics.find(({ severity }) => severity === 'error')
  const what = error === undefined ? 'it is not formatted' : error.summary.replace(/\.$/, '')
  const advice = error && adviceOn(error)
  return `'${result.root.directory}': ${what}${advice === undefined ? '' : `. ${advice}`}`
}
