import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { fitting } from '../../../toolkit/terraform/report/fitting.ts'
import { isFailure, type Outcome } from './outcome.ts'
import { pullOf } from './review.ts'
import { type Setting, sectionOf } from './sections.ts'
import type { spec } from './spec.ts'
import type { StateOutputs } from './state-outputs.ts'
import { failureOf, headlineOf } from './words.ts'

/** All that a run has to tell. */
export interface Result extends Setting {
  readonly outcomes: readonly Outcome[]
  readonly outputs: StateOutputs
  readonly url: string | undefined
}

/** The outputs, the job summary, and the failure where there is one. */
export function reportOf(
  { outcomes, outputs, url, ...setting }: Result,
  log: World['log'],
): Report<typeof spec> {
  const pull = pullOf(setting.reviewed)
  const failures = outcomes.flatMap(outcome => failureOf(outcome, pull) ?? [])
  for (const outcome of outcomes) log.info(`${outcome.root.directory}: ${headlineOf(outcome)}`)
  const unsaved = outcomes.flatMap(one => (one.kind === 'failed' ? (one.applied.unsavedState ?? []) : []))
  return {
    outputs: {
      applied: outcomes.some(({ kind }) => kind === 'applied') && !outcomes.some(isFailure),
      outputs: outputs.json,
      'outputs-file': outputs.file,
      'errored-state': unsaved.join('\n'),
      'pull-request': pull?.number,
      'comment-url': url,
    },
    summary: summaryOf(outcomes, setting),
    ...(failures.length > 0 && { failure: setting.redact(failures.join('\n')) }),
  }
}

/** GitHub keeps 1 MiB of job summary for a step. */
const ROOM = 1_000_000

function summaryOf(outcomes: readonly Outcome[], setting: Setting): string {
  const pull = pullOf(setting.reviewed)
  const room = ROOM / outcomes.length
  return [
    `## Terraform apply${pull === undefined ? '' : ` · [#${pull.number}](${pull.url})`}`,
    ...outcomes.flatMap(outcome => {
      const { heading, blocks } = sectionOf(outcome, setting)
      return [`### ${heading}`, fitting(blocks, room)]
    }),
  ].join('\n\n')
}
