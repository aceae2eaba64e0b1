import type { WorkflowRun } from '../player/player.ts'
import { seconds, type Teller, within } from '../story.ts'

/** A stretch of time, in milliseconds since the epoch. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** How long something took, in milliseconds, and what of that was whose. */
export interface Speed {
  readonly whole: number
  /** They run beside each other, and beside other things. */
  readonly build: number
  readonly tests: number
  /** Neither the image's build nor the service's own tests: what the pipeline itself takes. */
  readonly own: number
}

/** On a machine that does nothing else. */
const GOALS = { whole: 30_000, own: 3_000 }

/** Measures from a push to what came of it. */
export function speedOf(whole: Stretch, { jobs }: Pick<WorkflowRun, 'jobs'>): Speed {
  const steps = jobs.flatMap(job => job.steps)
  const build = steps.filter(({ kind }) => /\/build-push@/.test(kind)).map(stretchOf)
  const tests = steps.filter(({ name }) => name.includes('npm test')).map(stretchOf)
  const total = whole.to - whole.from
  return {
    whole: total,
    build: covered(whole, build),
    tests: covered(whole, tests),
    own: total - covered(whole, [...build, ...tests]),
  }
}

/** Tells how quick each release was. A busy machine is no fault of the pipeline: nothing is demanded. */
export async function tellSpeed(speeds: readonly Speed[], teller: Teller): Promise<void> {
  await within(teller, 'Speed').scene('How quick it was', async show => {
    for (const [index, speed] of speeds.entries())
      show({ kind: 'note', text: `Release ${index + 1}: ${describeSpeed(speed)}` })
  })
}

/** A sentence or two, with what the goals are, and whether they were met. */
export function describeSpeed({ whole, build, tests, own }: Speed): string {
  const met = whole < GOALS.whole && own < GOALS.own
  return [
    `${seconds(whole)} from the push to the commit in the manifests.`,
    `The image’s build took ${seconds(build)}, beside the service’s own tests with ${seconds(tests)}; the pipeline itself ${seconds(own)}.`,
    `${met ? 'That meets' : 'That misses'} the goals: ${GOALS.whole / 1000} s in all, ${GOALS.own / 1000} s for the pipeline${met ? '' : ', on a machine that does nothing else'}.`,
  ].join(' ')
}

function stretchOf({ startedAt, duration }: { startedAt: Date; duration: number }): Stretch {
  return { from: startedAt.getTime(), to: startedAt.getTime() + duration }
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
