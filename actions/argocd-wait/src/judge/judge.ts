import {
  type Application,
  type OperationState,
  type ResourceStatus,
  revisionsOf,
  syncedRevisions,
} from '../api/types.ts'
import { clean, resourceName, short } from '../report/words.ts'
import { inFlight, isOver, outOfSync } from './operation.ts'
import { contains, type Standing } from './standing.ts'

/**
 * How an application is doing. `live`: what was waited for. `waiting`: under way. `trouble`: something is wrong that may
 * pass. `failed`: nothing will come of waiting.
 */
export interface Verdict {
  readonly state: 'live' | 'waiting' | 'trouble' | 'failed'
  /** A clause for people, without the application's name. */
  readonly reason: string
  /** Whether it may help to have Argo CD look at git. */
  readonly stale?: true
}

/** What is known beside the application itself. */
export interface Known {
  /** The commit that must be live; undefined: the newest one of what the application follows. */
  readonly wanted: string | undefined
  /** How the revision stands to it that Argo CD compared the cluster with. */
  readonly compared: Standing
  /** How the revision of the last sync stands to it. */
  readonly synced: Standing
  /** Whether Argo CD has looked at git since this step began. */
  readonly fresh: boolean
}

const waiting = (reason: string): Verdict => ({ state: 'waiting', reason })
const stale = (reason: string): Verdict => ({ state: 'waiting', reason, stale: true })
const UNSEEN = stale('Argo CD has not looked at git yet')
const trouble = (reason: string): Verdict => ({ state: 'trouble', reason, stale: true })
const failed = (reason: string): Verdict => ({ state: 'failed', reason })

/**
 * Judges an application. It is live where it is Synced to the wanted commit or one that contains it, the last sync
 * brought that very commit and succeeded, Argo CD has looked at the cluster since, and found it Healthy.
 */
export function judge(app: Application, known: Known): Verdict {
  if (app.metadata?.deletionTimestamp !== undefined) return failed('is being deleted')
  const operation = app.status?.operationState
  if (inFlight(app)) return waiting(progress(operation))
  return brokenSync(app, known) ?? wrongRevision(app, known) ?? notSynced(app, known) ?? health(app, known)
}

function progress(operation: OperationState | undefined): string {
  if (operation === undefined || isOver(operation)) return 'a sync is about to begin'
  const revision = syncedRevisions(operation)[0]
  const at = revision === undefined ? '' : ` to ${short(revision)}`
  const doing = operation.phase === 'Terminating' ? 'a sync is being stopped' : `syncs${at}`
  return operation.message ? `${doing}: ${clean(operation.message)}` : doing
}

/** A sync of the wanted commit, or of one that contains it, that failed for good: Argo CD does not try one twice. */
function brokenSync({ status }: Application, { synced }: Known): Verdict | undefined {
  const operation = status?.operationState
  const { phase, message } = operation ?? {}
  if (phase !== 'Failed' && phase !== 'Error') return undefined
  if (!contains(synced)) return undefined
  const revision = syncedRevisions(operation)[0] ?? ''
  return failed(
    `the sync of ${short(revision)} ended as ${phase}: ${clean(message || 'Argo CD gives no reason')}`,
  )
}

function wrongRevision({ status }: Application, { wanted, compared, fresh }: Known): Verdict | undefined {
  const problem = fresh ? conditionOf(status?.conditions) : undefined
  if (problem !== undefined && status?.sync?.status !== 'Synced') return trouble(problem)
  if (contains(compared)) return undefined
  if (!fresh) return UNSEEN
  const at = revisionsOf(status?.sync).map(short).join(', ')
  if (at === '') return stale('Argo CD has compared it with no commit yet')
  const commit = wanted === undefined ? 'the newest commit' : short(wanted)
  if (compared === 'reverted')
    return failed(`is at ${at}, and a commit since ${commit} takes that back ("This reverts commit …")`)
  if (compared === 'diverged')
    return failed(
      `is at ${at}, which does not contain ${commit}: does it follow another branch, or was its branch rewritten?`,
    )
  if (compared === 'unknown')
    return stale(`is at ${at}, and GitHub cannot tell whether that contains ${commit}`)
  return stale(`is still at ${at}, and ${commit} is newer`)
}

function notSynced(app: Application, { synced }: Known): Verdict | undefined {
  const { status, spec, metadata } = app
  const sync = status?.sync?.status
  if (sync === 'Synced') return undefined
  if (sync !== 'OutOfSync') return trouble(`its sync status is ${sync ?? 'missing'}`)
  const { automated } = spec?.syncPolicy ?? {}
  const isAutomatic = automated !== undefined && automated.enabled !== false
  const isDone = contains(synced) && status?.operationState?.phase === 'Succeeded'
  if (isDone) {
    if (!isLookedAt(app)) return waiting('Argo CD has yet to look at what the sync brought')
    return outOfSync(status?.resources, automated?.prune === true)
  }
  if (isAutomatic) return waiting('is OutOfSync, and the sync has not begun; a sync window may hold it back')
  // The controller of a progressive ApplicationSet takes automation away, and starts the syncs by itself.
  if (metadata?.ownerReferences?.some(({ kind }) => kind === 'ApplicationSet'))
    return waiting(
      'is OutOfSync without automated sync; its ApplicationSet, or somebody, has to start the sync',
    )
  return failed(
    "is OutOfSync, and nothing will change that: automated sync is off; turn on 'syncPolicy.automated', or start the sync in a step before this one",
  )
}

function health(app: Application, known: Known): Verdict {
  const { status } = app
  const { synced, fresh } = known
  const operation = status?.operationState
  if (operation === undefined) return waiting('has never been synced')
  if (operation.phase !== 'Succeeded')
    return trouble(`the last sync ended as ${operation.phase}: ${clean(operation.message ?? '')}`)
  // Nothing to bring is no sync: Argo CD starts one only where the cluster differs from git.
  const isUnchanged = synced === 'older' && fresh
  if (!contains(synced) && !isUnchanged)
    return synced === 'older'
      ? UNSEEN
      : stale(
          `its last sync brought ${revisionsOf(operation.syncResult).map(short).join(', ') || 'no revision'}, and nobody can tell whether that contains it`,
        )
  if (!isLookedAt(app)) return waiting('Argo CD has yet to look at what the sync brought')
  const state = status?.health?.status ?? 'Unknown'
  if (state === 'Healthy') return { state: 'live', reason: liveWords(app, known, isUnchanged) }
  const because = unhealthy(status?.resources, state)
  if (state === 'Progressing') return waiting(`is rolling out${because}`)
  if (state === 'Suspended')
    return waiting(`is Suspended: a rollout is paused, or something in it is switched off${because}`)
  return trouble(`its health is ${state}${because}`)
}

function liveWords({ status }: Application, { wanted, compared }: Known, isUnchanged: boolean): string {
  const at = revisionsOf(status?.sync).map(short).join(', ')
  if (compared === 'newer' && wanted !== undefined)
    return `live and healthy at ${at}, which contains ${short(wanted)}`
  return isUnchanged ? 'live and healthy; this commit changes nothing in it' : 'live and healthy'
}

/** The first resource that has this health, and what it says. */
function unhealthy(resources: readonly ResourceStatus[] = [], state: string): string {
  const found = resources.find(({ health }) => health?.status === state)
  if (found === undefined) return ''
  return `: ${resourceName(found)}${found.health?.message ? `: ${clean(found.health.message)}` : ''}`
}

/** Right after a sync, health and sync status are those from before it. */
function isLookedAt({ status }: Application): boolean {
  const [looked, finished] = [status?.reconciledAt, status?.operationState?.finishedAt].map(time =>
    Date.parse(time ?? ''),
  ) as [number, number]
  return Number.isNaN(finished) || looked >= finished
}

/** Of an application's conditions, the errors. */
function conditionOf(conditions: readonly { type?: string; message?: string }[] = []): string | undefined {
  const error = conditions.find(({ type }) => type?.endsWith('Error'))
  return error && `${error.type}: ${clean(error.message ?? '')}`
}
