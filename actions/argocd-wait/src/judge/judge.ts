import {
  type Application,
  isArtifact,
  type OperationState,
  type ResourceStatus,
  type Revisions,
  revisionsOf,
  sourcesOf,
  syncOf,
} from '../api/types.ts'
import { clean, resourceName, short } from '../report/words.ts'
import { inFlight, isOver, leftOver } from './operation.ts'
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
const CHANGED_BACK =
  'is OutOfSync although the sync succeeded: something changes it back, or it is written differently in git'

/**
 * Judges an application. It is live where it is Synced to the wanted commit or one that contains it, the last sync
 * succeeded and brought that, or there was nothing to bring, and Argo CD has looked at the cluster since and found it
 * Healthy.
 */
export function judge(app: Application, known: Known): Verdict {
  if (app.metadata?.deletionTimestamp !== undefined) return failed('is being deleted')
  const operation = app.status?.operationState
  if (inFlight(app)) return waiting(progress(operation))
  return brokenSync(app, known) ?? wrongRevision(app, known) ?? notSynced(app, known) ?? health(app, known)
}

function progress(operation: OperationState | undefined): string {
  if (operation === undefined || isOver(operation)) return 'a sync is about to begin'
  const revisions = named(syncOf(operation))
  const at = revisions === '' ? '' : ` to ${revisions}`
  const doing = operation.phase === 'Terminating' ? 'a sync is being stopped' : `syncs${at}`
  return operation.message ? `${doing}: ${clean(operation.message)}` : doing
}

/** A sync of the wanted commit, or of one that contains it, that failed for good: Argo CD does not try one twice. */
function brokenSync({ status }: Application, { synced }: Known): Verdict | undefined {
  const operation = status?.operationState
  const { phase, message } = operation ?? {}
  if (phase !== 'Failed' && phase !== 'Error') return undefined
  if (!contains(synced)) return undefined
  return failed(
    `the sync of ${named(syncOf(operation))} ended as ${phase}: ${clean(message || 'Argo CD gives no reason')}`,
  )
}

function wrongRevision(app: Application, { wanted, compared, fresh }: Known): Verdict | undefined {
  const { status } = app
  const problem = fresh ? conditionOf(status?.conditions) : undefined
  if (problem !== undefined && status?.sync?.status !== 'Synced') return trouble(problem)
  if (contains(compared)) return undefined
  const { phase, message } = status?.sourceHydrator?.currentOperation ?? {}
  if (phase === 'Failed') return trouble(`cannot be rendered into git: ${clean(message ?? '')}`)
  if (!fresh) return UNSEEN
  const at = named(status?.sync)
  if (at === '') return stale('Argo CD has compared it with no commit yet')
  const commit = wanted === undefined ? 'the newest commit' : short(wanted)
  if (compared === 'reverted')
    return failed(`is at ${at}, and a commit since ${commit} takes that back ("This reverts commit …")`)
  if (compared === 'diverged')
    return failed(
      `is at ${at}, which does not contain ${commit}: does it follow another branch, or was its branch rewritten?`,
    )
  if (compared === 'unknown' && sourcesOf(app).length > 0 && sourcesOf(app).every(isArtifact))
    return failed(
      `is made from a registry, where there are versions (it is at ${at}) and no commits: leave out 'revision'`,
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
    if (!isLookedAt(app)) return stale('Argo CD has yet to look at what the sync brought')
    return leftOver(app) ?? trouble(CHANGED_BACK)
  }
  if (isAutomatic)
    return (
      leftOver(app) ?? waiting('is OutOfSync, and the sync has not begun; a sync window may hold it back')
    )
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
  const isUnchanged = !contains(synced)
  if (isUnchanged && !fresh) return UNSEEN
  if (!isLookedAt(app)) return stale('Argo CD has yet to look at what the sync brought')
  const state = status?.health?.status ?? 'Unknown'
  if (state === 'Healthy') return { state: 'live', reason: liveWords(app, known, isUnchanged) }
  const because = unhealthy(status?.resources, state)
  if (state === 'Progressing') return waiting(`is rolling out${because}`)
  if (state === 'Suspended')
    return waiting(`is Suspended: a rollout is paused, or something in it is switched off${because}`)
  return trouble(`its health is ${state}${because}`)
}

function liveWords({ status }: Application, { wanted, compared }: Known, isUnchanged: boolean): string {
  const at = named(status?.sync)
  if (compared === 'newer' && wanted !== undefined)
    return `live and healthy at ${at}, which contains ${short(wanted)}`
  return isUnchanged ? 'live and healthy; this commit changes nothing in it' : 'live and healthy'
}

/** All its revisions, as people read them. */
const named = (given: Revisions | undefined): string => revisionsOf(given).map(short).join(', ')

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
