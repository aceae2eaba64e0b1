import { revisionsOf } from '../api/types.ts'
import type { Outcome } from '../follow.ts'
import { type AppName, qualified } from '../given.ts'
import type { Problem } from './problems.ts'

/** An application as the output `status` tells of it. */
export interface Status {
  readonly application: string
  readonly live: boolean
  readonly reason: string
  /** The revision that Argo CD compared the cluster with; of several sources, separated by commas. */
  readonly revision: string
  readonly sync: string
  readonly health: string
  /** Of the last sync. */
  readonly phase: string
  /** Its page in Argo CD. */
  readonly url: string
  readonly seconds: number
  readonly problems: readonly Omit<Problem, 'uid'>[]
}

/** How many problems of an application the output names: one of megabytes would fit into no variable. */
const MOST_PROBLEMS = 20

/** The output `status`. */
export function outputOf(statuses: readonly Status[]): string {
  return JSON.stringify(
    statuses.map(status => ({ ...status, problems: status.problems.slice(0, MOST_PROBLEMS) })),
  )
}

/** Puts together what is known of an application; what is not is empty. */
export function statusOf(
  server: string,
  { name, verdict, app, seconds }: Outcome,
  problems: readonly Problem[],
): Status {
  const { sync, health, operationState } = app?.status ?? {}
  return {
    application: qualified(name),
    live: verdict.state === 'live',
    reason: verdict.reason,
    revision: revisionsOf(sync).join(','),
    sync: sync?.status ?? '',
    health: health?.status ?? '',
    phase: operationState?.phase ?? '',
    url: pageOf(server, { ...name, ...(app?.metadata?.namespace && { namespace: app.metadata.namespace }) }),
    seconds: Math.round(seconds * 10) / 10,
    problems: problems.map(({ uid: _, ...problem }) => problem),
  }
}

/** The page of an application in Argo CD. */
export function pageOf(server: string, { name, namespace }: AppName): string {
  return `${server}/applications/${namespace === undefined ? '' : `${namespace}/`}${name}`
}
