import type { Mask } from '../../redact/mask.ts'
import { HIDDEN } from '../../redact/mask.ts'
import type {
  ActionInvocation,
  AttributeChange,
  FailedCheck,
  OutputChange,
  Plan,
  ResourceChange,
  Value,
} from './model.ts'
import { SENSITIVE } from './values.ts'

/** The plan with every text masked, names and addresses included; words of the tool's own stay as they are. */
export function maskPlan(plan: Plan, maskText: Mask): Plan {
  const mask = remembering(maskText)
  const maybe = (text: string | undefined) => (text === undefined ? undefined : mask(text))
  const word = (text: string) => (TOOL_WORDS.has(text) ? text : mask(text))

  const value = (shown: Value): Value => {
    if (shown.kind !== 'known') return shown
    const text = mask(shown.text)
    if (text === HIDDEN || text === `"${HIDDEN}"`) return SENSITIVE
    if (shown.lines === undefined) return text === shown.text ? shown : { kind: 'known', text }
    return { kind: 'known', text, lines: mask(shown.lines.join('\n')).split('\n') }
  }
  const attribute = (change: AttributeChange): AttributeChange => ({
    ...change,
    path: mask(change.path),
    before: value(change.before),
    after: value(change.after),
  })
  const resource = (change: ResourceChange): ResourceChange => ({
    ...change,
    address: mask(change.address),
    deposed: maybe(change.deposed),
    previousAddress: maybe(change.previousAddress),
    type: mask(change.type),
    providerName: mask(change.providerName),
    actions: change.actions.map(word),
    reason: change.reason === undefined ? undefined : word(change.reason),
    importing: change.importing && { ...change.importing, id: maybe(change.importing.id) },
    replacePaths: change.replacePaths.map(mask),
    attributes: change.attributes?.map(attribute),
  })
  const output = (change: OutputChange): OutputChange => ({
    ...change,
    name: mask(change.name),
    attributes: change.attributes?.map(attribute),
  })
  const check = (failed: FailedCheck): FailedCheck => ({
    address: mask(failed.address),
    kind: word(failed.kind),
    status: word(failed.status),
    messages: failed.messages.map(mask),
  })
  const invocation = (action: ActionInvocation): ActionInvocation => ({
    ...action,
    address: mask(action.address),
    type: mask(action.type),
    trigger: mask(action.trigger),
    attributes: action.attributes.map(attribute),
  })

  return {
    ...plan,
    terraformVersion: maybe(plan.terraformVersion),
    changes: plan.changes.map(resource),
    outputs: plan.outputs.map(output),
    drift: plan.drift.map(resource),
    checks: plan.checks.map(check),
    deferred: plan.deferred.map(({ reason, change }) => ({ reason: word(reason), change: resource(change) })),
    invocations: plan.invocations.map(invocation),
  }
}

const LONGEST_REMEMBERED = 100

/** The same mask, which looks at short texts only once: `"tcp"` and `true` come thousands of times. */
function remembering(mask: Mask): Mask {
  const masked = new Map<string, string>()
  return text => {
    if (text.length > LONGEST_REMEMBERED) return mask(text)
    const known = masked.get(text) ?? mask(text)
    masked.set(text, known)
    return known
  }
}

/** They stand in a plan whatever its secrets are, and so reveal none. */
const TOOL_WORDS = new Set([
  ...['no-op', 'create', 'read', 'update', 'delete', 'forget', 'open'],
  ...['fail', 'error', 'unknown', 'resource', 'output_value', 'check', 'var'],
  ...[
    'replace_because_cannot_update',
    'replace_because_tainted',
    'replace_by_request',
    'replace_by_triggers',
  ],
  ...['delete_because_no_resource_config', 'delete_because_wrong_repetition', 'delete_because_count_index'],
  ...['delete_because_each_key', 'delete_because_no_module', 'delete_because_no_move_target'],
  ...['read_because_config_unknown', 'read_because_dependency_pending', 'read_because_check_nested'],
  ...['instance_count_unknown', 'resource_config_unknown', 'provider_config_unknown'],
  ...['deferred_prereq', 'absent_prereq'],
])
