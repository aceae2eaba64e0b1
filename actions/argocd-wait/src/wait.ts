import { setTimeout as sleep } from 'node:timers/promises'
import { type Following, follow, type Outcome } from './follow.ts'
import type { AppName } from './given.ts'

/** How the waiting ended for all applications. */
export interface Waited {
  readonly outcomes: readonly Outcome[]
  /** Whether the time ran out. */
  readonly late: boolean
}

/** Times in milliseconds. */
export interface Pace {
  readonly timeout: number
  readonly interval: number
  readonly signal: AbortSignal
}

/** Looks at all applications until each has been live, one has failed, or the time is up. */
export async function waitForAll(
  names: readonly AppName[],
  following: Following,
  { timeout, interval, signal }: Pace,
): Promise<Waited> {
  const end = following.now() + timeout
  const followed = names.map(name => ({
    look: follow(name, following),
    last: undefined as Outcome | undefined,
  }))
  for (;;) {
    const pending = followed.filter(({ last }) => last?.verdict.state !== 'live')
    await Promise.all(
      pending.map(async one => {
        one.last = await one.look()
      }),
    )
    const outcomes = followed.map(({ last }) => last as Outcome)
    const states = outcomes.map(({ verdict }) => verdict.state)
    if (states.includes('failed') || states.every(state => state === 'live')) return { outcomes, late: false }
    const left = end - following.now()
    if (left <= 0) return { outcomes, late: true }
    await sleep(Math.min(interval, left), undefined, { signal }).catch(() => signal.throwIfAborted())
  }
}
