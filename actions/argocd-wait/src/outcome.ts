import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { failureOf, problemLines } from './report/lines.ts'
import { outputOf, type Status } from './report/status.ts'
import { summaryOf } from './report/summary.ts'
import { duration } from './report/words.ts'
import type { spec, WaitInputs } from './spec.ts'
import type { Waited } from './wait.ts'

/** Tells the log, the output and the job summary how the waiting ended. */
export function reportOf(
  statuses: readonly Status[],
  { outcomes, late }: Waited,
  inputs: WaitInputs,
  world: World,
): Report<typeof spec> {
  const dryRun = inputs['dry-run']
  for (const status of statuses)
    if (status.problems.length > 0) for (const line of problemLines(status)) world.log.info(line)
  const summary = summaryOf(statuses, {
    revision: inputs.revision,
    seconds: Math.max(...statuses.map(({ seconds }) => seconds)),
    dryRun,
  })
  const isLive = statuses.every(({ live }) => live)
  // Looking succeeded where everything could be read, whatever was to be seen.
  const fails = dryRun ? outcomes.some(({ app }) => app === undefined) : !isLive
  return {
    outputs: { status: world.secrets.redact(outputOf(statuses)) },
    summary,
    ...(fails && { failure: failureOf(statuses, late ? duration(inputs.timeout) : undefined) }),
  }
}
