/** A place in a concurrency group; give it back when done. */
export type Leave = () => void

/**
 * Concurrency groups as GitHub keeps them: one runs, one waits, and who waits is cancelled by the next to come
 * (docs.github.com, "Control the concurrency of workflows and jobs").
 */
export function createGroups() {
  const groups = new Map<
    string,
    { cancelRunning: () => void; waiting?: { go: () => void; drop: () => void } }
  >()
  const leave = (name: string) => () => {
    const waiting = groups.get(name)?.waiting
    groups.delete(name)
    waiting?.go()
  }
  return {
    /**
     * Waits for a place.
     * @param cancel is called where a later comer with `cancelInProgress` takes the place.
     * @returns undefined where a later comer took the place while this one waited.
     */
    async enter(name: string, cancelInProgress: boolean, cancel: () => void): Promise<Leave | undefined> {
      const group = groups.get(name)
      if (group === undefined) {
        groups.set(name, { cancelRunning: cancel })
        return leave(name)
      }
      group.waiting?.drop()
      if (cancelInProgress) group.cancelRunning()
      return new Promise(resolve => {
        group.waiting = {
          go() {
            groups.set(name, { cancelRunning: cancel })
            resolve(leave(name))
          },
          drop: () => resolve(undefined),
        }
      })
    },
  }
}
export type Groups = ReturnType<typeof createGroups>

/** `concurrency:` once its expressions are evaluated: a name, or `group` and `cancel-in-progress`. */
export function readConcurrency(value: unknown): { group: string; cancelInProgress: boolean } | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'object') return { group: String(value), cancelInProgress: false }
  const { group, 'cancel-in-progress': cancel } = value as Record<string, unknown>
  return { group: String(group), cancelInProgress: cancel === true || cancel === 'true' }
}
