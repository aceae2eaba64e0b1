import type { ChangeKind, Plan } from '../plan/model.ts'
import { plural, WORDS } from './words.ts'

/** How many of each a plan holds. */
export interface Counts {
  readonly create: number
  readonly update: number
  readonly replace: number
  readonly delete: number
  readonly forget: number
  /** Objects that are imported, whatever else happens to them. */
  readonly import: number
  /** Objects that get another address, whatever else happens to them. */
  readonly move: number
  readonly read: number
  readonly other: number
  readonly outputs: number
  readonly drift: number
  /** Checks that did not pass; those that are not known before the apply are not among them. */
  readonly checks: number
  readonly deferred: number
  readonly actions: number
}

/** Counts what a plan holds. */
export function counts(plan: Plan): Counts {
  const kinds: Record<ChangeKind, number> = {
    create: 0,
    update: 0,
    replace: 0,
    delete: 0,
    forget: 0,
    import: 0,
    move: 0,
    read: 0,
    other: 0,
    'no-op': 0,
  }
  for (const { kind, importing, previousAddress } of plan.changes) {
    if (kind !== 'import' && kind !== 'move') kinds[kind]++
    if (importing || kind === 'import') kinds.import++
    if (previousAddress !== undefined || kind === 'move') kinds.move++
  }
  const { 'no-op': _, ...rest } = kinds
  return {
    ...rest,
    outputs: plan.outputs.length,
    drift: plan.drift.length,
    checks: plan.checks.filter(({ status }) => status !== 'unknown').length,
    deferred: plan.deferred.length,
    actions: plan.invocations.length,
  }
}

/**
 * The counts in words, the worst first: `1 to replace, 2 to create`; `no changes` where there is nothing to apply.
 * @param refreshOnly see `Plan`.
 */
export function headline(counts: Counts, refreshOnly = false): string {
  const changes = (Object.keys(WORDS) as ChangeKind[]).flatMap(kind =>
    kind !== 'no-op' && kind !== 'read' && counts[kind] > 0
      ? [`${plural(counts[kind], 'to', 'to')} ${WORDS[kind].verb}`]
      : [],
  )
  const outputs = counts.outputs > 0 ? [`${plural(counts.outputs, 'output')} to change`] : []
  const others = [
    counts.actions > 0 ? plural(counts.actions, 'action') : '',
    counts.deferred > 0 ? `${plural(counts.deferred, 'deferred', 'deferred')}` : '',
  ].filter(Boolean)
  const drift = refreshOnly ? [`${plural(counts.drift, 'change')} outside to take into the state`] : []
  const planned = [...changes, ...drift, ...(changes.length === 0 ? outputs : []), ...others]
  const notes = [
    counts.checks > 0 ? plural(counts.checks, 'failed check') : '',
    counts.drift > 0 && planned.length === 0 ? `${plural(counts.drift, 'change', 'changes')} outside` : '',
  ].filter(Boolean)
  return [planned.join(', ') || 'no changes', ...notes].join(', ')
}

/** The mark of the worst that a plan does. */
export function verdict(plan: Plan, counts: Counts): string {
  if (plan.errored) return '❌'
  const worst = (Object.keys(WORDS) as ChangeKind[]).find(kind => kind !== 'no-op' && counts[kind] > 0)
  if (worst) return WORDS[worst].mark
  if (counts.checks > 0) return '⚠️'
  if (counts.outputs + counts.actions + counts.deferred > 0) return '🔵'
  return counts.drift > 0 ? '🟣' : '⚪'
}
