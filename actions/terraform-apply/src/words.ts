import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import { plural } from '../../../toolkit/terraform/report/words.ts'
import type { Diagnostic } from '../../../toolkit/terraform/run/diagnostics.ts'
import { adviceOn } from '../../../toolkit/terraform/run/known-errors.ts'
import type { Outcome } from './outcome.ts'
import { explainRefusal, type Place } from './refusals.ts'

/** In one line, what became of a root module; plain text. */
export function headlineOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'unplanned':
      return 'nothing applied: it could not be planned'
    case 'refused':
      return 'nothing applied: the plan is not approved'
    case 'nothing':
      return 'nothing to apply: the state already is as configured'
    case 'held':
      return outcome.dryRun
        ? 'would be applied (dry run)'
        : 'nothing applied: another root module stopped the run'
    case 'applied':
      return `applied: ${appliedOf(outcome.planned.plan)}`
    case 'failed':
      return `apply ${outcome.applied.cancelled ? 'interrupted' : 'failed'}: ${outcome.applied.progress.applied.length} of ${countOf(outcome.planned.plan.changes.length)} applied`
  }
}

/** Why the step fails because of this root module, and what to do; undefined where it does not. Not redacted. */
export function failureOf(outcome: Outcome, pull: Place['pull']): string | undefined {
  const { directory } = outcome.root
  switch (outcome.kind) {
    case 'unplanned':
      return `'${directory}' could not be planned, so nothing was applied: ${errorLine(outcome.errors)}`
    case 'refused':
      return `not applied: ${explainRefusal(outcome.refusal, { directory, pull })}`
    case 'failed':
      return [
        `the apply of '${directory}' ${outcome.applied.cancelled ? 'was interrupted' : 'failed'}: ${errorLine(outcome.applied.errors)}`,
        nextStep(outcome),
      ].join('\n')
    default:
      return undefined
  }
}

/** What to do after a failed apply. */
export function nextStep({ applied, left }: Extract<Outcome, { kind: 'failed' }>): string {
  if (applied.unsavedState !== undefined)
    return `The state could not be saved: it lies in '${applied.unsavedState}' on this runner and holds secrets. Keep it (output 'errored-state'), save it with 'state push', and apply nothing before`
  return 'remainder' in left
    ? 'What is left is part of the reviewed plan: correct the cause, and run this job again'
    : `What is left differs from the reviewed plan (${left.beyond}): have it planned and reviewed on a new pull request`
}

/** The first error in one line, and its remedy where one is known. */
function errorLine(errors: readonly Diagnostic[]): string {
  const [first, ...rest] = errors.filter(({ summary }) => summary !== 'execution halted')
  if (first === undefined) return 'it was told to stop'
  const { summary, detail, address } = first
  const advice = adviceOn(first)
  return [
    address === undefined ? '' : `${address}: `,
    summary,
    detail === '' ? '' : `: ${detail.trim()}`,
    advice === undefined ? '' : `\n${advice}`,
    rest.length > 0 ? `\n(${rest.length} more errors are in the log)` : '',
  ].join('')
}

function appliedOf({ changes, outputs, invocations, drift, refreshOnly }: Plan): string {
  const acts = changes.filter(({ kind }) => kind !== 'read').length
  if (acts > 0) return countOf(acts)
  if (outputs.length > 0) return plural(outputs.length, 'output')
  if (refreshOnly) return `${countOf(drift.length)} outside taken into the state`
  return plural(invocations.length, 'action')
}

function countOf(changes: number): string {
  return plural(changes, 'change')
}
