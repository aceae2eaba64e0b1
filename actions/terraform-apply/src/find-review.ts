import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { readSections } from '../../../toolkit/comment/read-sections.ts'
import { createGitHub } from '../../../toolkit/github/client.ts'
import { findMergedPull } from '../../../toolkit/github/pull-request-of-commit.ts'
import { statusOf } from '../../../toolkit/github/refusals.ts'
import type { Reviewed } from './review.ts'
import type { ApplyInputs } from './spec.ts'

/**
 * Finds the pull request and reads what was reviewed on it.
 * @param needed whether anything depends on it; else it is enough to look once.
 * @throws UserError where GitHub refuses, and the review is needed.
 */
export async function findReview(inputs: ApplyInputs, world: World, needed: boolean): Promise<Reviewed> {
  const key = inputs['comment-key']
  const token = inputs['github-token']
  if (token === undefined)
    return { search: { missing: "no 'github-token' is given" }, comment: undefined, key }
  try {
    const github = await createGitHub(world, token)
    const { context, signal } = world
    const asked = { number: inputs['pull-request'], signal, ...(!needed && { attempts: 1 }) }
    const search = await findMergedPull(github, context, asked)
    if ('missing' in search) return { search, comment: undefined, key }
    const { number, url } = search.pull
    world.log.info(`The review is on pull request #${number}: ${url}`)
    const comment = await readSections(github, { repository: context.repository, number, key })
    return { search, comment, key }
  } catch (caught) {
    const thrown = refused(caught)
    if (needed || !(thrown instanceof UserError)) throw thrown
    world.log.warning(`the result will not be told on a pull request: ${messageOf(thrown)}`)
    return { search: { missing: messageOf(thrown) }, comment: undefined, key }
  }
}

/** Any answer that is none, with what it means: nothing is known of the review. */
function refused(thrown: unknown): unknown {
  if (thrown instanceof UserError || statusOf(thrown) === undefined) return thrown
  return new UserError(
    `GitHub does not tell what was reviewed (${statusOf(thrown)}: ${messageOf(thrown)}): run the job again`,
    { cause: thrown },
  )
}
