import type { World } from '../../../toolkit/action/run.ts'
import type { Section } from '../../../toolkit/comment/section.ts'
import { codeCell } from '../../../toolkit/markdown/text.ts'
import { maskPlan } from '../../../toolkit/terraform/plan/masking.ts'
import { approvedText, reviewRecord } from '../../../toolkit/terraform/plan/review.ts'
import { driftIssue, driftSection, driftTitle } from '../../../toolkit/terraform/report/drift-section.ts'
import { failureSection } from '../../../toolkit/terraform/report/failure-section.ts'
import type { Place } from '../../../toolkit/terraform/report/place.ts'
import { type PlanPlace, planSection } from '../../../toolkit/terraform/report/plan-section.ts'
import { planSummary } from '../../../toolkit/terraform/report/plan-summary.ts'
import { textSection } from '../../../toolkit/terraform/report/text-section.ts'
import { validateSection } from '../../../toolkit/terraform/report/validate-section.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import type { Costs } from './costs.ts'
import type { Done } from './plan-all.ts'
import type { Planned, Result, Validated } from './results.ts'
import type { PlanInputs } from './spec.ts'

/** What is told of one root module: in the comment, and whole in the summary. */
export interface Told {
  readonly section: Section
  readonly summary: string
  /** Of a plan in mode `drift`: the issue, whose body is undefined where nothing drifts. */
  readonly issue?: { readonly title: string; readonly body: string | undefined }
}

// GitHub keeps 1 MiB of job summary for a step.
const SUMMARY = 1_000_000

/** How each result is told, with every secret hidden that any of the root modules has taught. */
export function told(
  { tool, results }: Done,
  costs: Costs,
  { mode }: Pick<PlanInputs, 'mode'>,
  world: World,
): Told[] {
  const room = Math.floor(SUMMARY / results.length)
  return results.map(result => {
    const at = placeOf(result, tool, world)
    const hidden = withoutSecrets(result, world.secrets.redact)
    return tell(
      hidden,
      { ...at, mode, costs: costs.get(result.root.directory), roots: results.length },
      room,
      world,
    )
  })
}

/** The summary of the step: an overview where there are several root modules, then each. */
export function summaryOf(all: readonly Told[]): string {
  const rows = all.map(({ section }) => `| ${codeCell(section.directory)} | ${section.overview} |`)
  const overview = all.length > 1 ? [['| root module | result |', '| --- | --- |', ...rows].join('\n')] : []
  return [...overview, ...all.map(({ summary }) => summary)].join('\n\n')
}

type At = Place & {
  readonly costs: ReadonlyMap<string, string> | undefined
  readonly roots: number
  readonly mode: PlanInputs['mode']
}

function tell(result: Result, at: At, room: number, { context }: World): Told {
  const { diagnostics } = result
  switch (result.outcome) {
    case 'planned': {
      if (at.mode === 'drift') return drifted(result, { ...at, diagnostics }, room)
      const section = planSection(result.plan, { ...at, diagnostics })
      return {
        section: result.ok ? { ...section, data: reviewOf(result, context.headSha) } : section,
        summary: planSummary(result.plan, { ...at, diagnostics }, room),
      }
    }
    case 'text':
      return whole(textSection(result.text, result.why, at))
    case 'failed':
      return whole(failureSection({ step: result.step, diagnostics }, at))
    default:
      // Beside the section of a plan on the same directory, not in its place.
      return whole({
        ...validateSection({ diagnostics, formatting: result.formatting }, at),
        action: 'terraform-validate',
      })
  }
}

/** What terraform-apply reads: the whole record, and the least of it, for which there is always room. */
function reviewOf({ plan, fingerprint }: Planned, head: string): Record<string, string> {
  return { review: reviewRecord(plan, fingerprint, head), fingerprint: approvedText({ fingerprint, head }) }
}

function drifted({ plan, ok }: Planned, at: PlanPlace, room: number): Told {
  const told = { section: driftSection(plan, at), summary: planSummary(plan, at, room) }
  // Of a plan that failed midway nobody knows whether nothing drifts.
  return ok ? { ...told, issue: { title: driftTitle(at), body: driftIssue(plan, at) } } : told
}

function whole(section: Section): Told {
  const blocks = section.blocks.map(({ markdown }) => markdown)
  return { section, summary: [`## ${section.heading}`, ...blocks].join('\n\n') }
}

function placeOf({ root, workspace }: Result, tool: string, { context }: World): Place {
  const repositoryUrl = `${context.serverUrl}/${context.repository}`
  return {
    directory: root.directory,
    workspace,
    tool,
    headSha: context.headSha,
    repositoryUrl,
    runUrl: `${repositoryUrl}/actions/runs/${context.runId}`,
  }
}

function withoutSecrets<R extends Result>(result: R, redact: (text: string) => string): R {
  const diagnostics = result.diagnostics.map(one => withoutSecretsIn(one, redact))
  if (result.outcome === 'text') return { ...result, diagnostics, text: redact(result.text) }
  if (result.outcome === 'planned')
    return { ...result, diagnostics, plan: maskPlan((result as Planned).plan, redact) }
  if (result.outcome === 'failed') return { ...result, diagnostics }
  const formatting = (result as Validated).formatting.map(one => ({ ...one, diff: redact(one.diff) }))
  return { ...result, diagnostics, formatting }
}

function withoutSecretsIn(diagnostic: Diagnostic, redact: (text: string) => string): Diagnostic {
  const address = diagnostic.address === undefined ? {} : { address: redact(diagnostic.address) }
  return {
    ...diagnostic,
    ...address,
    summary: redact(diagnostic.summary),
    detail: redact(diagnostic.detail),
  }
}
