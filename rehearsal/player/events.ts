import { exec } from '../../toolkit/exec/exec.ts'
import type { Occurrence } from './decide/triggers.ts'
import type { Repository } from './host.ts'

/** An event as it reaches the workflows of a repository. */
export interface Event {
  readonly occurrence: Occurrence
  readonly repository: Repository
  /** GITHUB_SHA and GITHUB_REF. */
  readonly sha: string
  readonly ref: string
  /** Of a pull request; else ''. */
  readonly headRef: string
  readonly baseRef: string
  readonly actor: string
  readonly payload: Readonly<Record<string, unknown>>
  /** What the pull request brings, and the repository that it comes from; else `sha`, and the repository itself. */
  readonly headSha: string
  readonly headRepository: string
  /** A pull request from another repository: its jobs read only, and get neither secrets nor variables. */
  readonly fromFork: boolean
  /** Of workflow_dispatch. */
  readonly inputs: Readonly<Record<string, unknown>>
}

const ZERO = '0'.repeat(40)

/** A push of one branch or tag that stands already: `after` is its tip unless given. */
export async function pushEvent(
  repository: Repository,
  push: { ref: string; before?: string; after?: string; actor: string },
): Promise<Event> {
  const after = push.after ?? (await git(repository, 'rev-parse', `${push.ref}^{commit}`))
  const before = push.before ?? ((await parentOf(repository, after)) || ZERO)
  const changed = before === ZERO ? undefined : await changedBetween(repository, before, after)
  const commit = await describeCommit(repository, after)
  return {
    occurrence: { name: 'push', ref: push.ref, ...(changed && { changed }) },
    ...plain(repository, after, push.ref, push.actor),
    payload: {
      ref: push.ref,
      before,
      after,
      created: before === ZERO,
      deleted: false,
      forced: false,
      head_commit: commit,
      commits: [commit],
      pusher: { name: push.actor },
      ...common(repository, push.actor),
    },
  }
}

/** What `pull_request` events tell of a pull request; GitHub's API answers with it. */
export interface PullRequest {
  readonly number: number
  readonly head: {
    readonly ref: string
    readonly sha: string
    readonly repo?: { readonly full_name: string } | null
  }
  readonly base: { readonly ref: string; readonly sha: string }
  readonly merge_commit_sha?: string | null
  readonly merged?: boolean
}

/**
 * Something happened to a pull request. Workflows run at the merge commit where there is one; once it was merged, on
 * the branch that it was merged into (docs.github.com, "Contexts reference", github.ref).
 */
export async function pullRequestEvent(
  repository: Repository,
  happened: { action: string; pullRequest: PullRequest; actor: string },
): Promise<Event> {
  const { number, head, base, merged, merge_commit_sha: merge } = happened.pullRequest
  const headRepository =
    head.repo === undefined ? repository.fullName : (head.repo?.full_name ?? 'unknown/repository')
  const ref = merged ? `refs/heads/${base.ref}` : `refs/pull/${number}/merge`
  return {
    occurrence: {
      name: 'pull_request',
      ref: `refs/heads/${base.ref}`,
      action: happened.action,
      changed: await changedBetween(repository, `${base.sha}...${head.sha}`),
    },
    ...plain(repository, merge ?? head.sha, ref, happened.actor),
    headRef: head.ref,
    baseRef: base.ref,
    headSha: head.sha,
    headRepository,
    fromFork: headRepository !== repository.fullName,
    payload: {
      action: happened.action,
      number,
      pull_request: happened.pullRequest,
      ...common(repository, happened.actor),
    },
  }
}

/** Someone pressed "Run workflow" on a branch; `workflow` is the name of its file. */
export async function dispatchEvent(
  repository: Repository,
  dispatch: { workflow: string; branch: string; inputs?: Record<string, unknown>; actor: string },
): Promise<Event> {
  const { workflow, branch, actor, inputs = {} } = dispatch
  const event = await onBranch(repository, 'workflow_dispatch', branch, actor, inputs)
  return { ...event, occurrence: { ...event.occurrence, workflow } }
}

/** A cron line came due; GitHub plays it on the default branch. */
export async function scheduleEvent(
  repository: Repository,
  due: { branch: string; cron: string; actor: string },
): Promise<Event> {
  const event = await onBranch(repository, 'schedule', due.branch, due.actor, {})
  return {
    ...event,
    occurrence: { ...event.occurrence, schedule: due.cron },
    payload: { ...event.payload, schedule: due.cron },
  }
}

/**
 * A run of a workflow has ended. What listens to it is read from the default branch and runs there, whatever branch the
 * run was for (docs.github.com, "Events that trigger workflows", workflow_run).
 */
export async function workflowRunEvent(
  repository: Repository,
  { payload, actor }: { payload: Readonly<Record<string, unknown>>; actor: string },
): Promise<Event> {
  const run = payload.workflow_run as { head_branch: string; name: string }
  const ref = `refs/heads/${(payload.repository as { default_branch: string }).default_branch}`
  const sha = await git(repository, 'rev-parse', `${ref}^{commit}`)
  return {
    occurrence: {
      name: 'workflow_run',
      ref: `refs/heads/${run.head_branch}`,
      action: String(payload.action),
      ran: run.name,
    },
    ...plain(repository, sha, ref, actor),
    payload,
  }
}

async function onBranch(
  repository: Repository,
  name: string,
  branch: string,
  actor: string,
  inputs: Record<string, unknown>,
): Promise<Event> {
  const ref = `refs/heads/${branch}`
  const sha = await git(repository, 'rev-parse', `${ref}^{commit}`)
  return {
    occurrence: { name, ref },
    ...plain(repository, sha, ref, actor),
    inputs,
    payload: { ref, inputs, ...common(repository, actor) },
  }
}

/** What all events have, as it is where no pull request is concerned. */
export function plain(repository: Repository, sha: string, ref: string, actor: string) {
  return {
    repository,
    sha,
    ref,
    actor,
    headRef: '',
    baseRef: '',
    headSha: sha,
    headRepository: repository.fullName,
    fromFork: false,
    inputs: {},
  }
}

function common({ fullName }: Repository, actor: string): Record<string, unknown> {
  const [owner, name] = fullName.split('/')
  return {
    repository: { full_name: fullName, name, owner: { login: owner }, private: true },
    sender: { login: actor, type: 'User' },
  }
}

async function describeCommit(repository: Repository, sha: string): Promise<Record<string, unknown>> {
  const text = await git(repository, 'show', '-s', '--format=%T%x00%cI%x00%an%x00%ae%x00%B', sha)
  const [tree, timestamp, name, email, message = ''] = text.split('\0')
  return { id: sha, tree_id: tree, timestamp, message: message.trimEnd(), author: { name, email } }
}

async function parentOf(repository: Repository, sha: string): Promise<string> {
  const parents = await git(repository, 'show', '-s', '--format=%P', sha)
  return parents.split(' ')[0] ?? ''
}

async function changedBetween(repository: Repository, ...range: string[]): Promise<string[]> {
  const names = await git(repository, 'diff', '--name-only', '--no-renames', '-z', ...range)
  return names.split('\0').filter(name => name !== '')
}

async function git({ path }: Repository, ...args: string[]): Promise<string> {
  return (await exec('git', ['-C', path, ...args])).stdout.trim()
}
