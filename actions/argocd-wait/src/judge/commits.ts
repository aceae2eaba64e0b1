import { messageOf } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import { createGitHub, type GitHub } from '../../../../toolkit/github/client.ts'
import { statusOf } from '../../../../toolkit/github/refusals.ts'
import type { Source } from '../api/types.ts'
import { isSame, type Standing } from './standing.ts'

/** Tells how a revision of a source stands to the wanted commit. */
export type Compare = (revision: string, source: Source | undefined) => Promise<Standing>

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/i

/** Milliseconds after which GitHub is asked again what it could not tell. */
const AGAIN = 30_000

/** Compares commits, and knows what could not be compared. */
export interface Comparer {
  readonly compare: Compare
  /** Warns of what GitHub could not tell, if there was anything, and once. */
  warn(): void
}

/**
 * Compares commits, by name where that is enough, else by GitHub, once for each. What GitHub cannot tell is `unknown`:
 * only the very commit counts then.
 */
export function comparer(wanted: string, token: string | undefined, world: World): Comparer {
  const known = new Map<string, { standing: Standing; until: number }>()
  let client: Promise<GitHub> | undefined
  let doubt: string | undefined
  let warned = false
  const ask = async (revision: string, repository: string): Promise<Standing> => {
    client ??= createGitHub(world, token ?? '', { timeout: 15_000 })
    try {
      return await relation(await client, repository, wanted, revision)
    } catch (thrown) {
      if (statusOf(thrown) === undefined) throw thrown
      doubt ??= `GitHub does not compare ${wanted.slice(0, 7)} and ${revision.slice(0, 7)} in ${repository} ('${messageOf(thrown)}'), so that only the very commit counts, and no newer one; 'github-token' needs 'contents: read' there`
      return 'unknown'
    }
  }
  const compare: Compare = async (revision, source) => {
    if (isSame(revision, wanted)) return 'same'
    // Where it cannot render a commit, Argo CD names the branch; of a chart, the version.
    if (!COMMIT.test(revision)) return 'unknown'
    const repository = repositoryOf(source?.repoURL ?? '', world.context.serverUrl)
    if (repository === undefined || token === undefined) return 'unknown'
    const key = `${repository} ${revision}`
    const before = known.get(key)
    if (before !== undefined && world.now().getTime() < before.until) return before.standing
    const standing = await ask(revision, repository)
    const until = standing === 'unknown' ? world.now().getTime() + AGAIN : Number.POSITIVE_INFINITY
    known.set(key, { standing, until })
    return standing
  }
  return {
    compare,
    warn() {
      if (doubt !== undefined && !warned) world.log.warning(doubt)
      warned = doubt !== undefined
    },
  }
}

async function relation(
  github: GitHub,
  repository: string,
  wanted: string,
  revision: string,
): Promise<Standing> {
  const [owner = '', repo = ''] = repository.split('/')
  const basehead = `${wanted}...${revision}`
  const request = { attempts: 2 }
  const { data } = await github.rest.repos.compareCommitsWithBasehead({
    ...{ owner, repo, basehead, per_page: 100, request },
  })
  const later = data.commits.map(({ sha, commit }) => ({ sha, message: commit.message }))
  if (data.status === 'ahead' && isReverted(wanted, later)) return 'reverted'
  const standings: Readonly<Record<string, Standing>> = {
    identical: 'same',
    ahead: 'newer',
    behind: 'older',
    diverged: 'diverged',
  }
  return standings[data.status] ?? 'unknown'
}

/**
 * Whether a commit is taken back by later ones, as `git revert` writes it; a revert that is itself taken back does not count.
 * @param later what came after it, the oldest first.
 */
export function isReverted(
  wanted: string,
  later: readonly { readonly sha: string; readonly message: string }[],
): boolean {
  const undone = new Set<string>()
  for (const { sha, message } of later.toReversed()) {
    if (undone.has(sha)) continue
    for (const [, reverted = ''] of message.matchAll(/\bThis reverts commit ([0-9a-f]{40,64})\b/g))
      undone.add(reverted)
  }
  return [...undone].some(sha => isSame(sha, wanted))
}

/** `owner/name` of a repository on this GitHub, from any of the forms of its address; else undefined. */
export function repositoryOf(url: string, serverUrl: string): string | undefined {
  const [, host = '', path = ''] =
    /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]+@)?([^/:]+(?::\d+(?=\/))?)[/:](.+?)(?:\.git)?\/*$/i.exec(
      url.trim(),
    ) ?? []
  const ours = new URL(serverUrl).host.toLowerCase()
  const theirs = host.toLowerCase().replace(/^ssh\.github\.com(:443)?$/, 'github.com')
  const parts = path.split('/')
  return theirs === ours && parts.length === 2 && parts.every(part => part !== '') ? path : undefined
}
