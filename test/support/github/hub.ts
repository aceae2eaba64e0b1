import { randomBytes } from 'node:crypto'
import type { Account, Accounts } from './accounts.ts'
import { type Blobs, createBlobs } from './blobs.ts'
import type { PullRequest } from './conversation.ts'
import {
  type Events,
  mergeGroupPayload,
  type Payload,
  pullRequestPayload,
  pushPayload,
  workflowRunPayload,
} from './events.ts'
import { followPulls } from './follow.ts'
import { runAutoMerges } from './merge.ts'
import type { Queued } from './merge-queue.ts'
import type { Repositories, Repository } from './repositories.ts'
import { createRuns, type Runs } from './runs.ts'

/** One ref that moved; `before` or `after` is all zeros where it was made or deleted. */
export interface RefUpdate {
  readonly ref: string
  readonly before: string
  readonly after: string
}

/** What every part of the server shares. */
export interface Hub {
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  readonly url: string
  readonly apiUrl: string
  readonly accounts: Accounts
  readonly repositories: Repositories
  readonly runs: Runs
  readonly blobs: Blobs
  /** What commits are signed with. */
  readonly signingKey: string
  /** A number that nothing else here has. */
  nextId(): number
  /** To be awaited after refs moved, by git or by API: pull requests follow, listeners hear. */
  landed(repository: Repository, updates: readonly RefUpdate[], by: Account): Promise<void>
  /** Closes a pull request (merged or not) and tells. */
  closed(repository: Repository, request: PullRequest, by: Account): Promise<void>
  /** Tells that the merge queue asks for checks. */
  queued(repository: Repository, request: PullRequest, queued: Queued, by: Account): Promise<void>
  /** Tells what became of a pull request. */
  told(
    repository: Repository,
    request: PullRequest,
    by: Account,
    what: Payload & { readonly action: string },
  ): Promise<void>
}

/** The shared parts; `address.url` may be filled in later. */
export function createHub(
  address: { url: string },
  accounts: Accounts,
  repositories: Repositories,
  events: Events,
): Hub {
  let id = 70_000
  let last: Promise<void> = Promise.resolve()
  const hub: Hub = {
    get url() {
      return address.url
    },
    get apiUrl() {
      return `${address.url}/api/v3`
    },
    accounts,
    repositories,
    runs: createRuns(async run => {
      const [owner = '', name = ''] = run.repository.split('/')
      const repository = repositories.find(owner, name)
      if (repository === undefined) return
      const by = accounts.account(run.actor)
      await events.emit('workflow_run', repository, by, () => workflowRunPayload(hub, repository, run, by))
    }),
    blobs: createBlobs(address),
    signingKey: randomBytes(32).toString('hex'),
    nextId: () => ++id,
    async landed(repository, updates, by) {
      // One at a time: two pushes that land together must not both rewrite a pull request's refs.
      const previous = last
      const now = (async () => {
        await previous
        repository.pushedAt = new Date()
        for (const update of updates) {
          await followPulls(hub, repository, update, by)
          await events.emit('push', repository, by, () => pushPayload(hub, repository, update, by))
        }
      })()
      last = now.catch(() => {})
      await now
      await runAutoMerges(hub, repository)
    },
    async closed(repository, request, by) {
      const now = new Date()
      Object.assign(request, { state: 'closed', closedAt: now, updatedAt: now })
      request.pull.autoMerge = undefined
      await hub.told(repository, request, by, { action: 'closed' })
    },
    queued: (repository, request, queued, by) =>
      events.emit('merge_group', repository, by, () =>
        mergeGroupPayload(hub, repository, request, queued, by),
      ),
    told: (repository, request, by, what) =>
      events.emit('pull_request', repository, by, () =>
        pullRequestPayload(hub, repository, request, by, what),
      ),
  }
  return hub
}
