import { UserError } from '../../../toolkit/action/errors.ts'
import { isDown, mayPass } from './api/refusal.ts'
import type { Application } from './api/types.ts'
import { type AppName, qualified } from './given.ts'
import type { Verdict } from './judge/judge.ts'
import { duration } from './report/words.ts'

/** What was seen of an application when the waiting ended. */
export interface Outcome {
  readonly name: AppName
  readonly verdict: Verdict
  /** Undefined where it could never be read. */
  readonly app: Application | undefined
  /** Seconds from the start. */
  readonly seconds: number
}

/** What following an application takes from the world; times are in milliseconds. */
export interface Following {
  /** Reads it. @param refresh has Argo CD look at git first. */
  readonly read: (name: AppName, refresh: boolean) => Promise<Application>
  readonly judge: (app: Application, fresh: boolean) => Promise<Verdict>
  readonly say: (line: string) => void
  readonly now: () => number
  /** How long trouble may last. */
  readonly grace: number
  /** Whether Argo CD may be asked to look at git. */
  readonly refreshes: boolean
}

/** How long to let Argo CD be once it has looked at git; where it did not, that depends on how long it took to say so. */
const REFRESH_EVERY = 15_000
const RELIEF = 2
/** How Argo CD notes on an application that it shall look at git; it takes that off when it has. */
const REFRESH = 'argocd.argoproj.io/refresh'

/** Follows one application: each call of what this returns looks once. */
export function follow(name: AppName, following: Following): () => Promise<Outcome> {
  const { say, now, grace } = following
  const started = now()
  let seen: Application | undefined
  let fresh = false
  let refreshAt = Number.NEGATIVE_INFINITY
  let troubled: number | undefined
  let said = ''
  let stale = true
  let [hasAsked, isPending] = [false, false]

  const look = async (): Promise<Verdict> => {
    try {
      seen = await readOnce()
      const verdict = await following.judge(seen, fresh)
      stale = verdict.stale === true
      return verdict
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown
      return { state: mayPass(thrown) ? 'trouble' : 'failed', reason: thrown.message }
    }
  }
  const readOnce = async (): Promise<Application> => {
    const isDue = following.refreshes && stale && now() >= refreshAt
    if (!isDue) return readAsItIs()
    const asked = now()
    try {
      const app = await following.read(name, true)
      fresh = true
      refreshAt = now() + REFRESH_EVERY
      return app
    } catch (thrown) {
      if (!isDown(thrown)) throw thrown
      refreshAt = now() + RELIEF * (now() - asked)
      hasAsked = true
      // A controller that is busy answers late; the application can be read all the same.
      return readAsItIs()
    }
  }
  const readAsItIs = async (): Promise<Application> => {
    const app = await following.read(name, false)
    const isAskedFor = app.metadata?.annotations?.[REFRESH] !== undefined
    if (isPending && !isAskedFor) fresh = true
    isPending = hasAsked && isAskedFor
    return app
  }
  return async () => {
    const found = await look()
    const verdict = overdue(found)
    if (verdict.reason !== said) say(`${qualified(name)}: ${verdict.reason}`)
    said = verdict.reason
    return { name, verdict, app: seen, seconds: (now() - started) / 1000 }
  }

  function overdue(verdict: Verdict): Verdict {
    if (verdict.state !== 'trouble') {
      troubled = undefined
      return verdict
    }
    troubled ??= now()
    const lasted = now() - troubled
    if (lasted < grace) return verdict
    return {
      ...verdict,
      state: 'failed',
      reason: `${verdict.reason}; so it stayed for ${duration(lasted / 1000)}`,
    }
  }
}
