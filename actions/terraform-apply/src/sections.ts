import type { Section } from '../../../toolkit/comment/section.ts'
import type { Context } from '../../../toolkit/runner/context.ts'
import { differences } from '../../../toolkit/terraform/plan/differences.ts'
import { maskPlan } from '../../../toolkit/terraform/plan/masking.ts'
import { type ApplyReport, applySection } from '../../../toolkit/terraform/report/apply-section.ts'
import type { Place } from '../../../toolkit/terraform/report/place.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import { type Tool, titleOf } from '../../../toolkit/terraform/run/tool.ts'
import type { Outcome } from './outcome.ts'
import type { Progress, Step } from './progress.ts'
import { applyDataOf, pullOf, type Reviewed, reviewOf } from './review.ts'
import { failureOf, headlineOf } from './words.ts'

/** What a report needs besides the outcome. */
export interface Setting {
  readonly reviewed: Reviewed
  readonly tool: Tool
  readonly context: Context
  /** Hides every known secret. */
  readonly redact: (text: string) => string
}

/** What became of a root module, as a section of the pull request's comment. */
export function sectionOf(outcome: Outcome, setting: Setting): Section {
  const section = applySection(reportFor(outcome, setting), placeOf(outcome, setting))
  return { ...section, data: dataOf(outcome, setting.reviewed) }
}

function placeOf({ root }: Outcome, { tool, context, reviewed }: Setting): Place {
  const repositoryUrl = `${context.serverUrl}/${context.repository}`
  return {
    ...{ directory: root.directory, workspace: root.workspace, repositoryUrl },
    tool: `${titleOf(tool)} ${tool.version}`,
    headSha: pullOf(reviewed)?.headSha ?? context.sha,
    runUrl: `${repositoryUrl}/actions/runs/${context.runId}`,
  }
}

/** Read again by the next run. What an earlier one left to do stays known until it is done. */
function dataOf(outcome: Outcome, reviewed: Reviewed): Record<string, string> {
  if (outcome.kind === 'applied' || outcome.kind === 'nothing') return { state: 'applied' }
  const left = outcome.kind === 'failed' && 'remainder' in outcome.left ? outcome.left.remainder : undefined
  const remainder = left ? JSON.stringify(left) : applyDataOf(reviewed, outcome.root)?.remainder
  return { state: outcome.kind, ...(remainder !== undefined && { remainder }) }
}

function reportFor(outcome: Outcome, { reviewed, redact }: Setting): ApplyReport {
  const failure = failureOf(outcome, pullOf(reviewed))
  return {
    outcome: outcome.kind,
    headline: headlineOf(outcome),
    failure: failure === undefined ? undefined : redact(failure),
    ...(outcome.kind === 'unplanned' && { errors: redacted(outcome.errors, redact) }),
    ...('applied' in outcome && {
      errors: redacted(outcome.applied.errors, redact),
      progress: redactedProgress(outcome.applied.progress, redact),
    }),
    differences: differencesOf(outcome, reviewed, redact),
  }
}

/** Of the plan with every known secret hidden, as it was reviewed: also those of the environment and other plans. */
function differencesOf(
  outcome: Outcome,
  reviewed: Reviewed,
  redact: Setting['redact'],
): ApplyReport['differences'] {
  if (outcome.kind !== 'refused' || !['differs', 'mocked'].includes(outcome.refusal.reason)) return undefined
  const review = reviewOf(reviewed, outcome.root)
  const plan = maskPlan(outcome.planned.plan, redact)
  return 'approved' in review && review.record ? { of: differences(review.record, plan), plan } : undefined
}

function redacted(errors: readonly Diagnostic[], redact: Setting['redact']): Diagnostic[] {
  return errors.map(error => ({
    ...error,
    ...(error.address !== undefined && { address: redact(error.address) }),
    summary: redact(error.summary),
    detail: redact(error.detail),
  }))
}

function redactedProgress(progress: Progress, redact: Setting['redact']): Progress {
  const hide = (steps: readonly Step[]) =>
    steps.map(step => ({
      ...step,
      address: redact(step.address),
      ...(step.id !== undefined && { id: redact(step.id) }),
    }))
  return {
    applied: hide(progress.applied),
    failed: hide(progress.failed),
    unfinished: hide(progress.unfinished),
    notReached: hide(progress.notReached),
  }
}
