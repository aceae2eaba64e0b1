import type { Path, Step } from './scan.ts'

const LISTS = new Set([
  'resource_changes',
  'resource_drift',
  'deferred_changes',
  'action_invocations',
  'deferred_action_invocations',
  'checks',
  'condition_results',
])
const WHOLES = new Set([
  'format_version',
  'terraform_version',
  'applyable',
  'complete',
  'errored',
  'variables',
  'relevant_attributes',
])

/**
 * What of a plan is read, one value at a time: the changes, the values that the plan marks as sensitive, and which
 * variables are. The rest of the document is passed over.
 */
export function stepOf(path: Path): Step {
  const [section] = path
  if (section === undefined) return 'enter'
  if (typeof section === 'number') return 'skip'
  if (path.length === 1) return WHOLES.has(section) ? 'take' : stepInto(section)
  if (LISTS.has(section)) return 'open'
  if (section === 'output_changes') return 'take'
  if (section === 'configuration') return inConfiguration(path)
  return inValues(path)
}

function stepInto(section: string): Step {
  const entered = ['output_changes', 'planned_values', 'prior_state', 'configuration']
  return LISTS.has(section) || entered.includes(section) ? 'enter' : 'skip'
}

/** Takes each resource of each module, and the root's outputs. */
function inValues(path: Path): Step {
  const key = path.at(-1)
  if (key === 'outputs') return path.at(-2) === 'values' || path.length === 2 ? 'take' : 'skip'
  return typeof key === 'number' && path.at(-2) === 'resources' ? 'take' : 'enter'
}

/** Takes the variables of each module, and what its caller gives it. */
function inConfiguration(path: Path): Step {
  const key = path.at(-1)
  if (path.length === 2) return key === 'root_module' ? 'enter' : 'skip'
  // Below a module come its members; below `module_calls` names; below a name `module` and `expressions`.
  const level = (path.length - 2) % 3
  if (level === 1) return key === 'variables' ? 'take' : key === 'module_calls' ? 'enter' : 'skip'
  if (level === 2) return 'enter'
  return key === 'expressions' ? 'take' : key === 'module' ? 'enter' : 'skip'
}
