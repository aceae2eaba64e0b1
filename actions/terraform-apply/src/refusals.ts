/** Why a plan is not applied. */
export type Refusal =
  | { readonly reason: 'no-pull-request'; readonly because: string }
  | { readonly reason: 'no-comment'; readonly key: string }
  | { readonly reason: 'edited' }
  | { readonly reason: 'unknown-editors' }
  | { readonly reason: 'no-section' }
  | { readonly reason: 'no-record' }
  | { readonly reason: 'no-room' }
  | { readonly reason: 'damaged'; readonly because: string }
  | { readonly reason: 'errored' }
  | { readonly reason: 'mocked' }
  /** `head`: the commit that was planned in the review. `untold`: where it differs, the comment had no room to keep. */
  | { readonly reason: 'differs'; readonly head: string; readonly untold?: boolean }

/** Where a refused plan stands. */
export interface Place {
  readonly directory: string
  /** The pull request, where there is one. */
  readonly pull?: { readonly number: number; readonly headSha: string } | undefined
}

const AUTO = "or set 'approve: auto' to apply without a review"
const UNTOLD = ` What differs cannot be told, as the comment had no room to keep it: another 'comment-key' for some directories gives it room.`
const ANEW = `open a pull request to have it planned and reviewed anew (a small change, even to a comment in a .tf file, will do)`

/** What is wrong, why that stops the apply, and what to do; plain text. */
export function explainRefusal(refusal: Refusal, { directory, pull }: Place): string {
  const on = pull === undefined ? 'the pull request' : `pull request #${pull.number}`
  switch (refusal.reason) {
    case 'no-pull-request':
      return `nothing was reviewed: ${refusal.because}. Bring changes in by a pull request with a plan on it, ${AUTO}`
    case 'no-comment':
      return `nothing was reviewed: ${on} has no comment of terraform-plan-comment with comment-key '${refusal.key}' (it may have been deleted, or could not be written). Check that both steps have the same 'comment-key' and that the plan's job may write ('pull-requests: write'); then ${ANEW}, ${AUTO}`
    case 'edited':
      return `the comment with the plan on ${on} was edited by hand, so it no longer proves what was reviewed; ${ANEW}, ${AUTO}`
    case 'unknown-editors':
      return `GitHub does not tell who edited the comment with the plan on ${on}, so it proves nothing: run the job again, and check that the token may use GraphQL`
    case 'no-section':
      return `nothing was reviewed for '${directory}': the comment on ${on} has no plan for it. Check that terraform-plan-comment names the same 'directories'; then ${ANEW}, ${AUTO}`
    case 'no-record':
      return `nothing was reviewed for '${directory}': on ${on} its plan failed, or was shown without a fingerprint. Correct that; then ${ANEW}, ${AUTO}`
    case 'no-room':
      return `the comment on ${on} had no room for the record of the reviewed plan of '${directory}': give some of its directories another 'comment-key'; then ${ANEW}, ${AUTO}`
    case 'damaged':
      return `the record of the reviewed plan of '${directory}' on ${on} cannot be read (${refusal.because}); ${ANEW}, ${AUTO}`
    case 'errored':
      return `the plan of '${directory}' is not complete: planning failed midway. Correct the errors above, and run the job again`
    case 'mocked':
      return `'${directory}' was planned with mock outputs of units that did not exist yet, and what is made up is not applied. Apply those units first; then ${ANEW}, ${AUTO}`
    case 'differs':
      return `the plan of '${directory}' is not the one that was reviewed on ${on}${otherHead(refusal.head, pull)}: something changed in between, such as the state, a variable, or another merge.${refusal.untold ? UNTOLD : ''} If the differences are wanted, ${ANEW}, ${AUTO}`
  }
}

function otherHead(head: string, pull: Place['pull']): string {
  if (pull === undefined || head === '' || pull.headSha === head) return ''
  return ` (that was of commit ${head.slice(0, 7)}; the last commit ${pull.headSha.slice(0, 7)} was never planned)`
}
