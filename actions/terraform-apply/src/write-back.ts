import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { postSections } from '../../../toolkit/comment/post.ts'
import type { Section } from '../../../toolkit/comment/section.ts'
import { createGitHub } from '../../../toolkit/github/client.ts'
import type { Outcome } from './outcome.ts'
import { failedBefore, pullOf, type Reviewed } from './review.ts'
import type { ApplyInputs } from './spec.ts'

/** Which outcomes the pull request is to hear of: something happened, or was to, or what failed before is well now. */
export function newsFor(outcomes: readonly Outcome[], reviewed: Reviewed): Outcome[] {
  return outcomes.filter(({ kind, root }) => kind !== 'nothing' || failedBefore(reviewed, root))
}

/**
 * Writes what became of the root modules into the comment with the plan. That it cannot be written is a warning: what
 * was applied is applied.
 * @returns the comment's page.
 */
export async function writeBack(
  sections: readonly Section[],
  reviewed: Reviewed,
  inputs: ApplyInputs,
  world: World,
): Promise<string | undefined> {
  const pull = pullOf(reviewed)
  const token = inputs['github-token']
  if (pull === undefined || token === undefined || inputs['dry-run'] || sections.length === 0)
    return undefined
  // What an interrupted apply did is still to be told.
  const signal = world.signal.aborted ? new AbortController().signal : world.signal
  // The section is about what was reviewed; by the commit on the base branch the plan beside it would seem outdated.
  const context = { ...world.context, headSha: pull.headSha }
  const lasting = { ...world, context, signal }
  try {
    const github = await createGitHub(lasting, token)
    const target = { repository: world.context.repository, number: pull.number, key: reviewed.key }
    return (await postSections(github, target, sections, lasting)).url
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    world.log.warning(`the result is not on the pull request: ${messageOf(thrown)}`)
    return undefined
  }
}
