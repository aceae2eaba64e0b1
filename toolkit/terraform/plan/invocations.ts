import { difference, type Reading } from './change.ts'
import { type Json, member, text } from './json.ts'
import type { ActionInvocation } from './model.ts'

/** An element of `action_invocations`, or of `deferred_action_invocations`. */
export function invocation(raw: Json, deferred: boolean, reading: Reading): ActionInvocation {
  const action = deferred ? (member(raw, 'action_invocation') ?? raw) : raw
  const change = {
    before: null,
    after: member(action, 'config_values') ?? null,
    after_unknown: member(action, 'config_unknown') ?? false,
    after_sensitive: member(action, 'config_sensitive') ?? false,
  }
  return {
    address: text(member(action, 'address')) ?? '',
    type: text(member(action, 'type')) ?? '',
    trigger: triggerOf(action),
    deferred,
    attributes: difference(change, reading, { keeps: true }).attributes ?? [],
  }
}

function triggerOf(action: Json): string {
  const lifecycle = member(action, 'lifecycle_action_trigger')
  if (lifecycle === undefined) return 'asked for by -invoke'
  const resource = text(member(lifecycle, 'triggering_resource_address')) ?? 'a resource'
  const event = text(member(lifecycle, 'action_trigger_event'))
  return event === undefined ? resource : `${resource}, ${words(event)}`
}

/** `AfterCreate` → `after create`. */
function words(event: string): string {
  return event.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}
