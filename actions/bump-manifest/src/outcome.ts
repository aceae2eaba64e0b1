import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { bounded, boundedDiff, boundedMatches } from './bounded-outputs.ts'
import { runUrl, sourceUrl } from './commit-message.ts'
import type { Landed, Target } from './land.ts'
import type { BumpPlan } from './plan.ts'
import type { PullRequest } from './pull-request.ts'
import { summary } from './report.ts'
import type { BumpInputs, spec } from './spec.ts'

/** How a run ended. */
export interface Outcome extends Landed {
  readonly target: Pick<Target, 'name'>
  readonly pull?: PullRequest
}

/** Tells the log, the outputs and the job summary how it ended. */
export function reportOf(
  outcome: Outcome,
  inputs: Pick<BumpInputs, 'mode'>,
  { log, context }: Pick<World, 'log' | 'context'>,
): Report<typeof spec> {
  const { plan, commit, pull, failure } = outcome
  tell(plan, log)
  const line = headline(outcome, inputs)
  if (failure === undefined) log.info(line)
  const carried = outcome.outcome === 'landed' || outcome.outcome === 'pending'
  const changed = outcome.outcome === 'landed' || outcome.outcome === 'shown'
  const matches = boundedMatches(plan.matches)
  const paths = changed ? plan.changes.map(({ path }) => path) : []
  const files = bounded(paths, path => path)
  tellLeftOut('matches', plan.matches.length - matches.length, log)
  tellLeftOut('changed-files', paths.length - files.length, log)
  return {
    outputs: {
      changed,
      matches: JSON.stringify(matches),
      'changed-files': files.join('\n'),
      commit: carried ? commit : undefined,
      'pull-request': pull?.number,
      diff: changed ? boundedDiff(plan.changes) : '',
    },
    summary: summary(plan, { headline: line, links: links(pull, context) }),
    ...(failure !== undefined && { failure }),
  }
}

/** One line on how it ended. */
export function headline(
  { outcome, plan, commit, pull, target, failure }: Outcome,
  { mode }: Pick<BumpInputs, 'mode'>,
): string {
  const files = plan.changes.length === 1 ? '1 file' : `${plan.changes.length} files`
  switch (outcome) {
    case 'stopped':
      return `Stopped: ${failure?.split('\n', 1)[0]}`
    case 'unchanged':
      return `Nothing to change: ${target.name} is already as asked`
    case 'shown':
      return `Would change ${files} in ${target.name} (dry run)`
    case 'pending':
    case 'landed':
      if (pull) return `Pull request #${pull.number} carries the change`
      return mode === 'write'
        ? `Changed ${files} in the workspace`
        : `Pushed ${commit?.slice(0, 7)} to ${target.name}: ${files} changed`
  }
}

function tellLeftOut(output: string, count: number, log: World['log']): void {
  if (count > 0) log.warning(`the output '${output}' leaves out ${count}, for which GitHub has no room`)
}

function tell({ matches, refusals, notes }: BumpPlan, log: World['log']): void {
  for (const { file, line, path, old, new: next } of matches)
    log.info(`${file}:${line} ${path}: ${old === next ? `${old} (already)` : `${old} → ${next}`}`)
  for (const { file, reason } of refusals) log.warning(`${file} is left alone: it ${reason}`, { file })
  for (const note of notes) log.notice(note)
}

function links(pull: PullRequest | undefined, context: World['context']): (readonly [string, string])[] {
  const candidates: [string, string | undefined][] = [
    ['Pull request', pull?.html_url],
    ['Source commit', sourceUrl(context)],
    ['Run', runUrl(context)],
  ]
  return candidates.filter((link): link is [string, string] => link[1] !== undefined)
}
