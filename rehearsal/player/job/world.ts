import type { Scope } from '../../../test/support/runner/expressions.ts'
import type { Masks } from '../../../test/support/runner/masks.ts'
import type { Annotation } from '../../../test/support/runner/output.ts'
import type { Permissions } from '../decide/permissions.ts'
import type { Host } from '../host.ts'

/** What the steps of one job share. */
export interface JobWorld {
  readonly host: Host
  readonly permissions: Permissions
  readonly token: string
  readonly masks: Masks
  readonly workspace: string
  readonly temp: string
  /** The machine's, the runner's and GitHub's variables; the job's own come on top. */
  readonly env: Readonly<Record<string, string>>
  /** What steps put into GITHUB_ENV and GITHUB_PATH so far. */
  readonly exported: Record<string, string>
  readonly path: string[]
  /** What to do when the steps are through, the last first. */
  readonly posts: Post[]
}

/** The second half of an action. */
export interface Post {
  readonly name: string
  readonly kind: string
  readonly condition: string
  readonly play: (call: StepCall) => Promise<Outcome>
  readonly with: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

/** One step as it is about to run: everything evaluated. */
export interface StepCall {
  readonly world: JobWorld
  readonly name: string
  readonly with: Readonly<Record<string, string>>
  /** Its `env` and all below it, without the machine's. */
  readonly env: Readonly<Record<string, string>>
  readonly scope: Scope
  /** Adds a line to its log. */
  readonly show: (line: string) => void
  readonly signal: AbortSignal
}

/** How one step ended. */
export interface Outcome {
  readonly ok: boolean
  readonly outputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly path: readonly string[]
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** What was done in the place of an action. */
  readonly standIn?: string
}

/** A step that went well and left nothing. */
export const done: Outcome = { ok: true, outputs: {}, env: {}, path: [], summary: '', annotations: [] }
