import type { Runs } from '../../test/support/github/runs.ts'

/** What the player needs of the git host; the GitHub on loopback has it. */
export interface Host {
  readonly url: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** Where runs and their artifacts are written down. */
  readonly runs: Runs
  token(options: {
    user?: string
    write?: boolean
    repositories?: readonly string[]
    permissions?: Record<string, 'read' | 'write' | 'none'>
  }): string
}

/** A repository there: its name, and the folder of its bare clone. */
export interface Repository {
  readonly fullName: string
  readonly path: string
}

/** Values that a repository's settings hold. */
export interface Settings {
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** By environment name; they win over the repository's. */
  readonly environments?: Readonly<
    Record<string, { secrets?: Readonly<Record<string, string>>; vars?: Readonly<Record<string, string>> }>
  >
}
