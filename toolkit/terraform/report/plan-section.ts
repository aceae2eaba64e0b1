import type { Block, Section } from '../../comment/section.ts'
import { slot } from '../../comment/slot.ts'
import { html, htmlCode } from '../../markdown/html.ts'
import { codeSpan } from '../../markdown/text.ts'
import { visibleLine } from '../../markdown/visible.ts'
import type { Plan } from '../plan/model.ts'
import { abbreviate } from './abbreviate.ts'
import { type Counts, counts, headline, verdict } from './counts.ts'
import { driftBlocks } from './drift.ts'
import { actionBlocks, checkBlocks, deferredBlocks, outputBlocks, planNotice, readBlocks } from './notices.ts'
import { type PlanPlace, toolTitle } from './place.ts'
import { COMMENT, type Room, resourceBlocks } from './resources.ts'

export const ACTION = 'terraform-plan-comment'

/** What a plan would do, as the section of a comment: the worst first, and each block of its own. */
export function planSection(plan: Plan, at: PlanPlace): Section {
  const total = counts(plan)
  return {
    action: ACTION,
    directory: at.directory,
    heading: `${verdict(plan, total)} ${titleOf(at)} · ${headline(total)}`,
    overview: `${verdict(plan, total)} ${emphasized(total)}${plan.errored ? ', **failed midway**' : ''}`,
    blocks: planBlocks(
      plan,
      at,
      COMMENT,
      address => at.costs?.get(address) ?? (at.costs ? '' : slot(address)),
    ),
  }
}

/** The blocks of a plan, in the order in which they are read. */
export function planBlocks(
  plan: Plan,
  at: PlanPlace,
  room: Room,
  cost: (address: string) => string,
): Block[] {
  const reads = plan.changes.filter(({ kind }) => kind === 'read')
  const changes = reads.length === 0 ? plan.changes : plan.changes.filter(({ kind }) => kind !== 'read')
  const blocks = [
    ...planNotice(plan),
    ...resourceBlocks(changes, cost, room),
    ...checkBlocks(plan.checks),
    ...deferredBlocks(plan.deferred),
    ...actionBlocks(plan.invocations),
    ...outputBlocks(plan.outputs, room.attributes),
    ...driftBlocks(plan.drift, toolTitle(at), room.total / 4),
    ...readBlocks(reads),
  ]
  return blocks.length === 0 ? [] : [...blocks, { priority: 5, markdown: footer(plan, at) }]
}

/** The directory, and the workspace where it is not the usual one. */
export function titleOf({ directory, workspace }: Pick<PlanPlace, 'directory' | 'workspace'>): string {
  const shown = codeSpan(visibleLine(abbreviate(directory, 120)))
  const named = workspace !== undefined && workspace !== 'default' && workspace !== ''
  return named ? `${shown} (${codeSpan(visibleLine(abbreviate(workspace, 60)))})` : shown
}

function emphasized(total: Counts): string {
  return headline(total).replace(/[\d,]*\d to (?:destroy|replace)/g, '**$&**')
}

function footer(plan: Plan, at: PlanPlace): string {
  const version = at.tool.version ?? plan.terraformVersion
  const tool = version === undefined ? toolTitle(at) : `${toolTitle(at)} ${html(version)}`
  return `<sub>${tool} · ${htmlCode(at.headSha.slice(0, 7))} · <a href="${html(at.runUrl)}">the whole plan and the log</a></sub>`
}
