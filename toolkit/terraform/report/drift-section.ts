import type { Section } from '../../comment/section.ts'
import type { Plan } from '../plan/model.ts'
import { counts, headline } from './counts.ts'
import { fitting } from './fitting.ts'
import { actionOf, titleOf } from './heading.ts'
import { toolTitle } from './place.ts'
import { costsOf, type PlanPlace, planBlocks } from './plan-section.ts'
import { commentRoom } from './resources.ts'
import { plural } from './words.ts'

// An issue's body has the limit of a comment (65,536), kept here in bytes.
const LIMIT = 60_000

/** Whether what exists is not what the configuration says: an apply would change something. */
export function isDrift(plan: Plan): boolean {
  const { drift: _, checks: __, read: ___, ...changing } = counts(plan)
  return plan.refreshOnly || Object.values(changing).some(count => count > 0)
}

/** What drifted, in one line: `2 changed outside of Terraform, an apply would do: 1 to update`; else `no drift`. */
function driftWords(plan: Plan, at: Pick<PlanPlace, 'tool'>): string {
  const total = counts(plan)
  const outside =
    total.drift > 0 ? `${plural(total.drift, 'resource')} changed outside of ${toolTitle(at)}` : ''
  if (!isDrift(plan)) return outside === '' ? 'no drift' : `no drift that matters, ${outside}`
  const planned = headline({ ...total, drift: 0 })
  return [outside, plan.refreshOnly && total.outputs === 0 ? '' : planned].filter(Boolean).join(', ')
}

/** A root module as the nightly look finds it. */
export function driftSection(plan: Plan, at: PlanPlace): Section {
  const mark = isDrift(plan) ? '🟣' : '⚪'
  const words = driftWords(plan, at)
  return {
    action: actionOf(at),
    directory: at.directory,
    heading: `${mark} ${titleOf(at)} · ${words}`,
    overview: `${mark} ${words}`,
    blocks: isDrift(plan) ? planBlocks(plan, at, commentRoom(at.roots), costsOf(at)) : [],
  }
}

/** The title of the issue on a root module that drifts; it stays the same from night to night. */
export function driftTitle({ directory, workspace }: Pick<PlanPlace, 'directory' | 'workspace'>): string {
  const where = workspace === undefined || workspace === 'default' ? '' : ` (${workspace})`
  return `Drift in ${directory}${where}`.replace(/\s+/g, ' ').replaceAll('@', '@\u200b').slice(0, 200)
}

/** The body of that issue; undefined where there is no drift, and an open issue can be closed. */
export function driftIssue(plan: Plan, at: PlanPlace): string | undefined {
  if (!isDrift(plan)) return undefined
  const intro = [
    `What exists is not what the configuration in ${titleOf(at)} says: **${driftWords(plan, at)}**.`,
    'Below is what an apply would do. To keep what exists, bring it into the configuration by a pull request; to undo it, apply. This issue is brought up to date by each run, and closed when nothing drifts any more.',
  ].join('\n\n')
  const blocks = planBlocks(plan, at, commentRoom(), costsOf(at))
  return `${intro}\n\n${fitting(blocks, LIMIT - Buffer.byteLength(intro))}\n`
}
