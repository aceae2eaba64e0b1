import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { postSections } from '../../../toolkit/comment/post.ts'
import { readSections } from '../../../toolkit/comment/read-sections.ts'
import { pullRequestOf } from '../../../toolkit/comment/target.ts'
import { createGitHub, type GitHub } from '../../../toolkit/github/client.ts'
import { syncLabels } from '../../../toolkit/github/labels.ts'
import { commentChoice } from './comment-choice.ts'
import { syncIssues } from './issues.ts'
import { LABELS, labelFor } from './labels.ts'
import type { Done } from './plan-all.ts'
import { hasNews } from './results.ts'
import type { Told } from './sections.ts'
import type { PlanInputs } from './spec.ts'
import { standsAsReviewed } from './stands-as-reviewed.ts'

/** What came of the comment. */
export interface Published {
  readonly url: string | undefined
  /** Why the step must fail all the same. */
  readonly failure: string | undefined
}

/** Comments, labels and keeps issues, where that is asked for and possible. */
export async function publish(
  done: Done,
  all: readonly Told[],
  inputs: PlanInputs,
  world: World,
): Promise<Published> {
  const number = pullRequestOf(world.context)
  const token = inputs['github-token']
  const connect = once(() => createGitHub(world, token ?? ''))
  const published = await comment(done, all, inputs, world, number, connect)
  if (token === undefined || inputs['dry-run']) return published
  if (inputs.labels && inputs.mode === 'plan' && number !== undefined) {
    const wanted = labelFor(done.results)
    const target = { repository: world.context.repository, number }
    const ours = LABELS.map(({ name }) => name)
    await syncLabels(await connect(), target, wanted === undefined ? [] : [wanted], ours, world.log)
  }
  if (!inputs.issues || inputs.mode !== 'drift') return published
  const failure = await syncIssues(await connect(), all, world)
  return failure === undefined ? published : { ...published, failure }
}

/** A comment that cannot be written is no reason to fail, unless one is insisted on: the summary has all of it. */
async function comment(
  done: Done,
  all: readonly Told[],
  inputs: PlanInputs,
  { context, log, ...world }: World,
  number: number | undefined,
  connect: () => Promise<GitHub>,
): Promise<Published> {
  const choice = commentChoice({
    choice: inputs.comment,
    mode: inputs.mode,
    pullRequest: number,
    token: inputs['github-token'] !== undefined,
    dryRun: inputs['dry-run'],
    news: done.results.some(hasNews),
  })
  if ('refused' in choice) return { url: undefined, failure: choice.refused }
  if (choice.post === 'never') {
    if (choice.why !== undefined) log.notice(`There is no comment: ${choice.why}`)
    return { url: undefined, failure: undefined }
  }
  const target = { repository: context.repository, number: number as number, key: inputs['comment-key'] }
  try {
    const github = await connect()
    const why =
      inputs.mode === 'validate' ? undefined : await standsAsReviewed(github, context, target.number)
    if (why !== undefined) return unchanged(why, inputs, log)
    if (choice.post === 'existing' && !(await stands(github, target, all)))
      return { url: undefined, failure: undefined }
    const sections = all.map(({ section }) => section)
    const { url, outcome } = await postSections(github, target, sections, { context, log, ...world })
    if (outcome === 'older') log.notice('A newer run has commented meanwhile: its comment stays as it is')
    else log.info(`The comment is ${outcome}: ${url}`)
    return { url, failure: undefined }
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    if (inputs.comment === 'always') return { url: undefined, failure: messageOf(thrown) }
    log.notice(`There is no comment, the job summary has all of it: ${messageOf(thrown)}`)
    return { url: undefined, failure: undefined }
  }
}

function unchanged(why: string, { comment }: PlanInputs, log: World['log']): Published {
  if (comment === 'always') return { url: undefined, failure: `'comment' is 'always', but ${why}` }
  log.notice(`The comment stays as it was reviewed, the job summary has this plan: ${why}`)
  return { url: undefined, failure: undefined }
}

/** Whether one of these sections stands in the comment already. */
async function stands(
  github: GitHub,
  target: Parameters<typeof postSections>[1],
  all: readonly Told[],
): Promise<boolean> {
  const standing = await readSections(github, target)
  const isMine = (one: { action: string; directory: string }) =>
    all.some(({ section }) => section.action === one.action && section.directory === one.directory)
  return standing?.sections.some(isMine) ?? false
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
