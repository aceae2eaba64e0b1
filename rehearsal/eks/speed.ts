import { demand } from '../play-one.ts'
import type { WorkflowRun } from '../player/player.ts'
import { type Check, seconds, type Teller } from '../story.ts'

/** A stretch of time, in milliseconds since the epoch. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** How long something took, in milliseconds, and how much of that was the pipeline's own work. */
export interface Speed {
  readonly whole: number
  readonly own: number
}

/** Goals, on a machine that does nothing else. */
const GOALS: Speed = { whole: 30_000, own: 3_000 }

/** Measures from a push to what came of it, with and without the image's build and the service's tests. */
export function speedOf(whole: Stretch, run: Pick<WorkflowRun, 'jobs'>): Speed {
  const total = whole.to - whole.from
  return { whole: total, own: total - covered(whole, buildAndTests(run)) }
}

/** Demands of each release that it was as quick as it should be. */
export async function demandSpeed(speeds: readonly Speed[], teller: Teller): Promise<void> {
  await teller.scene('How quick it was', async show => demand(speeds.flatMap(checkSpeed), show))
}

/** Whether the goals were met. */
export function checkSpeed({ whole, own }: Speed, index: number): Check[] {
  const release = `release ${index + 1}`
  return [
    {
      claim: `${release}: less than ${GOALS.whole / 1000} s from the push to the commit in the manifests repository`,
      seen: seconds(whole),
      ok: whole < GOALS.whole,
    },
    {
      claim: `${release}: less than ${GOALS.own / 1000} s of that beside the image’s build and the service’s tests`,
      seen: seconds(own),
      ok: own < GOALS.own,
    },
  ]
}

/** They run beside each other. */
function buildAndTests({ jobs }: Pick<WorkflowRun, 'jobs'>): Stretch[] {
  return jobs
    .flatMap(({ steps }) => steps)
    .filter(({ kind, name }) => /\/build-push@/.test(kind) || name.includes('npm test'))
    .map(({ startedAt, duration }) => ({ from: startedAt.getTime(), to: startedAt.getTime() + duration }))
}

/** How much of a stretch lies in at least one of the others. */
export function covered({ from, to }: Stretch, others: readonly Stretch[]): number {
  let [sum, upTo] = [0, from]
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    const end = Math.min(other.to, to)
    sum += Math.max(0, end - Math.max(other.from, upTo))
    upTo = Math.max(upTo, end)
  }
  return sum
}
