import type { Application, OperationState } from '../api/types.ts'
import type { Verdict } from './judge.ts'

/** Whether a sync is asked for or under way; between two tries of one it is, although it has an end. */
export function inFlight({ operation, status }: Application): boolean {
  const state = status?.operationState
  return operation !== undefined || (state?.phase !== undefined && state.phase !== '' && !isOver(state))
}

/** Whether it has ended for good. */
export function isOver({ phase }: OperationState): boolean {
  return phase === 'Succeeded' || phase === 'Failed' || phase === 'Error'
}

/** Whether an application is out of sync only by what should be pruned, and pruning is off: for that, Argo CD starts no sync. */
export function leftOver({ spec, status }: Application): Verdict | undefined {
  const different = status?.resources?.filter(one => one.status === 'OutOfSync') ?? []
  const isLeftOver = different.length > 0 && different.every(({ requiresPruning }) => requiresPruning)
  if (!isLeftOver || spec?.syncPolicy?.automated?.prune === true) return undefined
  return {
    state: 'failed',
    reason: `is OutOfSync by what git holds no more, and pruning is off: turn on 'syncPolicy.automated.prune', or prune ${different.length === 1 ? 'it' : 'them'} by hand`,
  }
}
