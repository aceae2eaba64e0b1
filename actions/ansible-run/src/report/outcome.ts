import type { Attempt } from '../play/play.ts'
import type { Counts, ResultEvent, TaskEvent } from './events.ts'

/** A result with its task. */
export interface TaskResult extends ResultEvent {
  readonly of: TaskEvent
}

/** What came of all runs together: a host that was played again has what its last run left. */
export interface Outcome {
  /** As of `codeOf`: 0 also where hosts failed and the playbook let that pass (`clear_host_errors`). */
  readonly code: number
  readonly recap: ReadonlyMap<string, Counts>
  readonly results: readonly TaskResult[]
  /** The results that made hosts fail or be unreachable; rescued and ignored failures are not among them. */
  readonly fatal: readonly TaskResult[]
  /** Patterns of plays that matched no host. */
  readonly unmatched: readonly string[]
  readonly plays: number
}

/** Gathers the runs: the first, and those on hosts that were unreachable. */
export function outcomeOf(attempts: readonly Pick<Attempt, 'code' | 'events'>[]): Outcome {
  const code = codeOf(attempts)
  const recap = new Map<string, Counts>()
  let results: TaskResult[] = []
  for (const { events } of attempts) {
    const again = [...statsOf(events)]
    const names = new Set(again.map(([host]) => host))
    for (const [host, counts] of again) recap.set(host, counts)
    results = [...results.filter(({ host }) => !names.has(host)), ...resultsOf(events)]
  }
  const [first] = attempts
  return {
    code,
    recap,
    results,
    fatal: code === 0 ? [] : fatalIn(recap, results),
    unmatched: first ? unmatchedIn(first.events) : [],
    plays: first?.events.filter(({ event }) => event === 'play').length ?? 0,
  }
}

/** The exit code of the last run; where that left out a host that was lost before, the code of what lost it. */
export function codeOf(attempts: readonly Pick<Attempt, 'code' | 'events'>[]): number {
  const lost = new Map<string, number>()
  for (const attempt of attempts) {
    for (const [host] of statsOf(attempt.events)) lost.delete(host)
    for (const host of unreachableIn(attempt)) lost.set(host, attempt.code)
  }
  return attempts.at(-1)?.code || [...lost.values()][0] || 0
}

/** The hosts that a run could not reach. */
export function unreachableIn({ code, events }: Pick<Attempt, 'code' | 'events'>): string[] {
  if (code === 0) return []
  return statsOf(events).flatMap(([host, { unreachable }]) => (unreachable > 0 ? [host] : []))
}

/**
 * Whether hosts that could be reached may not have been played to the end because of one that could not: Ansible stops
 * where a task says so, and leaves later batches and plays out where all hosts of one are lost (ansible-core,
 * PlaybookExecutor and the linear strategy).
 */
export function isBrokenOff({ events }: Pick<Attempt, 'events'>): boolean {
  const isLost = ({ status, ignored }: ResultEvent) => status === 'unreachable' && !ignored
  const lost = resultsOf(events).filter(isLost)
  const last = resultsOf(
    events,
    events.findLastIndex(({ event }) => event === 'play'),
  )
  const hosts = new Set(lost.map(({ host }) => host))
  return lost.some(({ of }) => of.fatal) || (last.length > 0 && last.every(({ host }) => hosts.has(host)))
}

/** Results that say the same of the same task, with all their hosts. */
export interface Alike {
  readonly result: TaskResult
  readonly hosts: readonly string[]
}

/** Puts together what failed alike, so that a hundred hosts with one trouble are told once. */
export function alike(results: readonly TaskResult[]): Alike[] {
  const groups = Map.groupBy(
    byHost(results),
    ({ of, status, censored, msg, reason, stdout, stderr, rc, items }) =>
      JSON.stringify([of.path, of.name, status, censored, msg, reason, stdout, stderr, rc, items]),
  )
  return [...groups.values()].map(all => ({ result: all[0]!, hosts: all.map(({ host }) => host) }))
}

/** In the order of the recap: that of their ends is another one in every run. */
export function byHost(results: readonly TaskResult[]): TaskResult[] {
  return results.toSorted((a, b) => (a.host < b.host ? -1 : a.host > b.host ? 1 : 0))
}

/** Whether a task failed for good in a run. */
export function hasFailures({ events }: Pick<Attempt, 'events'>): boolean {
  return statsOf(events).some(([, { failures }]) => failures > 0)
}

/** Sums over all hosts. */
export function totals(recap: Outcome['recap']): Counts {
  const sum = (key: keyof Counts) => [...recap.values()].reduce((all, counts) => all + counts[key], 0)
  return {
    ok: sum('ok'),
    changed: sum('changed'),
    unreachable: [...recap.values()].filter(({ unreachable }) => unreachable > 0).length,
    failures: sum('failures'),
    skipped: sum('skipped'),
    rescued: sum('rescued'),
    ignored: sum('ignored'),
  }
}

function statsOf(events: Attempt['events']): [string, Counts][] {
  return events.flatMap(event => (event.event === 'stats' ? Object.entries(event.hosts) : []))
}

function resultsOf(events: Attempt['events'], from = 0): TaskResult[] {
  const tasks = new Map<string, TaskEvent>()
  return events.slice(Math.max(from, 0)).flatMap(event => {
    if (event.event === 'task') tasks.set(event.task, event)
    const of = event.event === 'result' ? tasks.get(event.task) : undefined
    return event.event === 'result' && of ? [{ ...event, of }] : []
  })
}

/** A rescued failure is told like any other; those that count are the last ones, for after them the host is out. */
function fatalIn(recap: Outcome['recap'], results: readonly TaskResult[]): TaskResult[] {
  const bad = results.filter(
    ({ status, ignored }) => (status === 'failed' || status === 'unreachable') && !ignored,
  )
  const byStatus = Map.groupBy(bad, ({ host, status }) => `${status} ${host}`)
  const last = (key: string, count: number) => (count === 0 ? [] : (byStatus.get(key) ?? []).slice(-count))
  return [...recap].flatMap(([host, { failures, unreachable }]) => [
    ...last(`failed ${host}`, failures),
    ...last(`unreachable ${host}`, unreachable),
  ])
}

function unmatchedIn(events: Attempt['events']): string[] {
  return events.flatMap((event, index) => {
    const before = events[index - 1]
    return event.event === 'no_hosts' && before?.event === 'play' ? [before.hosts] : []
  })
}
