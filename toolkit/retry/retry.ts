import { setTimeout as sleep } from 'node:timers/promises'

/** When to try again. */
export interface RetryOptions {
  /** How often to try in all; at least 1. */
  readonly attempts: number
  /** The longest wait before the second try, in milliseconds; doubles from there. */
  readonly delay: number
  /** The longest wait, in milliseconds. */
  readonly maxDelay?: number
  /**
   * Whether this failure may pass by itself. A number is the wait the server asked for, in milliseconds.
   * Called only while tries are left.
   */
  readonly retryable: (thrown: unknown, attempt: number) => boolean | number
  /** Ends the waiting early. */
  readonly signal?: AbortSignal
  /** From 0 to 1; for tests. */
  readonly random?: () => number
}

/**
 * Tries until it works, with exponential back-off and full jitter, so that many writers do not meet again.
 * @throws what the last try threw.
 */
export async function retry<T>(
  attemptOnce: (attempt: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(attempt)
    } catch (thrown) {
      if (attempt >= options.attempts || options.signal?.aborted) throw thrown
      const verdict = options.retryable(thrown, attempt)
      if (verdict === false) throw thrown
      const wait = verdict === true ? backoff(attempt, options) : verdict
      await pause(wait, options.signal)
    }
  }
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(milliseconds, undefined, signal ? { signal } : {})
  } catch (thrown) {
    // The sleep throws an error of its own; the reason for the abort says who cancelled.
    signal?.throwIfAborted()
    throw thrown
  }
}

function backoff(attempt: number, { delay, maxDelay = 30_000, random = Math.random }: RetryOptions): number {
  return Math.min(maxDelay, delay * 2 ** (attempt - 1)) * random()
}
