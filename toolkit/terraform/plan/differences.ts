import type { Plan } from './model.ts'
import { itemsOf, type ReviewedItem, type ReviewRecord } from './review.ts'

/** Where a plan is not what was reviewed. */
export interface PlanDifference {
  /**
   * `new`: was not in the reviewed plan; `gone`: is no more in this one; `changed`: is in both, and differs;
   * `hidden`: what is shown is the same, so a sensitive value differs, or the configuration or a variable behind it.
   */
  readonly kind: 'new' | 'gone' | 'changed' | 'hidden'
  readonly what: ReviewedItem['what'] | 'plan'
  /** An address or a name, masked; empty for the plan as a whole. */
  readonly key: string
  /** What was to be done, such as `delete, create`; undefined where it is new. */
  readonly reviewed: string | undefined
  /** What would be done now; undefined where it is gone. */
  readonly now: string | undefined
  /** Paths of the attributes that differ, where both sides tell them. */
  readonly attributes: readonly string[]
}

/**
 * Compares what was reviewed with what would be applied, which is known to differ (the fingerprints do). Both are
 * masked, so that what only differs in hidden values comes as one difference of kind `hidden`. Items that the record
 * had no room for count as unknown, never as new.
 */
export function differences(record: ReviewRecord, plan: Plan): PlanDifference[] {
  const reviewed = grouped(record.items)
  const found: PlanDifference[] = []
  for (const now of itemsOf(plan)) {
    const before = reviewed.get(nameOf(now))?.shift()
    if (before === undefined) {
      if (record.left === 0) found.push(difference('new', now, undefined, now))
    } else if (differ(before, now)) found.push(difference('changed', now, before, now))
  }
  for (const gone of [...reviewed.values()].flat()) found.push(difference('gone', gone, gone, undefined))
  if (found.length > 0) return found
  return [{ kind: 'hidden', what: 'plan', key: '', reviewed: undefined, now: undefined, attributes: [] }]
}

/** By name; masked names may be the same, and then belong together in their order. */
function grouped(items: readonly ReviewedItem[]): Map<string, ReviewedItem[]> {
  return Map.groupBy(items, nameOf)
}

function nameOf({ what, key }: ReviewedItem): string {
  return `${what} ${key}`
}

/** What one of them does not show counts as equal. */
function differ(before: ReviewedItem, now: ReviewedItem): boolean {
  if (before.digest !== now.digest || before.actions !== now.actions) return true
  return before.shown !== undefined && now.shown !== undefined && before.shown !== now.shown
}

function difference(
  kind: PlanDifference['kind'],
  { what, key }: ReviewedItem,
  before: ReviewedItem | undefined,
  now: ReviewedItem | undefined,
): PlanDifference {
  const attributes = changedPaths(before?.attributes, now?.attributes)
  return { kind, what, key, reviewed: before?.actions, now: now?.actions, attributes }
}

function changedPaths(
  before: ReviewedItem['attributes'],
  now: ReviewedItem['attributes'],
): readonly string[] {
  if (before === undefined || now === undefined) return []
  const paths = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...paths].filter(path => before[path] !== now[path]).sort()
}
