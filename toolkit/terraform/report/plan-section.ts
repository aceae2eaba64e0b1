import type { Block, Section } from '../../comment/section.ts'
import { slot, spaced } from '../../comment/slot.ts'
import type { Plan } from '../plan/model.ts'
import type { Diagnostic } from '../run/diagnostics.ts'
import { type Counts, counts, headline, verdict } from './counts.ts'
import { driftBlocks } from './drift.ts'
import { findingBlocks } from './findings.ts'
import { actionOf, footer, titleOf } from './heading.ts'
import { actionBlocks, checkBlocks, deferredBlocks, outputBlocks, planNotice, readBlocks } from './notices.ts'
import { type Place, toolTitle } from './place.ts'
import { commentRoom, type Room, resourceBlocks } from './resources.ts'

/** A place with what stands beside the plan. */
export interface PlanPlace extends Place {
  /** By address, HTML on one line; without it, each resource has a slot that a later step fills. */
  readonly costs?: ReadonlyMap<string, string> | undefined
  /** How many root modules share the comment, as far as is known; default: 1. */
  readonly roots?: number | undefined
  /** What the tool said while planning. */
  readonly diagnostics?: readonly Diagnostic[] | undefined
}

/** What a plan would do, as the section of a comment: the worst first, and each block of its own. */
export function planSection(plan: Plan, at: PlanPlace): Section {
  const total = counts(plan)
  return {
    action: actionOf(at),
    directory: at.directory,
    heading: planHeading(plan, at),
    overview: `${verdict(plan, total)} ${wordsOf(plan, emphasized(plan, total))}`,
    blocks: planBlocks(plan, at, commentRoom(at.roots), at.costs ? costsOf(at) : slot),
  }
}

/** What stands above a plan, on one line. */
export function planHeading(plan: Plan, at: PlanPlace): string {
  const total = counts(plan)
  return `${verdict(plan, total)} ${titleOf(at)} · ${wordsOf(plan, headline(total, plan.refreshOnly))}`
}

function wordsOf({ errored, changes }: Plan, headline: string): string {
  if (!errored) return headline
  return changes.length === 0 ? '**planning failed**' : `**planning failed midway**, ${headline} until then`
}

/** What stands behind an address: its cost after a space, where that is known. */
export function costsOf({ costs }: Pick<PlanPlace, 'costs'>): (address: string) => string {
  return address => spaced(costs?.get(address))
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
  const findings = findingBlocks(at.diagnostics ?? [], at)
  const blocks = [
    ...planNotice(plan),
    ...findings.filter(({ counts }) => counts?.errors !== undefined),
    ...resourceBlocks(changes, cost, room),
    ...checkBlocks(plan.checks),
    ...deferredBlocks(plan.deferred),
    ...actionBlocks(plan.invocations),
    ...outputBlocks(plan.outputs, room.attributes),
    ...driftBlocks(plan.drift, toolTitle(at), room.total / 4),
    ...findings.filter(({ counts }) => counts?.errors === undefined),
    ...readBlocks(reads),
  ]
  return blocks.length === 0
    ? []
    : [...blocks, { priority: 5, markdown: footer(at, 'the whole plan and the log') }]
}

function emphasized({ refreshOnly }: Plan, total: Counts): string {
  return headline(total, refreshOnly).replace(/[\d,]*\d to (?:destroy|replace)/g, '**$&**')
}
