import { type Application, revisionsBySource, sourcesOf, syncOf } from '../api/types.ts'
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
  const compared = revisionsBySource(app.status?.sync)
  const synced = revisionsBySource(syncOf(app.status?.operationState))
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
    const commits = [...revisions, ...renderedFrom(app, revisions)]
    if (commits.some(revision => isSame(revision, wanted))) return 'same'
    if (!fresh) return revisions.length > 0 ? 'older' : 'none'
    const asked = app.spec?.sourceHydrator === undefined ? revisions : renderedFrom(app, revisions)
    const all = asked.map(async (revision, index) =>
      revision === '' ? 'none' : compare(revision, sources[index]),
    )
    return best(await Promise.all(all))
  }
  return { wanted, fresh, compared: await stand(compared), synced: await stand(synced) }
}

/** Where Argo CD renders the manifests into git: the commits that these were rendered from, as far as it says so. */
function renderedFrom({ status }: Application, revisions: readonly string[]): string[] {
  const { drySHA, hydratedSHA } = status?.sourceHydrator?.lastSuccessfulOperation ?? {}
  return drySHA !== undefined && revisions.includes(hydratedSHA ?? '') ? [drySHA] : []
}
