import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { RemoteError } from '../../../toolkit/git/remote.ts'
import { retry } from '../../../toolkit/retry/retry.ts'
import { type BumpPlan, planBump, type SourceFile } from './plan.ts'
import type { BumpRequest } from './request.ts'
import type { BumpInputs } from './spec.ts'
import { unmatchedFailure } from './unmatched.ts'

/** Where changes land: the workspace, a branch, a pull request's branch. */
export interface Target {
  /** `main of maestrops/shop`, for messages. */
  readonly name: string
  /** Reads it as it is now; called anew for every attempt, so that no old content is ever sent again. */
  read(): Promise<Standing>
}

/** A target as it stood when it was read. */
export interface Standing {
  readonly files: readonly SourceFile[]
  /** The same files as an earlier run proposed them, where that is not what they are read from. */
  readonly proposed?: readonly SourceFile[]
  /** The commit that was read; undefined where there are none. */
  readonly tip?: string
  /** Whether there is something to show for it even where nothing is left to change. */
  readonly pending?: boolean
  /**
   * Lands the changes upon what was read, wholly or not at all.
   * @returns the commit that carries them.
   * @throws RemoteError of kind `race` where the target is not what was read any more.
   */
  land(plan: BumpPlan): Promise<string | undefined>
}

/** What became of a request. */
export interface Landed {
  readonly plan: BumpPlan
  readonly outcome: 'stopped' | 'unchanged' | 'pending' | 'shown' | 'landed'
  readonly commit?: string | undefined
  /** Why it was stopped. */
  readonly failure?: string
}

type Options = Pick<BumpInputs, 'require-match' | 'dry-run' | 'attempts'>

/** A server that fails more often than this will not be better soon. */
const HICCUPS = 3

/**
 * Reads, decides and lands; where another writer was first, waits a random while and starts over from the new tip.
 * A writer loses a race only to one that lands, so among n writers of one change each, n attempts are enough for all.
 * @throws UserError where others are first in all attempts; RemoteError where the remote refuses.
 */
export async function land(
  target: Target,
  request: BumpRequest,
  options: Options,
  world: Pick<World, 'log' | 'signal'>,
): Promise<Landed> {
  let sent: BumpPlan | undefined
  let hiccups = 0
  const attemptOnce = async (): Promise<Landed> => {
    const standing = await target.read()
    const plan = planBump(standing.files, request)
    const failure = failureOf(plan, standing, request, options)
    if (failure !== undefined) return { plan, outcome: 'stopped', failure }
    // The answer to an earlier push was lost, and the change is there: that push arrived.
    if (plan.changes.length === 0 && sent) return { plan: sent, outcome: 'landed', commit: standing.tip }
    if (plan.changes.length === 0)
      return { plan, outcome: standing.pending ? 'pending' : 'unchanged', commit: standing.tip }
    if (options['dry-run']) return { plan, outcome: 'shown' }
    try {
      return { plan, outcome: 'landed', commit: await standing.land(plan) }
    } catch (thrown) {
      if (kindOf(thrown) === 'hiccup') sent = plan
      throw thrown
    }
  }
  const retryable = (thrown: unknown, attempt: number) => {
    const kind = kindOf(thrown)
    if (kind !== 'race' && kind !== 'hiccup') return false
    if (kind === 'hiccup' && ++hiccups > HICCUPS) return false
    world.log.info(`${target.name}: attempt ${attempt} of ${options.attempts} ${WORDS[kind]}; starting over`)
    return true
  }
  try {
    const pace = { attempts: options.attempts, delay: 1000, maxDelay: 15_000 }
    return await retry(attemptOnce, { ...pace, retryable, signal: world.signal })
  } catch (thrown) {
    if (kindOf(thrown) !== 'race') throw thrown
    throw new UserError(
      `others were first to push to ${target.name} in all ${options.attempts} attempts; raise 'attempts', or let fewer jobs push at once`,
    )
  }
}

const WORDS = { race: 'lost the race against another push', hiccup: 'met a server that failed' }

function kindOf(thrown: unknown) {
  return thrown instanceof RemoteError ? thrown.verdict.kind : undefined
}

function failureOf(
  plan: BumpPlan,
  { files, proposed }: Standing,
  request: BumpRequest,
  options: Options,
): string | undefined {
  // A pull request that waits for its merge counts as the newer state: a late older run must not replace it.
  const downgrades = [...plan.downgrades, ...(proposed ? planBump(proposed, request).downgrades : [])]
  if (downgrades.length > 0) {
    const places = downgrades.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
    return `nothing was changed, because it would go back to an older image (allow-downgrade: true permits that):\n${places.join('\n')}`
  }
  if (plan.unmatched.length > 0 && options['require-match']) return unmatchedFailure(plan, files, request)
  return undefined
}
