/** What GitHub would send to a webhook, or start a workflow with. */
import { ACTIONS_BOT, type Account } from './accounts.ts'
import { isoDate } from './commit-object.ts'
import type { Contract } from './contract.ts'
import type { PullRequest } from './conversation.ts'
import { changesBetween, EMPTY_TREE } from './diffs.ts'
import { commitsBetween, git, isAncestor, resolve, ZERO } from './git-store.ts'
import type { Hub, RefUpdate } from './hub.ts'
import type { Queued } from './merge-queue.ts'
import type { Records } from './records.ts'
import type { Repository } from './repositories.ts'
import type { Run } from './runs.ts'
import { accountOf, commitOf, simpleCommitView } from './views/commits.ts'
import { htmlUrl } from './views/git.ts'
import { userView } from './views/people.ts'
import { pullView } from './views/pulls.ts'
import { repositoryView } from './views/repository.ts'
import { runView, workflowView } from './views/runs.ts'

export type EventName = 'push' | 'pull_request' | 'merge_group' | 'workflow_run'
export type Payload = Readonly<Record<string, unknown>>

/** What a listener learns beside the payload. */
export interface EventAbout {
  readonly event: EventName
  /** `owner/name` */
  readonly repository: string
  readonly actor: string
  /** What a job's own GITHUB_TOKEN does starts no workflows (docs.github.com, "Triggering a workflow"). */
  readonly startsWorkflows: boolean
}
export type Listener = (payload: Payload, about: EventAbout) => void

/** The listeners of one server. */
export function createEvents(contract: Contract, { violations }: Records) {
  const listeners: { name: EventName; listener: Listener }[] = []
  return {
    on(name: EventName, listener: Listener): void {
      listeners.push({ name, listener })
    },
    /** Makes the payload only where somebody listens. */
    async emit(
      event: EventName,
      repository: Repository,
      by: Account,
      payload: () => Promise<Payload>,
    ): Promise<void> {
      const interested = listeners.filter(({ name }) => name === event)
      if (interested.length === 0) return
      const made = await payload()
      const schema = ['webhook', event, made.action]
        .filter(part => part !== undefined)
        .join('-')
        .replaceAll('_', '-')
      const problems = contract.event(schema, made)
      if (problems.length > 0) violations.push({ side: 'event', operation: schema, problems })
      const startsWorkflows = by.login !== ACTIONS_BOT
      const about = { event, repository: repository.fullName, actor: by.login, startsWorkflows }
      for (const { listener } of interested) listener(made, about)
    },
  }
}
export type Events = ReturnType<typeof createEvents>

/** The payload of a push of one ref. */
export async function pushPayload(
  hub: Hub,
  repository: Repository,
  { ref, before, after }: RefUpdate,
  by: Account,
): Promise<Payload> {
  const [isNew, isGone] = [before === ZERO, after === ZERO]
  // A tag may stand between the ref and its commit.
  const tip = isGone ? undefined : await resolve(repository.path, after)
  const shas = tip === undefined ? [] : await pushedCommits(repository, ref, before, tip)
  const commits = await Promise.all(shas.map(sha => pushedCommit(hub, repository, sha)))
  const view = repositoryView(hub, repository)
  return {
    ref,
    before,
    after,
    created: isNew,
    deleted: isGone,
    forced: !isNew && !isGone && !(await isAncestor(repository.path, before, after)),
    base_ref: null,
    compare: htmlUrl(hub, repository, `/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`),
    commits,
    head_commit: tip === undefined ? null : await pushedCommit(hub, repository, tip),
    repository: {
      ...view,
      owner: { ...view.owner, name: repository.owner.login },
      created_at: Math.floor(repository.createdAt.getTime() / 1000),
      pushed_at: Math.floor(repository.pushedAt.getTime() / 1000),
    },
    pusher: { name: by.login, email: null },
    sender: userView(hub, by),
  }
}

/** The payload of something that became of a pull request. */
export async function pullRequestPayload(
  hub: Hub,
  repository: Repository,
  request: PullRequest,
  by: Account,
  what: Payload & { readonly action: string },
): Promise<Payload> {
  return {
    ...what,
    number: request.number,
    pull_request: await pullView(hub, repository, request),
    repository: repositoryView(hub, repository),
    sender: userView(hub, by),
  }
}

/** The payload of a merge queue that asks for checks. */
export async function mergeGroupPayload(
  hub: Hub,
  repository: Repository,
  { pull }: PullRequest,
  { ref, sha, baseSha }: Queued,
  by: Account,
): Promise<Payload> {
  return {
    action: 'checks_requested',
    merge_group: {
      head_sha: sha,
      head_ref: ref,
      base_sha: baseSha,
      base_ref: `refs/heads/${pull.baseRef}`,
      head_commit: await simpleCommitView(repository, sha),
    },
    repository: repositoryView(hub, repository),
    sender: userView(hub, by),
  }
}

/** The payload of a workflow's run that has ended. */
export async function workflowRunPayload(
  hub: Hub,
  repository: Repository,
  run: Run,
  by: Account,
): Promise<Payload> {
  return {
    action: 'completed',
    workflow_run: await runView(hub, repository, run),
    workflow: workflowView(hub, repository, run),
    repository: repositoryView(hub, repository),
    sender: userView(hub, by),
  }
}

/** On a new branch: those that no other branch has. */
async function pushedCommits({ path }: Repository, ref: string, before: string, after: string) {
  if (before !== ZERO) return commitsBetween(path, before, after)
  const others = ['--not', `--exclude=${ref.replace(/^refs\/heads\//, '')}`, '--branches']
  const text = await git(path, ['rev-list', '--reverse', '--topo-order', after, ...others])
  return text.split('\n').filter(sha => sha !== '')
}

async function pushedCommit(hub: Hub, repository: Repository, sha: string) {
  const commit = await commitOf(repository, sha)
  const changes = await changesBetween(repository.path, commit.parents[0] ?? EMPTY_TREE, commit.tree)
  const named = (...statuses: string[]) =>
    changes.filter(({ status }) => statuses.includes(status)).map(({ path }) => path)
  const person = (who: typeof commit.author) => {
    const account = accountOf(hub, who)
    return { name: who.name, email: who.email, ...(account && { username: account.login }) }
  }
  return {
    id: sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message.trimEnd(),
    timestamp: isoDate(commit.committer),
    url: htmlUrl(hub, repository, `/commit/${sha}`),
    author: person(commit.author),
    committer: person(commit.committer),
    added: named('added'),
    removed: named('removed'),
    modified: named('modified', 'renamed', 'changed'),
  }
}
