import type { Account } from './accounts.ts'
import type { Repository } from './repositories.ts'
import type { BodyOf } from './router.ts'

/** A commit status. */
export interface Status {
  readonly id: number
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: Account
  readonly createdAt: Date
}

export type CheckRunChange = Partial<BodyOf<'checks/update'>>
export type Annotation = NonNullable<NonNullable<CheckRunChange['output']>['annotations']>[number]

/** A check run, as its updates left it. */
export interface CheckRun {
  readonly id: number
  readonly sha: string
  readonly creator: Account
  readonly startedAt: Date
  name: string
  given: CheckRunChange
  /** Annotations add up over updates. */
  readonly annotations: Annotation[]
}

export interface Deployment {
  readonly id: number
  readonly sha: string
  readonly ref: string
  readonly task: string
  readonly environment: string
  readonly description: string | null
  readonly payload: Record<string, unknown> | string
  readonly creator: Account
  readonly createdAt: Date
  readonly statuses: DeploymentStatus[]
}

export interface DeploymentStatus {
  readonly id: number
  readonly given: BodyOf<'repos/create-deployment-status'>
  readonly creator: Account
  readonly createdAt: Date
}

/** The newest status of each context of a commit. */
export function latestStatuses(repository: Repository, sha: string): Status[] {
  const latest = new Map<string, Status>()
  for (const status of repository.statuses) if (status.sha === sha) latest.set(status.context, status)
  return [...latest.values()]
}

/** Whether a status or check run of this name succeeded on a commit. */
export function hasPassed(repository: Repository, sha: string, name: string): boolean {
  return (
    latestStatuses(repository, sha).some(({ context, state }) => context === name && state === 'success') ||
    repository.checkRuns.some(
      run => run.sha === sha && run.name === name && run.given.conclusion === 'success',
    )
  )
}
