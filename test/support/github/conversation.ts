import type { Account } from './accounts.ts'
import { invalidField } from './refusal.ts'
import type { Repository } from './repositories.ts'
import type { Schemas } from './router.ts'

/** What people may change and react to. */
interface Spoken {
  /** Who changed the text, the first first; empty for a text that is as it was written. */
  readonly edits: { readonly by: Account; readonly at: Date }[]
  readonly reactions: Reaction[]
}

export interface Reaction {
  readonly id: number
  readonly user: Account
  readonly content: Schemas['reaction']['content']
  readonly createdAt: Date
}

/** An issue; with `pull` it is a pull request, as on GitHub. */
export interface Issue extends Spoken {
  readonly id: number
  readonly number: number
  readonly user: Account
  readonly createdAt: Date
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: 'completed' | 'reopened' | 'not_planned' | 'duplicate' | null
  labels: Label[]
  assignees: Account[]
  updatedAt: Date
  closedAt: Date | undefined
  readonly comments: Comment[]
  readonly pull?: Pull
}

/** What a pull request has beyond an issue. */
export interface Pull {
  readonly headRepository: Repository
  readonly headRef: string
  /** The head as last seen; kept when the branch is gone. */
  headSha: string
  baseRef: string
  /** The base branch's tip as last seen while open. */
  baseSha: string
  draft: boolean
  mergedAt: Date | undefined
  mergedBy: Account | undefined
  /** Open: the test merge, if there is no conflict. Merged: the commit that brought it in. */
  mergeSha: string | undefined
  /** Merged: every commit that the merge put on the base branch, its own included. */
  mergedCommits: readonly string[]
  autoMerge: { readonly by: Account; readonly method: MergeMethod } | undefined
  reviewers: Account[]
}

export type MergeMethod = 'merge' | 'squash' | 'rebase'
export type PullRequest = Issue & { readonly pull: Pull }

export interface Label {
  readonly id: number
  name: string
  color: string
  description: string | null
}

export interface Comment extends Spoken {
  readonly id: number
  readonly user: Account
  readonly createdAt: Date
  body: string
  updatedAt: Date
}

const LONGEST_BODY = 65_536

/** Refuses what GitHub refuses as the body of an issue, a pull request or a comment. */
export function demandBody(resource: string, body: string | null | undefined, required = false): void {
  if (required && (body ?? '').trim() === '')
    throw invalidField(resource, 'data', 'unprocessable', "Body can't be blank")
  if ((body?.length ?? 0) > LONGEST_BODY)
    throw resource === 'IssueComment'
      ? invalidField(
          resource,
          'data',
          'unprocessable',
          `Body is too long (maximum is ${LONGEST_BODY} characters)`,
        )
      : invalidField(resource, 'body', 'custom', `body is too long (maximum is ${LONGEST_BODY} characters)`)
}

/** A new issue or, with `pull`, a pull request; takes the repository's next number. */
export function addIssue(
  repository: Repository,
  id: number,
  user: Account,
  content: { title: string; body: string | null; pull?: Pull },
): Issue {
  const now = new Date()
  const issue: Issue = {
    id,
    number: repository.issues.size + 1,
    user,
    ...content,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    createdAt: now,
    updatedAt: now,
    closedAt: undefined,
    comments: [],
    edits: [],
    reactions: [],
  }
  repository.issues.set(issue.number, issue)
  return issue
}

/** The repository's label of this name, made if need be: GitHub makes the labels that an issue is given. */
export function labelNamed(repository: Repository, name: string, id: number): Label {
  const known = repository.labels.get(name.toLowerCase())
  if (known) return known
  const label: Label = { id, name, color: 'ededed', description: null }
  repository.labels.set(name.toLowerCase(), label)
  return label
}

/** The pull requests of a repository, by number. */
export function pullsOf(repository: Repository): PullRequest[] {
  return [...repository.issues.values()].filter(isPull)
}

export function isPull(issue: Issue): issue is PullRequest {
  return issue.pull !== undefined
}

/** Changes a text as somebody, which GitHub remembers; the same text again is no change. */
export function rewrite<T extends { body: string | null; updatedAt: Date } & Spoken>(
  spoken: T,
  body: T['body'],
  by: Account,
): void {
  const at = new Date()
  if (body !== spoken.body) spoken.edits.push({ by, at })
  spoken.body = body
  spoken.updatedAt = at
}
