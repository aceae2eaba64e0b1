import { type Application, revisionsOf, sourcesOf, syncedRevisions } from '../api/types.ts'
import type { Compare } from './commits.ts'
import type { Known } from './judge.ts'
import { best, isSame, type Standing } from './standing.ts'

/**
 * Finds out how an application's revisions stand to the wanted one.
 * @param fresh whether Argo CD has looked at git since the step began; before, GitHub is not asked about what it names.
 */
export async function knownOf(
  app: Application,
  { wanted, fresh, compare }: { wanted: string | undefined; fresh: boolean; compare: Compare | undefined },
): Promise<Known> {
  const compared = revisionsOf(app.status?.sync)
  const synced = syncedRevisions(app.status?.operationState)
  if (wanted === undefined || compare === undefined) {
    const isCurrent = fresh && compared.length > 0 && String(synced) === String(compared)
    return {
      ...{ wanted, fresh },
      compared: fresh && compared.length > 0 ? 'same' : 'older',
      synced: isCurrent ? 'same' : 'older',
    }
  }
  const sources = sourcesOf(app)
  const stand = async (revisions: readonly string[]): Promise<Standing> => {
    if (revisions.some(revision => isSame(revision, wanted))) return 'same'
    if (!fresh) return revisions.length > 0 ? 'older' : 'none'
    const all = revisions.map((revision, index) => compare(revision, sources[index]))
    return best(await Promise.all(all))
  }
  return { wanted, fresh, compared: await stand(compared), synced: await stand(synced) }
}
