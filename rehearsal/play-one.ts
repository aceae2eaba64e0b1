import type { Deliveries } from './player/deliveries.ts'
import type { Event, Player, WorkflowRun } from './player/player.ts'
import type { Check, Exhibit, Teller } from './story.ts'

/** A repository whose workflows are played, and what has happened in it and not been played yet. */
export interface Played {
  readonly player: Player
  readonly deliveries: Deliveries
}

/**
 * Plays what has happened on GitHub, or the event that is given, and shows the one run that it starts.
 * @throws where another number of workflows runs a job, or the run ends otherwise than expected.
 */
export async function playOne(
  { player, deliveries }: Played,
  show: (exhibit: Exhibit) => void,
  { signal }: Teller,
  { event, expected = 'success' }: { event?: Event; expected?: WorkflowRun['conclusion'] } = {},
): Promise<WorkflowRun> {
  const runs: WorkflowRun[] = []
  for (const each of event ? [event] : await deliveries.take())
    runs.push(...(await player.play(each, { stop: signal })).runs)
  signal.throwIfAborted()
  const [only, ...more] = runs.filter(({ conclusion }) => conclusion !== 'skipped')
  if (only === undefined || more.length > 0)
    throw new Error(`${runs.length} workflows started, and not one of them ran a job alone`)
  show({ kind: 'run', run: only })
  if (only.conclusion !== expected)
    throw new Error([`${only.workflow}: ${only.conclusion}`, ...lastWords(only)].join('\n'))
  return only
}

/** @throws where a check does not hold; all are shown first. */
export function demand(checks: readonly Check[], show: (exhibit: Exhibit) => void): void {
  show({ kind: 'checks', checks })
  const broken = checks.filter(({ ok }) => !ok)
  if (broken.length > 0)
    throw new Error(broken.map(({ claim, seen }) => `not so: ${claim} (${seen})`).join('\n'))
}

/** Why a run did not succeed: the end of the log of each step that failed, and what was said of its job. */
function lastWords(run: WorkflowRun): string[] {
  return run.jobs.flatMap(job => [
    ...job.steps.filter(step => step.conclusion === 'failure').flatMap(step => step.log.slice(-15)),
    ...(job.conclusion === 'failure' ? job.remarks : []),
  ])
}
