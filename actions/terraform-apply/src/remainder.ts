/** A plan as `show -json` writes it, as far as it is looked at here. */
export interface RawPlan {
  readonly resource_changes?: readonly RawResourceChange[]
  readonly output_changes?: Readonly<Record<string, RawChange>>
  readonly deferred_changes?: readonly unknown[]
  readonly action_invocations?: readonly unknown[]
  readonly deferred_action_invocations?: readonly unknown[]
  readonly variables?: unknown
  readonly configuration?: unknown
}

interface RawResourceChange {
  readonly address: string
  readonly deposed?: string
  readonly previous_address?: string
  readonly action_reason?: string
  readonly change: RawChange
}

interface RawChange {
  readonly actions: readonly string[]
  readonly after?: unknown
  readonly after_unknown?: unknown
  readonly importing?: unknown
}

/** Reads a plan so that numbers keep all their digits: each becomes the symbol of its text. */
export function parseRawPlan(text: string): RawPlan {
  // TypeScript does not know the third argument yet (ES2026, JSON.parse source text access).
  const exact = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? Symbol.for(context?.source ?? String(value)) : value
  return JSON.parse(text, exact) as RawPlan
}

/**
 * Whether what a half-failed apply left to do is part of what was reviewed, and why not where it is not; the answer
 * names addresses and outputs, never values.
 *
 * It is where the configuration and the variables are the same, and each remaining change leads an object that the
 * review changes to the very state that the review showed. What the review showed as known after apply may be known by
 * now, and an object whose creation failed may have to be made anew.
 */
export function beyondReview(reviewed: RawPlan, left: RawPlan): string | undefined {
  if (!same(reviewed.configuration, left.configuration)) return 'the configuration is another one'
  if (!same(reviewed.variables, left.variables)) return 'the variables have other values'
  for (const change of (left.resource_changes ?? []).filter(isChange)) {
    const why = changeBeyond(reviewed, change)
    if (why !== undefined) return `${change.address} ${why}`
  }
  for (const [name, change] of Object.entries(left.output_changes ?? {})) {
    if (change.actions.join() === 'no-op') continue
    const shown = reviewed.output_changes?.[name]
    if (!shown || shown.actions.join() === 'no-op' || !leadsTo(shown, change))
      return `output ${name} has another value`
  }
  for (const list of ['deferred_changes', 'action_invocations', 'deferred_action_invocations'] as const)
    if ((left[list] ?? []).some(one => !(reviewed[list] ?? []).some(other => same(one, other))))
      return `there is something new in ${list}`
  return undefined
}

function isChange({ change, previous_address, action_reason }: RawResourceChange): boolean {
  // What a check reads may be another thing each time, and changes nothing.
  if (action_reason === 'read_because_check_nested') return false
  return change.actions.join() !== 'no-op' || previous_address !== undefined || change.importing != null
}

function changeBeyond(reviewed: RawPlan, left: RawResourceChange): string | undefined {
  const there = (reviewed.resource_changes ?? []).filter(one => one.address === left.address && isChange(one))
  const object = there.find(one => one.deposed === left.deposed)
  // Where the new object came first, a failure leaves the old one behind as a deposed object.
  const replaced = left.deposed !== undefined && there.some(({ change }) => isReplace(change))
  if (object === undefined)
    return replaced && left.change.actions.join() === 'delete' ? undefined : 'was not to be changed'
  if (!mayFollow(object, left)) return `was to ${words(object.change)}, and now to ${words(left.change)}`
  if (left.previous_address !== undefined && left.previous_address !== object.previous_address)
    return 'comes from another address'
  if (left.change.importing != null && !same(left.change.importing, object.change.importing))
    return 'imports another object'
  return leadsTo(object.change, left.change) ? undefined : 'would end in another state'
}

function isReplace({ actions }: RawChange): boolean {
  return actions.length === 2 && actions.includes('create')
}

function mayFollow(reviewed: RawResourceChange, left: RawResourceChange): boolean {
  const [was, is] = [reviewed.change.actions.join(), left.change.actions.join()]
  if (was === is) return true
  if (isReplace(reviewed.change) && (is === 'create' || reviewed.change.actions.includes(is))) return true
  const anew = isReplace(left.change) && left.action_reason === 'replace_because_tainted'
  return anew && (was === 'create' || isReplace(reviewed.change))
}

function words({ actions }: RawChange): string {
  return actions.join(' and ')
}

/** Whether a change ends in the state that the review showed, wherever it showed one. */
function leadsTo(shown: RawChange, left: RawChange): boolean {
  return refines(shown.after, shown.after_unknown, left.after, left.after_unknown)
}

function refines(shown: unknown, shownUnknown: unknown, left: unknown, leftUnknown: unknown): boolean {
  if (shownUnknown === true) return true
  if (leftUnknown === true) return false
  if (!isNode(shown) && !isNode(shownUnknown)) return same(shown, left)
  if (isNode(shown) !== isNode(left) || Array.isArray(shown) !== Array.isArray(left)) return false
  const keys = new Set(
    [shown, shownUnknown, left, leftUnknown].flatMap(one => (isNode(one) ? Object.keys(one) : [])),
  )
  const at = (one: unknown, key: string) => (isNode(one) ? (one as Record<string, unknown>)[key] : undefined)
  return [...keys].every(key =>
    refines(at(shown, key), at(shownUnknown, key), at(left, key), at(leftUnknown, key)),
  )
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function same(one: unknown, other: unknown): boolean {
  if (!isNode(one) || !isNode(other)) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  const at = (node: object, key: string) => (node as Record<string, unknown>)[key]
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => Object.hasOwn(other, key) && same(at(one, key), at(other, key)))
  )
}
