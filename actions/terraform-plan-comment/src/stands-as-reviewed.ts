import type { GitHub } from '../../../toolkit/github/client.ts'
import { explained } from '../../../toolkit/github/refusals.ts'
import type { Context } from '../../../toolkit/runner/context.ts'

/**
 * Why the plan in the comment must stay as it is, undefined where it may be replaced: terraform-apply, also when it is
 * run again after a failure, trusts what stands there, and people review that no more.
 * @throws UserError where GitHub refuses to tell.
 */
export async function standsAsReviewed(
  github: GitHub,
  { repository, eventName }: Pick<Context, 'repository' | 'eventName'>,
  number: number,
): Promise<string | undefined> {
  if (eventName === 'merge_group') return `#${number} is in the merge queue, and was reviewed before`
  const [owner = '', repo = ''] = repository.split('/')
  // Asked of the issue, as that takes no other permission than its comments.
  const { data } = await explained(
    { to: `read #${number}`, repository, permission: 'pull-requests: write' },
    () => github.rest.issues.get({ owner, repo, issue_number: number }),
  )
  if (data.pull_request?.merged_at) return `#${number} is merged`
  return data.state === 'closed' ? `#${number} is closed` : undefined
}
