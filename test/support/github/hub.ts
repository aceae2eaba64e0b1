import { randomBytes } from 'node:crypto'
import type { Account, Accounts } from './accounts.ts'
import type { Repositories, Repository } from './repositories.ts'

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
  /** What commits are signed with. */
  readonly signingKey: string
  /** A number that nothing else here has. */
  nextId(): number
  /** To be awaited after refs moved, by git or by API: pull requests follow, listeners hear. */
  landed(repository: Repository, updates: readonly RefUpdate[], by: Account): Promise<void>
}

/** The shared parts. */
export function createHub(address: { url: string }, accounts: Accounts, repositories: Repositories): Hub {
  let id = 70_000
  return {
    get url() {
      return address.url
    },
    get apiUrl() {
      return `${address.url}/api/v3`
    },
    accounts,
    repositories,
    signingKey: randomBytes(32).toString('hex'),
    nextId: () => ++id,
    async landed(repository) {
      repository.pushedAt = new Date()
    },
  }
}
