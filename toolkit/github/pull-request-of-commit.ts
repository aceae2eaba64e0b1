import { retry } from '../retry/retry.ts'
import type { Context } from '../runner/context.ts'
import type { GitHub } from './client.ts'
import { explained } from './refusals.ts'

/** A pull request whose change stands in the branch, or is about to in a merge queue. */
export interface MergedPull {
  readonly number: number
  readonly url: string
  /** The last commit of its branch: what was reviewed. */
  readonly headSha: string
  readonly baseRef: string
  /** When it was merged; undefined in a merge queue, which tests before it merges. */
  readonly mergedAt: Date | undefined
}

/** The pull request, or why there is none. */
export type PullSearch = { readonly pull: MergedPull } | { readonly missing: string }

/** What the API says of a pull request, in a list or by itself. */
export interface PullAnswer {
  readonly number: number
  readonly html_url: string
  readonly head: { readonly sha: string }
  readonly base: { readonly ref: string }
  readonly merged_at?: string | null
  readonly merge_commit_sha?: string | null
}

const PERMISSION = 'pull-requests: read'
/** GitHub's index of commits and pull requests lags a little behind a merge. */
const ATTEMPTS = 3
const DELAY = 1500

/**
 * Finds the pull request that brought the commit of this run into its branch.
 * @param number the pull request where the user named it; default: by the event, else by the commit.
 * @param attempts how often to look for a commit that GitHub does not know yet, a few seconds apart.
 * @throws UserError where the API refuses.
 */
export async function findMergedPull(
  github: GitHub,
  context: Context,
  {
    number,
    attempts = ATTEMPTS,
    delay = DELAY,
    signal,
  }: { number?: number | undefined; attempts?: number; delay?: number; signal: AbortSignal },
): Promise<PullSearch> {
  const wanted = number === undefined ? pullOfEvent(context) : { number }
  if (wanted !== undefined && 'missing' in wanted) return wanted
  return wanted === undefined
    ? byCommit(github, context, { attempts, delay, signal })
    : byNumber(github, context.repository, wanted.number, 'queued' in wanted)
}

/**
 * The number that the event itself names: a pull request that was closed by merging, or the last one of a merge
 * queue's group, whose ref is `gh-readonly-queue/BRANCH/pr-N-SHA` (docs.github.com, "Managing a merge queue").
 * Undefined where only the commit can tell.
 */
export function pullOfEvent(
  context: Pick<Context, 'event' | 'ref'>,
): { number: number; queued?: true } | { missing: string } | undefined {
  const queued = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(context.ref)
  if (queued !== null) return { number: Number(queued[1]), queued: true }
  const pull = context.event.pull_request
  if (pull === undefined) return undefined
  if (context.event.action !== 'closed')
    return {
      missing: `pull request #${pull.number} is not merged yet; run this step on a push to its base branch`,
    }
  return pull.merged === true
    ? { number: pull.number }
    : { missing: `pull request #${pull.number} was closed without being merged` }
}

/**
 * Of the pull requests that hold a commit, the one that brought it into the branch: whose merge made that very commit,
 * else the one merged last into this branch. A commit may also stand in open pull requests, and in merged ones between
 * other branches.
 */
export function chooseMerged<P extends PullAnswer>(
  candidates: readonly P[],
  { sha, branch }: { sha: string; branch: string },
): P | undefined {
  const merged = candidates
    .filter(pull => typeof pull.merged_at === 'string')
    .sort((a, b) => Date.parse(b.merged_at ?? '') - Date.parse(a.merged_at ?? ''))
  const ours = merged.filter(pull => pull.base.ref === branch)
  const made = (pull: P) => pull.merge_commit_sha === sha
  return ours.find(made) ?? merged.find(made) ?? ours[0]
}

async function byCommit(
  github: GitHub,
  context: Context,
  again: { attempts: number; delay: number; signal: AbortSignal },
): Promise<PullSearch> {
  const { repository, sha, headRef: branch } = context
  const [owner = '', repo = ''] = repository.split('/')
  const none = `commit ${sha.slice(0, 7)} of '${branch}' came with no pull request`
  const search = async (): Promise<MergedPull> => {
    const holding = await github.paginate(github.rest.repos.listPullRequestsAssociatedWithCommit, {
      ...{ owner, repo, commit_sha: sha, per_page: 100 },
    })
    const indexed = chooseMerged(holding, { sha, branch })
    if (indexed !== undefined) return merged(indexed)
    const { data: recent } = await github.rest.pulls.list({
      ...{ owner, repo, base: branch, state: 'closed', sort: 'updated', direction: 'desc', per_page: 50 },
    })
    const fresh = recent.find(pull => pull.merged_at !== null && pull.merge_commit_sha === sha)
    if (fresh !== undefined) return merged(fresh)
    throw new NotFound(none)
  }
  try {
    const pull = await explained(
      { to: 'find the merged pull request', repository, permission: PERMISSION },
      () => retry(search, { ...again, retryable: thrown => thrown instanceof NotFound }),
    )
    return { pull }
  } catch (thrown) {
    if (thrown instanceof NotFound) return { missing: thrown.message }
    throw thrown
  }
}

class NotFound extends Error {}

async function byNumber(
  github: GitHub,
  repository: string,
  number: number,
  queued: boolean,
): Promise<PullSearch> {
  const [owner = '', repo = ''] = repository.split('/')
  const purpose = { to: `read pull request #${number}`, repository, permission: PERMISSION }
  const { data } = await explained(purpose, () => github.rest.pulls.get({ owner, repo, pull_number: number }))
  if (!queued && !data.merged) return { missing: `pull request #${number} is not merged` }
  return { pull: merged(data) }
}

function merged(pull: PullAnswer): MergedPull {
  return {
    number: pull.number,
    url: pull.html_url,
    headSha: pull.head.sha,
    baseRef: pull.base.ref,
    mergedAt: typeof pull.merged_at === 'string' ? new Date(pull.merged_at) : undefined,
  }
}
