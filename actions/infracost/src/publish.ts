import type { World } from '../../../toolkit/action/run.ts'
import { type Published, publishSections } from '../../../toolkit/comment/publish.ts'
import type { Section } from '../../../toolkit/comment/section.ts'
import { signOf } from '../../../toolkit/money/decimal.ts'
import type { InfracostInputs } from './spec.ts'
import type { Standing } from './standing.ts'
import type { Verdict } from './verdict.ts'

/** Comments, where that is asked for. */
export function publish(
  sections: readonly Section[],
  { total, verdicts }: { readonly total: Standing; readonly verdicts: readonly Verdict[] },
  inputs: InfracostInputs,
  world: World,
): Promise<Published> {
  const choice = inputs.comment
  const wish = {
    comment: choice === 'over-budget' ? ('changes' as const) : choice,
    key: inputs['comment-key'],
    token: inputs['github-token'],
    dryRun: inputs['dry-run'],
    news: choice === 'over-budget' ? isBroken(verdicts) : differs(total),
  }
  return publishSections(sections, wish, world)
}

function isBroken(verdicts: readonly Verdict[]): boolean {
  return verdicts.some(({ state }) => state === 'over' || state === 'unknown')
}

/** What is not known to be the same may have changed. */
function differs({ change }: Standing): boolean {
  return change === undefined || !change.complete || change.usage || signOf(change.known) !== 0
}
