import type { PlanInputs } from './spec.ts'

/** What is known when it is time to comment. */
export interface Situation {
  readonly choice: PlanInputs['comment']
  readonly mode: PlanInputs['mode']
  /** The pull request of the event. */
  readonly pullRequest: number | undefined
  readonly token: boolean
  readonly dryRun: boolean
  /** Whether there is anything to tell: a change, a failure, an invalid configuration. */
  readonly news: boolean
}

/** What to do: post, post only where a comment stands already, or leave it, and why. */
export type Choice =
  | { readonly post: 'always' | 'existing' }
  | { readonly post: 'never'; readonly why: string | undefined }

/** Whether to comment. @returns `refused` where the user insists on a comment that cannot be. */
export function commentChoice(at: Situation): Choice | { readonly refused: string } {
  if (at.choice === 'never') return { post: 'never', why: undefined }
  if (at.pullRequest === undefined)
    return at.choice === 'always'
      ? { refused: "'comment' is 'always', but this run belongs to no pull request" }
      : { post: 'never', why: undefined }
  if (!at.token)
    return at.choice === 'always'
      ? { refused: "'comment' is 'always', but no 'github-token' is given" }
      : { post: 'never', why: "no 'github-token' is given" }
  if (at.dryRun) return { post: 'never', why: 'dry run' }
  // That all is valid is worth a comment only where one says that it is not.
  const quiet = at.choice === 'changes' || (at.choice === 'auto' && at.mode === 'validate')
  return { post: quiet && !at.news ? 'existing' : 'always' }
}
