import type { Annotation } from '../../test/support/runner/output.ts'
import type { Permissions } from './decide/permissions.ts'
import type { Conclusion } from './decide/status.ts'

/** What an event set off. */
export interface Played {
  readonly runs: readonly WorkflowRun[]
  /** Workflows that the event did not start, and why. */
  readonly notStarted: readonly { readonly workflow: string; readonly why: string }[]
}

/** One run of one workflow. */
export interface WorkflowRun {
  readonly workflow: string
  readonly path: string
  readonly repository: string
  readonly event: string
  readonly ref: string
  readonly sha: string
  readonly runId: number
  readonly runNumber: number
  readonly runAttempt: number
  readonly conclusion: Conclusion
  readonly jobs: readonly JobRun[]
  /** When it began, and how long it took, in milliseconds. */
  readonly startedAt: Date
  readonly duration: number
}

/** One job, or one combination of a matrix. */
export interface JobRun {
  readonly id: string
  readonly name: string
  readonly conclusion: Conclusion
  readonly permissions: Permissions
  readonly environment: string | undefined
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: readonly StepRun[]
  /** What the player itself had to say: an approval, a time limit, a refused output. */
  readonly remarks: readonly string[]
  readonly startedAt: Date
  readonly duration: number
}

export interface StepRun {
  readonly name: string
  /** The action or `run`. */
  readonly kind: string
  /** Set where something stood in for an action: what it did instead. */
  readonly standIn: string | undefined
  /** Before and after `continue-on-error`. */
  readonly outcome: Conclusion
  readonly conclusion: Conclusion
  readonly outputs: Readonly<Record<string, string>>
  /** The lines that GitHub would show, secrets hidden. */
  readonly log: readonly string[]
  /** Markdown of the job summary. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly startedAt: Date
  readonly duration: number
}

/** What happens while an event is played, for a line on the screen. */
export type Progress =
  | { readonly at: 'job-start'; readonly workflow: string; readonly job: string }
  | { readonly at: 'step-start'; readonly workflow: string; readonly job: string; readonly step: string }
  | { readonly at: 'step-end'; readonly workflow: string; readonly job: string; readonly step: StepRun }
  | { readonly at: 'job-end'; readonly workflow: string; readonly job: JobRun }
