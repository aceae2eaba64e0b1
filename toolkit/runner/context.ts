import { readFileSync } from 'node:fs'
import { UserError } from '../action/errors.ts'

/**
 * Where the step runs, from the variables that the runner sets
 * (docs.github.com, "Variables reference", default environment variables).
 */
export interface Context {
  readonly eventName: string
  /** The event's payload, as GitHub sent it. */
  readonly event: Event
  /** `owner/name`. */
  readonly repository: string
  readonly sha: string
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/N/merge`. */
  readonly ref: string
  readonly actor: string
  readonly workflow: string
  readonly job: string
  readonly runId: string
  /** From 1; 0 where it is unknown. */
  readonly runNumber: number
  readonly runAttempt: number
  readonly serverUrl: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly workspace: string
  /**
   * The commit that was pushed: on a pull request its head, not the merge commit that `sha` names. On
   * pull_request_target, which runs on the base branch, the commit of that.
   */
  readonly headSha: string
  /** The branch (or tag) that was pushed: on a pull request its head branch. */
  readonly headRef: string
}

/** The parts of an event's payload that steps look at. */
export interface Event {
  readonly number?: number
  readonly action?: string
  readonly pull_request?: {
    readonly number: number
    readonly head: {
      readonly sha: string
      readonly ref: string
      readonly repo?: { readonly full_name: string } | null
    }
    readonly base: { readonly sha: string; readonly ref: string }
    readonly merged?: boolean
    readonly merge_commit_sha?: string | null
  }
  /** Of a comment: what it is on; `pull_request` is there where that is a pull request. */
  readonly issue?: { readonly number: number; readonly pull_request?: object }
  readonly head_commit?: { readonly timestamp?: string } | null
  readonly repository?: { readonly html_url?: string; readonly default_branch?: string }
}

/**
 * Reads the context.
 * @throws UserError where the event file cannot be read.
 */
export function readContext(env: NodeJS.ProcessEnv): Context {
  const event = readEvent(env.GITHUB_EVENT_PATH)
  // pull_request_target runs on the base branch, and that is what its checkout brings.
  const head = env.GITHUB_EVENT_NAME === 'pull_request_target' ? undefined : event.pull_request?.head
  const ref = env.GITHUB_REF ?? ''
  const sha = env.GITHUB_SHA ?? ''
  return {
    eventName: env.GITHUB_EVENT_NAME ?? '',
    event,
    repository: env.GITHUB_REPOSITORY ?? '',
    sha,
    ref,
    actor: env.GITHUB_ACTOR ?? '',
    workflow: env.GITHUB_WORKFLOW ?? '',
    job: env.GITHUB_JOB ?? '',
    runId: env.GITHUB_RUN_ID ?? '',
    runNumber: Number(env.GITHUB_RUN_NUMBER) || 0,
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    graphqlUrl: env.GITHUB_GRAPHQL_URL || 'https://api.github.com/graphql',
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    headSha: head?.sha ?? sha,
    headRef: head?.ref ?? ref.replace(/^refs\/(heads|tags)\//, ''),
  }
}

function readEvent(path: string | undefined): Event {
  if (!path) return {}
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) ?? {}) as Event
  } catch (thrown) {
    throw new UserError(
      `GITHUB_EVENT_PATH names '${path}', which is no readable JSON file: ${(thrown as Error).message}`,
    )
  }
}
