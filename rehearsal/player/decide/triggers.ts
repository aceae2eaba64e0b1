import { basename } from 'node:path'
import type { EventFilters, Workflow } from '../workflow/model.ts'
import { matchesPatterns } from './patterns.ts'

/** What the filters under `on` look at. */
export interface Occurrence {
  /** `push`, `pull_request`, … */
  readonly name: string
  /**
   * `refs/heads/…` or `refs/tags/…`; of a pull request its base branch, of workflow_run the branch of that run, as
   * `refs/heads/…`.
   */
  readonly ref: string
  /** `opened`, `synchronize`, …; undefined where the event has none. */
  readonly action?: string
  /** Paths that changed, for `paths` and `paths-ignore`; undefined where the event has none. */
  readonly changed?: readonly string[]
  /** The cron line that came due. */
  readonly schedule?: string
  /** Of workflow_run: the name of the workflow that ran. */
  readonly ran?: string
  /** The file name of the workflow that is meant; undefined where the event is for all of them. */
  readonly workflow?: string
}

const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
  merge_group: ['checks_requested'],
}

/** Why a workflow does not run for an event; undefined where it does. */
export function whyNot({ on, path }: Pick<Workflow, 'on' | 'path'>, event: Occurrence): string | undefined {
  if (event.workflow !== undefined && basename(path) !== event.workflow) return `${event.workflow} is meant`
  if (!Object.hasOwn(on, event.name)) return `it does not run on ${event.name}`
  const filters = on[event.name] ?? {}
  return (
    whyNotType(filters, event) ??
    whyNotWorkflow(filters, event) ??
    (event.name === 'schedule' ? whyNotSchedule(filters, event) : whyNotRef(filters, event)) ??
    whyNotPaths(filters, event)
  )
}

function whyNotType(filters: EventFilters, { name, action }: Occurrence): string | undefined {
  const types = filters.types ?? DEFAULT_TYPES[name]
  if (types === undefined || action === undefined || types.includes(action)) return undefined
  return `its types (${types.join(', ')}) leave out '${action}'`
}

function whyNotWorkflow({ workflows = [] }: EventFilters, { ran }: Occurrence): string | undefined {
  if (ran === undefined || workflows.includes(ran)) return undefined
  return `'${ran}' is not among ${workflows.join(', ')}`
}

function whyNotSchedule({ cron }: EventFilters, { schedule }: Occurrence): string | undefined {
  if (schedule === undefined || cron?.includes(schedule)) return undefined
  return `'${schedule}' is none of its schedules`
}

function whyNotRef(filters: EventFilters, { ref }: Occurrence): string | undefined {
  const isTag = ref.startsWith('refs/tags/')
  const name = ref.replace(/^refs\/(heads|tags)\//, '')
  const [mine, ignored, other] = isTag
    ? [filters.tags, filters['tags-ignore'], filters.branches ?? filters['branches-ignore']]
    : [filters.branches, filters['branches-ignore'], filters.tags ?? filters['tags-ignore']]
  if (mine && !matchesPatterns(name, mine)) return `'${name}' is not among ${mine.join(', ')}`
  if (ignored && matchesPatterns(name, ignored)) return `'${name}' is ignored`
  // A filter on branches only leaves out every tag, and the other way round.
  if (!mine && !ignored && other) return `it runs on ${isTag ? 'branches' : 'tags'} only`
  return undefined
}

function whyNotPaths(filters: EventFilters, { ref, changed }: Occurrence): string | undefined {
  // Paths are not looked at for tags (docs.github.com, "Workflow syntax", on.<push>.paths).
  if (changed === undefined || ref.startsWith('refs/tags/')) return undefined
  const { paths, 'paths-ignore': ignored } = filters
  if (paths && !changed.some(path => matchesPatterns(path, paths)))
    return `no changed file is among ${paths.join(', ')}`
  if (ignored && changed.length > 0 && changed.every(path => matchesPatterns(path, ignored)))
    return 'every changed file is ignored'
  return undefined
}
