import { readCommit } from '../inspect/commits.ts'
import type { OnGitHub } from '../on-github.ts'
import { demand, playOne } from '../play-one.ts'
import type { WorkflowRun } from '../player/player.ts'
import type { Check, Exhibit, Teller } from '../story.ts'
import { type Change, change } from './change.ts'
import type { Pushed } from './delivery.ts'
import type { Company } from './open.ts'
import type { Project } from './repositories.ts'

/** A change that is not right at first. */
export interface Proposal {
  /** The feature branch. */
  readonly branch: string
  readonly title: string
  readonly first: readonly Change[]
  /** What a check says of that, and the scene in which it does. */
  readonly complaint: RegExp
  readonly red: string
  /** What puts it right. */
  readonly mended: string
  readonly fixes: readonly Change[]
  readonly green: string
}

/** A feature branch comes to the source repository's `staging` by pull request: red at first, then green, then merged. */
export async function playReview(
  { source, sourcePages: pages }: Company,
  proposal: Proposal,
  teller: Teller,
): Promise<Pushed> {
  const { branch, title, complaint } = proposal
  const number = await teller.scene(proposal.red, async show => {
    await source.copy.checkout('staging')
    await push(source, branch, title, proposal.first, show)
    const opened = await pages.openPullRequest({ title, head: branch, base: 'staging', body: '' })
    const run = await playOne(source, show, teller, { expected: 'failure' })
    demand([...jobsOf(run), said(run, complaint)], show)
    return opened.number
  })
  await teller.scene(proposal.green, async show => {
    await push(source, branch, proposal.mended, proposal.fixes, show)
    await playOne(source, show, teller)
  })
  return teller.scene('It is merged into staging', show => merge(source, pages, number, show))
}

async function push(
  { copy, repository }: Project,
  branch: string,
  message: string,
  changes: readonly Change[],
  show: (exhibit: Exhibit) => void,
): Promise<void> {
  await change(copy, ...changes)
  const sha = await copy.commit(message)
  await copy.push(`HEAD:${branch}`)
  show({ kind: 'commit', commit: await readCommit(repository, sha) })
}

async function merge(
  { repository }: Project,
  pages: OnGitHub,
  number: number,
  show: (exhibit: Exhibit) => void,
): Promise<Pushed> {
  const at = Date.now()
  const sha = await pages.merge(number)
  show({ kind: 'commit', commit: await readCommit(repository, sha) })
  return { sha, at }
}

/** What is wrong is found by one job; what else there is to check is still told. */
function jobsOf({ jobs }: WorkflowRun): Check[] {
  const ended = jobs.map(({ name, conclusion }) => `${name}: ${conclusion}`).join(', ')
  const red = jobs.filter(({ conclusion }) => conclusion === 'failure')
  return [{ claim: 'one job is red', seen: ended, ok: red.length === 1 }]
}

function said({ jobs }: WorkflowRun, complaint: RegExp): Check {
  const log = jobs.flatMap(({ steps }) => steps.flatMap(step => step.log)).join('\n')
  const [words] = complaint.exec(log) ?? []
  return { claim: 'its log says what is wrong', seen: words ?? 'no word of it', ok: words !== undefined }
}
