import { difference, type Reading } from './difference.ts'
import { type Json, member, text } from './json.ts'
import type { ActionInvocation } from './model.ts'
import { membersOf, parseSlice, type Slice } from './slice.ts'

/** An element of `action_invocations`, or of `deferred_action_invocations`. */
export function invocation(raw: Slice, deferred: boolean, reading: Reading): ActionInvocation {
  const members = membersOf(raw)
  const inner = deferred ? (members.get('action_invocation') ?? raw) : raw
  const action = membersOf(inner)
  const change = new Map<string, Slice>()
  for (const [name, config] of [
    ['after', 'config_values'],
    ['after_unknown', 'config_unknown'],
    ['after_sensitive', 'config_sensitive'],
  ] as const) {
    const value = action.get(config)
    if (value) change.set(name, value)
  }
  return {
    address: text(parseSlice(action.get('address'))) ?? '',
    type: text(parseSlice(action.get('type'))) ?? '',
    trigger: triggerOf(parseSlice(action.get('lifecycle_action_trigger'))),
    deferred,
    attributes: difference(change, reading, { keeps: true }).attributes ?? [],
  }
}

function triggerOf(lifecycle: Json | undefined): string {
  if (lifecycle === undefined) return 'asked for by -invoke'
  const resource = text(member(lifecycle, 'triggering_resource_address')) ?? 'a resource'
  const event = text(member(lifecycle, 'action_trigger_event'))
  return event === undefined ? resource : `${resource}, ${words(event)}`
}

/** `AfterCreate` → `after create`. */
function words(event: string): string {
  return event.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}
