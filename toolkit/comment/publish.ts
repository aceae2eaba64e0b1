import { messageOf, UserError } from '../action/errors.ts'
import type { World } from '../action/run.ts'
import { createGitHub, type GitHub } from '../github/client.ts'
import { viewerOf } from '../github/viewer.ts'
import { postSections } from './post.ts'
import { commentReader, type Target } from './read-comments.ts'
import type { Section } from './section.ts'
import { pullRequestOf } from './target.ts'

/** Whether and where to comment, as the inputs of an action have it. */
export interface Wish {
  /** `changes` begins no comment where there is no news, but updates the one that is there. */
  readonly comment: 'auto' | 'always' | 'changes' | 'never'
  readonly key: string
  readonly token: string | undefined
  readonly dryRun: boolean
  readonly news: boolean
}

/** What came of it. */
export interface Published {
  readonly url: string | undefined
  /** Why the step must fail, where a comment was insisted on. */
  readonly failure: string | undefined
}

const NOTHING: Published = { url: undefined, failure: undefined }

/**
 * Puts sections into the pull request's comment, where that is wished for and can be done. Where it cannot, only
 * `always` makes it a failure: the job summary has it all.
 */
export async function publishSections(
  sections: readonly Section[],
  wish: Wish,
  world: World,
): Promise<Published> {
  const { comment, token } = wish
  const number = pullRequestOf(world.context)
  if (comment === 'never') return NOTHING
  if (number === undefined || token === undefined) {
    const why = number === undefined ? 'this run belongs to no pull request' : "no 'github-token' is given"
    return without(why, comment, number === undefined ? undefined : world.log)
  }
  if (wish.dryRun) {
    world.log.info('No comment is written: dry run')
    return NOTHING
  }
  try {
    const github = await createGitHub(world, token)
    const target = { repository: world.context.repository, number, key: wish.key }
    if (comment === 'changes' && !wish.news && !(await stands(github, target))) return NOTHING
    const { url } = await postSections(github, target, sections, world)
    return { url, failure: undefined }
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    return without(messageOf(thrown), comment, world.log)
  }
}

function without(why: string, comment: Wish['comment'], log: World['log'] | undefined): Published {
  if (comment === 'always') return { url: undefined, failure: `'comment' is 'always', but ${why}` }
  log?.warning(`No comment is written, the job summary has it all: ${why}`)
  return NOTHING
}

async function stands(github: GitHub, target: Target): Promise<boolean> {
  const { comments } = await commentReader(github, target, () => viewerOf(github)).read()
  return comments.length > 0
}
