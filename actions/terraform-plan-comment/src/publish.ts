import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { createGitHub } from '../../../toolkit/github/client.ts'
import { commentChoice } from './comment-choice.ts'
import { isChanged } from './gate.ts'
import type { Done } from './plan-all.ts'
import { isFailure } from './results.ts'
import type { Told } from './sections.ts'
import type { PlanInputs } from './spec.ts'
import { postSections } from './stand-in.ts'

/** What came of the comment. */
export interface Published {
  readonly url: string | undefined
  /** Why the step must fail all the same. */
  readonly failure: string | undefined
}

/** Comments, where that is asked for. A comment that cannot be written is no reason to fail, unless one is asked for. */
export async function publish(
  done: Done,
  all: readonly Told[],
  inputs: PlanInputs,
  world: World,
): Promise<Published> {
  const { context, log } = world
  const token = inputs['github-token']
  const choice = commentChoice({
    choice: inputs.comment,
    pullRequest: context.event.pull_request?.number,
    token: token !== undefined,
    dryRun: inputs['dry-run'],
    news: done.results.some(
      result => isFailure(result) || (result.outcome === 'planned' && isChanged(result.plan)),
    ),
  })
  if ('refused' in choice) return { url: undefined, failure: choice.refused }
  if (choice.post === 'never' || token === undefined) {
    if ('why' in choice && choice.why !== undefined) log.info(`No comment: ${choice.why}`)
    return { url: undefined, failure: undefined }
  }
  try {
    const github = await createGitHub(world, token)
    const number = context.event.pull_request?.number as number
    const target = { repository: context.repository, number, key: inputs['comment-key'] }
    const posted = await postSections(
      github,
      target,
      all.map(({ section }) => section),
    )
    return { url: posted.url, failure: undefined }
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    if (inputs.comment === 'always') return { url: undefined, failure: messageOf(thrown) }
    log.warning(`There is no comment, the whole plan is in the job summary: ${messageOf(thrown)}`)
    return { url: undefined, failure: undefined }
  }
}
