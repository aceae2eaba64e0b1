import type { Plan } from '../../../toolkit/terraform/plan/model.ts'
import { isDrift } from '../../../toolkit/terraform/report/drift-section.ts'

const WORDS = ['changes', 'destroy', 'replace', 'drift', 'checks'] as const
const ACTIONS = ['create', 'update', 'replace', 'delete', 'destroy', 'forget', 'import', 'move'] as const

type Action = (typeof ACTIONS)[number]

/** When a step fails after it has reported. */
export type Condition =
  | { readonly word: (typeof WORDS)[number] }
  /** `type` is a pattern in which `*` stands for any text. */
  | { readonly action: Action; readonly type: string }

/** Reads a line of `fail-on`. @throws Error on a word that it does not know. */
export function parseCondition(line: string): Condition {
  const word = WORDS.find(known => known === line)
  if (word !== undefined) return { word }
  const [, name, type = ''] = /^(\w+):\s*([\w*]+)$/.exec(line) ?? []
  const action = ACTIONS.find(known => known === name)
  if (action === undefined)
    throw new Error(
      `write one of ${WORDS.join(', ')}, or an action (${ACTIONS.join(', ')}) and a resource type, such as delete:aws_db_*`,
    )
  return { action, type }
}

/** Whether applying a plan would change anything: an object, the state or an output. */
export function isChanged(plan: Plan): boolean {
  // The same question as whether what exists is not what the configuration says.
  return isDrift(plan)
}

/** Whether objects would be destroyed: replacing destroys too. */
export function isDestructive(plan: Plan): boolean {
  return plan.changes.some(({ actions }) => actions.includes('delete'))
}

/**
 * What in these plans meets a condition: a phrase for each, such as `'app' would destroy 2 (…)`.
 * @param mode in `drift`, whatever is left to do is drift.
 */
export function broken(
  conditions: readonly Condition[],
  mode: 'plan' | 'drift',
  plans: readonly { readonly directory: string; readonly plan: Plan }[],
): string[] {
  return plans.flatMap(({ directory, plan }) =>
    conditions.flatMap(condition => {
      const found = meeting(condition, plan, mode)
      return found === undefined ? [] : [`'${directory}' ${found}`]
    }),
  )
}

function meeting(condition: Condition, plan: Plan, mode: 'plan' | 'drift'): string | undefined {
  if ('action' in condition) {
    const pattern = new RegExp(`^${condition.type.replaceAll('*', '.*')}$`)
    const found = plan.changes.filter(change => pattern.test(change.type) && does(change, condition.action))
    return told(
      found.map(({ address }) => address),
      condition.action,
    )
  }
  switch (condition.word) {
    case 'changes':
      return isChanged(plan) ? 'has changes' : undefined
    case 'destroy':
      return told(
        plan.changes.filter(change => does(change, 'destroy')).map(({ address }) => address),
        'destroy',
      )
    case 'replace':
      return told(
        plan.changes.filter(change => does(change, 'replace')).map(({ address }) => address),
        'replace',
      )
    case 'drift':
      if (mode === 'drift' && isChanged(plan)) return 'has drifted'
      return plan.drift.length > 0
        ? `has ${plan.drift.length} that changed outside of it (${some(plan.drift.map(({ address }) => address))})`
        : undefined
    case 'checks': {
      const failed = plan.checks.filter(({ status }) => status !== 'unknown')
      return failed.length > 0
        ? `has ${failed.length} failed checks (${some(failed.map(({ address }) => address))})`
        : undefined
    }
  }
}

function does(change: Plan['changes'][number], action: Action): boolean {
  switch (action) {
    case 'destroy':
      return change.actions.includes('delete')
    case 'import':
      return change.importing !== undefined
    case 'move':
      return change.previousAddress !== undefined
    default:
      return change.kind === action
  }
}

function told(addresses: readonly string[], verb: string): string | undefined {
  return addresses.length === 0 ? undefined : `would ${verb} ${addresses.length} (${some(addresses)})`
}

function some(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 5)
  const rest = addresses.length - shown.length
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
