import type { Decision } from './next-step.ts'

/** How long jobs wait for each other, in milliseconds. */
export interface Pace {
  /** Between looking at the comment and writing it; an older look is taken again. */
  readonly staleAfter: number
  /** How long nobody must have written before a job leaves it to the others. */
  readonly settle: number
  /** The longest time that a job cares for its sections after its first write. */
  readonly care: number
  /** From 0 to 1. */
  readonly random: () => number
}

/**
 * GitHub has no conditional write for comments, so two jobs that looked at the same text can undo each other. What
 * is done against it: nobody writes from a look older than `staleAfter`, and a job that may have company leaves only
 * when its sections stand in a comment that nobody wrote to for `settle`. By then every writer that had looked before
 * has written, and whoever looks later sees the sections and keeps them.
 *
 * What remains: a write that takes the server longer than `settle - staleAfter`; a list that is behind by more than
 * that; and a job that had no reason to expect company (nobody else ever wrote to the comment) while another one wrote
 * to it for the first time. A second call of `postSections` from the post step of the action finds all of these.
 */
export const PACE: Pace = { staleAfter: 1_000, settle: 4_000, care: 90_000, random: Math.random }

/** Jobs that found each other write at different times: how long this one waits before it looks again and writes. */
export function beforeWriting(
  { rank, others }: Pick<Decision, 'rank' | 'others'>,
  lost: number,
  { random }: Pace,
): number {
  // The job that made the first comment merges the others into it; they only have to check that it did.
  if (rank === 0 && lost === 0) return 400 + 200 * random()
  const spread = Math.min(8_000, Math.max(200, Math.min(others, 20) * 250) * 2 ** lost)
  return (rank > 0 ? 1_500 : 0) + spread * random()
}

/** How long to wait before looking whether a write was lost. */
export function afterWriting({ random }: Pace): number {
  return 1_200 + 800 * random()
}

/** How long to wait until the comment can have settled. */
export function untilSettled(quietFor: number, { settle, random }: Pace): number {
  return Math.max(500, settle - quietFor) + 500 * random()
}

/** How long to wait after a request that failed for a moment; `asked` is what the server wants. */
export function afterFailure(failures: number, asked: number | undefined, { random }: Pace): number {
  // Everyone was told to come back at the same time: come back at different ones.
  if (asked !== undefined) return asked + (500 + asked / 4) * random()
  return Math.min(8_000, 500 * 2 ** (failures - 1)) * (1 + random())
}
