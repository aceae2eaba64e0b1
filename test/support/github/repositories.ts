import { join } from 'node:path'
import type { Account, Accounts } from './accounts.ts'
import type { CheckRun, Deployment, Status } from './checks.ts'
import type { Issue, Label } from './conversation.ts'
import { git, initBare } from './git-store.ts'
import type { Protection } from './protection.ts'

/** One repository: where its objects lie, and all that git does not know. */
export interface Repository {
  readonly id: number
  readonly owner: Account
  readonly name: string
  /** `owner/name` */
  readonly fullName: string
  /** The bare repository. */
  readonly path: string
  readonly defaultBranch: string
  readonly private: boolean
  /** The repository that it was forked from. */
  readonly parent: Repository | undefined
  readonly createdAt: Date
  pushedAt: Date
  readonly protections: Map<string, Protection>
  /** Issues and pull requests by number, which they share. */
  readonly issues: Map<number, Issue>
  /** By name in lower case. */
  readonly labels: Map<string, Label>
  readonly statuses: Status[]
  readonly checkRuns: CheckRun[]
  readonly deployments: Deployment[]
  /** "Allow GitHub Actions to create and approve pull requests". */
  readonly actionsMayOpenPulls: boolean
  readonly allowsAutoMerge: boolean
}

/** What a repository is made from. */
export interface RepositoryOptions {
  /** Default: `main`. */
  readonly branch?: string
  /** The first commit; a repository without files has none. */
  readonly files?: Readonly<Record<string, string | Buffer>>
  /** The `owner/name` that it is a fork of: it begins with that one's branches. */
  readonly forkOf?: string
  /** Needs a token even to be read; default: false. */
  readonly private?: boolean
  /** The repository's setting for Actions; default: true. */
  readonly actionsMayOpenPulls?: boolean
  /** Default: true. */
  readonly allowsAutoMerge?: boolean
}

/** The repositories of one server, in a folder. */
export function createRepositories(folder: string, hooks: string, accounts: Accounts) {
  const byName = new Map<string, Repository>()
  return {
    find: (owner: string, name: string) => byName.get(`${owner}/${name}`.toLowerCase()),
    byId: (id: number) => [...byName.values()].find(repository => repository.id === id),
    all: () => [...byName.values()],
    async create(fullName: string, options: RepositoryOptions = {}): Promise<Repository> {
      const [owner, name, ...more] = fullName.split('/')
      if (!owner || !name || more.length > 0) throw new Error(`'${fullName}': write owner/name`)
      if (byName.has(fullName.toLowerCase())) throw new Error(`'${fullName}' is there already`)
      const parent = options.forkOf === undefined ? undefined : byName.get(options.forkOf.toLowerCase())
      if (options.forkOf !== undefined && !parent) throw new Error(`'${options.forkOf}' is not there to fork`)
      const id = 5000 + byName.size
      const path = join(folder, `${id}.git`)
      const now = new Date()
      const repository: Repository = {
        id,
        owner: accounts.account(owner),
        name,
        fullName,
        path,
        defaultBranch: options.branch ?? parent?.defaultBranch ?? 'main',
        private: options.private ?? false,
        parent,
        createdAt: now,
        pushedAt: now,
        protections: new Map(),
        issues: new Map(),
        labels: new Map(),
        statuses: [],
        checkRuns: [],
        deployments: [],
        actionsMayOpenPulls: options.actionsMayOpenPulls ?? true,
        allowsAutoMerge: options.allowsAutoMerge ?? true,
      }
      byName.set(fullName.toLowerCase(), repository)
      await initBare(path, repository.defaultBranch, hooks)
      if (parent) await git(path, ['fetch', '--quiet', parent.path, 'refs/heads/*:refs/heads/*'])
      return repository
    },
  }
}
export type Repositories = ReturnType<typeof createRepositories>
