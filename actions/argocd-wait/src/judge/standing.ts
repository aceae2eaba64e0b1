/**
 * How the commit that Argo CD names stands to the wanted one: `newer` contains it, `reverted` does too, and one that
 * takes it back, `older` is contained in it, `diverged` shares only some history with it, and of `unknown` nobody could tell.
 */
export type Standing = 'same' | 'newer' | 'reverted' | 'older' | 'diverged' | 'unknown' | 'none'

const BEST_FIRST: readonly Standing[] = ['same', 'newer', 'reverted', 'older', 'diverged', 'unknown']

/** Of an application with several sources: how the source stands that holds the wanted commit. */
export function best(standings: readonly Standing[]): Standing {
  return BEST_FIRST.find(standing => standings.includes(standing)) ?? 'none'
}

/** Whether a revision is the wanted commit, which may be given by its beginning. */
export function isSame(revision: string, wanted: string): boolean {
  return revision.toLowerCase().startsWith(wanted)
}

/** Whether the wanted commit is in it, and holds. */
export const contains = (standing: Standing): boolean => standing === 'same' || standing === 'newer'
