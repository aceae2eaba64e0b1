import type { Application, OperationState, ResourceStatus } from '../api/types.ts'
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

/** Why an application is out of sync after a sync that succeeded. */
export function outOfSync(resources: readonly ResourceStatus[] = [], prunes: boolean): Verdict {
  const different = resources.filter(({ status }) => status === 'OutOfSync')
  const isLeftOver = different.length > 0 && different.every(({ requiresPruning }) => requiresPruning)
  if (isLeftOver && !prunes)
    return {
      state: 'failed',
      reason: `is OutOfSync by what git holds no more, and pruning is off: turn on 'syncPolicy.automated.prune', or prune ${different.length === 1 ? 'it' : 'them'} by hand`,
    }
  return {
    state: 'trouble',
    reason:
      'is OutOfSync although the sync succeeded: something changes it back, or it is written differently in git',
  }
}
