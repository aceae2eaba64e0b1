import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf, UserError } from '../action/errors.ts'
import type { World } from '../action/run.ts'
import { failedRequest, type GitHub } from '../github/client.ts'
import { explained, statusOf } from '../github/refusals.ts'
import { LONGEST_WAIT, rateLimitWait } from '../github/retries.ts'
import { viewerOf } from '../github/viewer.ts'
import { type Decision, nextStep, type Step, type View } from './next-step.ts'
import { afterFailure, afterWriting, beforeWriting, PACE, type Pace, untilSettled } from './pace.ts'
import { type CommentReader, commentReader, type Target } from './read-comments.ts'
import type { Section } from './section.ts'
import { type KeptSection, keep, originHere } from './stored.ts'

/** What became of the sections. */
export interface Posted {
  /** The comment's page. */
  readonly url: string
  /** `older`: a newer run's sections stand there and stay. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'older'
  /** How many requests changed something. */
  readonly writes: number
}

type Place = Pick<World, 'context' | 'env' | 'log' | 'now' | 'signal'>

const MOST_LOST = 10
const MOST_FAILURES = 6

/**
 * Puts sections into the one comment of this key, beside those of other jobs; called again with the same sections
 * (from a post step, say) it checks that they still stand, and writes only if not.
 *
 * It looks, decides (`nextStep`), acts, and looks again until there is nothing left to do: a comment that is missing,
 * was deleted, was made twice, or lost a section to a job that wrote at the same time, is only another thing to see.
 * @throws UserError where GitHub refuses, or where other jobs undo every write.
 */
export async function postSections(
  github: GitHub,
  target: Target,
  sections: readonly Section[],
  world: Place,
  pace: Pace = PACE,
): Promise<Posted> {
  const origin = originHere(world.context, world.env)
  const mine = sections.map(section => keep(section, origin))
  const reader = commentReader(github, target, () => viewerOf(github))
  const job: Job = { target, mine, reader, act: actor(github, target, reader), world, pace }
  const state = freshState()
  for (;;) {
    try {
      const posted = await round(job, state)
      if (posted) return posted
    } catch (thrown) {
      await recover(thrown, job, state)
    }
  }
}

interface Job {
  readonly target: Target
  readonly mine: readonly KeptSection[]
  readonly reader: CommentReader
  readonly act: ReturnType<typeof actor>
  readonly world: Place
  readonly pace: Pace
}

interface State {
  readonly made: number[]
  writes: number
  /** Other jobs may be writing: write at another time than they do, and wait until the comment settles. */
  careful: boolean
  /** Waited before the next write. */
  waited: boolean
  failures: number
  /** How often a section of ours was written and was gone again. */
  lost: number
  firstWrite: number
  outcome: Posted['outcome']
  readonly told: Set<string>
}

const freshState = (): State => ({
  made: [],
  writes: 0,
  careful: false,
  waited: false,
  failures: 0,
  lost: -1,
  firstWrite: 0,
  outcome: 'unchanged',
  told: new Set(),
})

/** Looks once and does what is to be done; what became of the sections, once nothing is left to do. */
async function round(job: Job, state: State): Promise<Posted | undefined> {
  const view = await job.reader.read()
  const lookedAt = performance.now()
  const decision = nextStep(job.target.key, view, job.mine, state)
  const { step } = decision
  tell(decision, state.told, job.world.log)
  state.careful ||= decision.company
  if (step.do === 'rest') return rest(job, state, view, decision)
  if (step.do !== 'delete' && state.careful && !state.waited) {
    state.waited = true
    await pause(job, beforeWriting(decision, Math.max(0, state.lost), job.pace))
    return undefined
  }
  if (performance.now() - lookedAt > job.pace.staleAfter) return undefined
  return write(job, state, step)
}

/** Leaves, unless other jobs may still be writing from what they saw before. */
async function rest(job: Job, state: State, view: View, decision: Decision): Promise<Posted | undefined> {
  const [comment] = view.comments
  const quietFor = view.now - (comment?.updatedAt ?? 0)
  const caredFor = performance.now() - state.firstWrite
  const isSafe = state.writes === 0 || !state.careful || quietFor >= job.pace.settle
  if (!isSafe && caredFor < job.pace.care) {
    await pause(job, untilSettled(quietFor, job.pace))
    return undefined
  }
  const isOlder = state.writes === 0 && job.mine.length > 0 && decision.superseded.length === job.mine.length
  return { url: comment?.url ?? '', outcome: isOlder ? 'older' : state.outcome, writes: state.writes }
}

async function write(job: Job, state: State, step: Change): Promise<Posted | undefined> {
  const { key, number } = job.target
  if (state.lost >= MOST_LOST)
    throw new UserError(
      `other jobs undid every write to the comment '${key}' on #${number}; run the job again, or give some jobs another comment-key`,
    )
  state.firstWrite ||= performance.now()
  state.writes++
  const written = await job.act(step)
  state.failures = 0
  if (step.do === 'delete') return undefined
  state.waited = false
  state.lost++
  if (step.do === 'create') {
    state.made.push(written.id)
    state.outcome = 'created'
    return undefined
  }
  if (state.outcome === 'unchanged') state.outcome = 'updated'
  if (!state.careful) return { url: written.url, outcome: state.outcome, writes: state.writes }
  await pause(job, afterWriting(job.pace))
  return undefined
}

/** Waits out what may pass; else throws, explained. */
async function recover(thrown: unknown, job: Job, state: State): Promise<void> {
  job.world.signal.throwIfAborted()
  const asked = state.failures < MOST_FAILURES ? passes(thrown, job.world.now()) : false
  if (asked === false) throw await refusal(thrown, job.target)
  state.failures++
  // Whether the request was carried out is not known: look at everything again, and for longer.
  state.careful ||= state.writes > 0
  job.reader.forget()
  await pause(job, afterFailure(state.failures, asked === true ? undefined : asked, job.pace))
}

async function pause({ world: { signal } }: Job, milliseconds: number): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (thrown) {
    // The sleep throws an error of its own; the reason for the abort says who cancelled.
    signal.throwIfAborted()
    throw thrown
  }
}

type Change = Exclude<Step, { do: 'rest' }>

/** Carries out a step; never sends a request twice, for between two there is always a look. */
function actor(github: GitHub, { repository, number }: Target, reader: CommentReader) {
  const [owner = '', repo = ''] = repository.split('/')
  const once = { owner, repo, request: { attempts: 1 } }
  const { issues } = github.rest
  return async (step: Change): Promise<{ id: number; url: string }> => {
    switch (step.do) {
      case 'create': {
        const { data } = await issues.createComment({ ...once, issue_number: number, body: step.body })
        reader.made(data)
        return { id: data.id, url: data.html_url }
      }
      case 'update': {
        const { data } = await issues
          .updateComment({ ...once, comment_id: step.id, body: step.body })
          .catch(gone)
        return { id: data.id, url: data.html_url }
      }
      case 'delete':
        await issues.deleteComment({ ...once, comment_id: step.id }).catch(thrown => {
          if (statusOf(thrown) !== 404) throw thrown
        })
        reader.deleted(step.id)
        return { id: step.id, url: '' }
    }
  }
}

/** Somebody deleted the comment between our look and our write. */
class Gone extends Error {}

function gone(thrown: unknown): never {
  throw statusOf(thrown) === 404 ? new Gone('the comment was deleted', { cause: thrown }) : thrown
}

/** Whether a failure may pass; a number is the wait in milliseconds that the server asks for. */
function passes(thrown: unknown, now: Date): boolean | number {
  if (thrown instanceof Gone) return 100
  if (statusOf(thrown) === undefined) return false
  const failed = failedRequest(thrown, { method: '', url: '' })
  const wait = rateLimitWait(failed, now)
  if (wait !== undefined) return wait <= LONGEST_WAIT && wait
  return failed.status === 0 || failed.status >= 500
}

async function refusal(thrown: unknown, { repository, number }: Target): Promise<unknown> {
  if (statusOf(thrown) === 403 && /locked/i.test((thrown as Error).message))
    return new UserError(
      `the conversation of #${number} in ${repository} is locked, so that no comment can be written: unlock it, or set comment: never`,
      { cause: thrown },
    )
  const purpose = { to: `comment on #${number}`, repository, permission: 'pull-requests: write' }
  const explanation = await explained(purpose, () => Promise.reject(thrown)).catch((one: unknown) => one)
  if (explanation instanceof UserError || statusOf(thrown) === undefined) return explanation
  return new UserError(
    `GitHub does not take the comment on #${number} in ${repository} (${statusOf(thrown)}: ${messageOf(thrown)}); where it is too long, give some directories another comment-key`,
    { cause: thrown },
  )
}

function tell({ damaged, omitted, superseded }: Decision, told: Set<string>, log: World['log']): void {
  const once = (message: string) => {
    if (!told.has(message)) log.warning(message)
    told.add(message)
  }
  if (damaged > 0)
    once(
      'sections of the comment were damaged, by hand it seems, and are dropped; their jobs will write them again',
    )
  if (omitted.length > 0)
    once(
      'the comment has no room for more sections: this one is only in the job summary; use several comment-keys',
    )
  if (superseded.length > 0) log.debug('a newer section stands in the comment; it stays')
}
