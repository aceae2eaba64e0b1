/** A place in a concurrency group; give it back when done. */
export type Leave = () => void

/** `concurrency:` once its expressions are evaluated. */
export interface Concurrency {
  readonly group: string
  readonly cancelInProgress: boolean
  /** Who waits: the last to come alone, or up to 100, in the order in which they came. */
  readonly queue: 'single' | 'max'
}

interface Waiting {
  readonly go: () => void
  readonly drop: () => void
}

const LONGEST_QUEUE = 100

/**
 * Concurrency groups as GitHub keeps them: one runs, one waits, and who waits is cancelled by the next to come, unless
 * that one queues (docs.github.com, "Control the concurrency of workflows and jobs").
 */
export function createGroups() {
  const groups = new Map<string, { cancelRunning: () => void; waiting: Waiting[] }>()
  const leave = (name: string) => () => {
    const next = groups.get(name)?.waiting.shift()
    if (next) next.go()
    else groups.delete(name)
  }
  return {
    /**
     * Waits for a place.
     * @param cancel is called where a later comer with `cancelInProgress` takes the place.
     * @returns undefined where a later comer took the place while this one waited, or the queue is full.
     */
    async enter(
      { group: name, cancelInProgress, queue }: Concurrency,
      cancel: () => void,
    ): Promise<Leave | undefined> {
      const group = groups.get(name)
      if (group === undefined) {
        groups.set(name, { cancelRunning: cancel, waiting: [] })
        return leave(name)
      }
      if (group.waiting.length >= LONGEST_QUEUE) return undefined
      if (queue === 'single') for (const { drop } of group.waiting.splice(0)) drop()
      if (cancelInProgress) group.cancelRunning()
      return new Promise(resolve => {
        group.waiting.push({
          go() {
            group.cancelRunning = cancel
            resolve(leave(name))
          },
          drop: () => resolve(undefined),
        })
      })
    },
  }
}
export type Groups = ReturnType<typeof createGroups>

/**
 * Reads `concurrency:` once its expressions are evaluated: a name, or a mapping.
 * @throws Error where GitHub would refuse the workflow: a queue whose runs are cancelled by the next to come.
 */
export function readConcurrency(value: unknown): Concurrency | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'object') return { group: String(value), cancelInProgress: false, queue: 'single' }
  const { group, 'cancel-in-progress': cancel, queue } = value as Record<string, unknown>
  const cancelInProgress = cancel === true || cancel === 'true'
  if (cancelInProgress && queue === 'max')
    throw new Error(`concurrency '${String(group)}' has both 'queue: max' and 'cancel-in-progress: true'`)
  return { group: String(group), cancelInProgress, queue: queue === 'max' ? 'max' : 'single' }
}
