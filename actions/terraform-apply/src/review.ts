import { messageOf } from '../../../toolkit/action/errors.ts'
import type { MergedPull, PullSearch } from '../../../toolkit/github/pull-request-of-commit.ts'
import { readApproved, readReviewRecord } from '../../../toolkit/terraform/plan/review.ts'
import { actionOf } from '../../../toolkit/terraform/report/heading.ts'
import type { Remainder, Review } from './decide.ts'
import type { Target } from './plan-roots.ts'

/** The comment on the pull request, as far as it is looked at here. */
export interface ReviewComment {
  readonly url: string
  /** Undefined where that cannot be known. */
  readonly editedByOthers: boolean | undefined
  readonly sections: readonly {
    readonly action: string
    readonly directory: string
    readonly data: Readonly<Record<string, string>>
    /** The names of data for which the comment had no room. */
    readonly missing?: readonly string[]
  }[]
}

/** What is known of the review. */
export interface Reviewed {
  readonly search: PullSearch
  /** The comment of this bot with the right key, where one stands. */
  readonly comment: ReviewComment | undefined
  readonly key: string
}

/** Whose sections are meant: each workspace of a directory has its own. */
type At = Pick<Target, 'directory' | 'workspace'>

const PLAN_ACTION = 'terraform-plan-comment'
const APPLY_ACTION = 'terraform-apply'

/** What was reviewed for one root module; where that cannot be told for certain, why not. */
export function reviewOf({ search, comment, key }: Reviewed, at: At): Review {
  if ('missing' in search) return { refused: { reason: 'no-pull-request', because: search.missing } }
  if (comment === undefined) return { refused: { reason: 'no-comment', key } }
  if (comment.editedByOthers === undefined) return { refused: { reason: 'unknown-editors' } }
  if (comment.editedByOthers) return { refused: { reason: 'edited' } }
  const section = sectionOf(comment, PLAN_ACTION, at)
  if (section === undefined) return { refused: { reason: 'no-section' } }
  const { review, fingerprint } = section.data
  if (review === undefined && fingerprint === undefined)
    return { refused: { reason: section.missing?.includes('review') ? 'no-room' : 'no-record' } }
  try {
    const remainder = remainderOf(applyDataOf({ comment }, at)?.remainder)
    const record = review === undefined ? undefined : readReviewRecord(review)
    return { approved: record ?? readApproved(fingerprint ?? ''), record, ...(remainder && { remainder }) }
  } catch (thrown) {
    return { refused: { reason: 'damaged', because: messageOf(thrown) } }
  }
}

/** The pull request, where one was found. */
export function pullOf({ search }: Pick<Reviewed, 'search'>): MergedPull | undefined {
  return 'pull' in search ? search.pull : undefined
}

/** Whether an earlier run told of a failed apply, which this run may have made good. */
export function failedBefore(reviewed: Pick<Reviewed, 'comment'>, at: At): boolean {
  const state = applyDataOf(reviewed, at)?.state
  return state !== undefined && state !== 'applied'
}

/** What an earlier apply noted in its section. */
export function applyDataOf(
  { comment }: Pick<Reviewed, 'comment'>,
  at: At,
): Readonly<Record<string, string>> | undefined {
  return comment && sectionOf(comment, APPLY_ACTION, at)?.data
}

function sectionOf({ sections }: ReviewComment, name: string, at: At) {
  const action = actionOf(at, name)
  return sections.find(section => section.action === action && section.directory === at.directory)
}

function remainderOf(text: string | undefined): Remainder | undefined {
  if (text === undefined) return undefined
  const { of, is } = JSON.parse(text) as Partial<Remainder>
  return typeof of === 'string' && typeof is === 'string' ? { of, is } : undefined
}
