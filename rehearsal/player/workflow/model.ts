/** Where something stands in a workflow file; both count from 1. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
}

/** A workflow file. Values that may hold expressions are as they stand in the file. */
export interface Workflow {
  /** Within its repository: `.github/workflows/….yml`. */
  readonly path: string
  readonly name: string
  /** By event name; null where an event has no filters. */
  readonly on: Readonly<Record<string, EventFilters | null>>
  readonly env: unknown
  readonly permissions: unknown
  readonly concurrency: unknown
  readonly defaults: RunDefaults
  readonly jobs: readonly Job[]
  /** What the player cannot play, each with its place; such a workflow is not run. */
  readonly unsupported: readonly string[]
}

/** The filters under an event of `on`. */
export interface EventFilters {
  readonly branches?: readonly string[]
  readonly 'branches-ignore'?: readonly string[]
  readonly tags?: readonly string[]
  readonly 'tags-ignore'?: readonly string[]
  readonly paths?: readonly string[]
  readonly 'paths-ignore'?: readonly string[]
  readonly types?: readonly string[]
  readonly workflows?: readonly string[]
  readonly inputs?: Readonly<
    Record<string, { readonly default?: unknown; readonly required?: boolean; readonly type?: string }>
  >
  readonly cron?: readonly string[]
}

export interface RunDefaults {
  readonly shell?: string
  readonly 'working-directory'?: string
}

export interface Job {
  readonly id: string
  readonly name: unknown
  readonly needs: readonly string[]
  /** With `success() &&` in front where no status function was named. */
  readonly condition: string
  readonly runsOn: unknown
  readonly env: unknown
  readonly outputs: unknown
  readonly permissions: unknown
  readonly environment: unknown
  readonly concurrency: unknown
  readonly strategy: unknown
  readonly defaults: RunDefaults
  readonly timeoutMinutes: unknown
  readonly continueOnError: unknown
  readonly steps: readonly Step[]
  readonly place: Place
}

export interface Step {
  readonly id: string
  readonly name: unknown
  readonly condition: string
  readonly env: unknown
  readonly timeoutMinutes: unknown
  readonly continueOnError: unknown
  readonly run: string | undefined
  readonly shell: string | undefined
  readonly workingDirectory: string | undefined
  readonly uses: string | undefined
  readonly with: unknown
  readonly place: Place
}

/** A workflow that GitHub would refuse, or that cannot be played here: each line says where and why. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** `path:line:column: message` */
export function problem({ path, line, column }: Place, message: string): string {
  return `${path}:${line}:${column}: ${message}`
}
