import { isChanged, isDestructive } from './gate.ts'
import { isFailure, type Result } from './results.ts'

/** The labels of a pull request; it has at most one of them. */
export const LABELS = [
  {
    name: 'terraform: destroy',
    color: 'b60205',
    description: 'The plan destroys or replaces resources',
  },
  { name: 'terraform: changes', color: 'fbca04', description: 'The plan changes resources' },
  { name: 'terraform: no changes', color: '0e8a16', description: 'The plan changes nothing' },
] as const

/** The label for these results, the worst of all root modules; none where a failure leaves it open. */
export function labelFor(results: readonly Result[]): (typeof LABELS)[number] | undefined {
  const [destroy, changes, none] = LABELS
  const plans = results.flatMap(result => (result.outcome === 'planned' ? [result.plan] : []))
  if (plans.some(isDestructive)) return destroy
  if (plans.some(isChanged) || results.some(({ outcome }) => outcome === 'text')) return changes
  return results.some(isFailure) ? undefined : none
}
