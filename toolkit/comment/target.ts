import type { Context } from '../runner/context.ts'

/**
 * The pull request that a run belongs to: of the events on pull requests and their comments, and of a merge queue,
 * whose branches are named `gh-readonly-queue/main/pr-7-<sha>`. Undefined on all other events.
 */
export function pullRequestOf({ event, eventName, ref }: Context): number | undefined {
  if (event.pull_request) return event.pull_request.number
  if (eventName === 'issue_comment') return event.issue?.pull_request ? event.issue.number : undefined
  const inRef =
    /^refs\/pull\/(\d+)\//.exec(ref) ?? /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref)
  return inRef ? Number(inRef[1]) : undefined
}
