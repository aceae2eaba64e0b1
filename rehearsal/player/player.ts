import { exec } from '../../toolkit/exec/exec.ts'
import { createGroups } from './concurrency.ts'
import type { RunIdentity } from './contexts.ts'
import { whyNot } from './decide/triggers.ts'
import type { Event } from './events.ts'
import type { Host, Repository, Settings } from './host.ts'
import type { Played, Progress, WorkflowRun } from './report.ts'
import { runWorkflow } from './run-workflow.ts'
import { loadWorkflow } from './workflow/load.ts'
import { localActionProblems } from './workflow/local-actions.ts'
import { type Workflow, WorkflowError } from './workflow/model.ts'

export { type Deliveries, deliveredEvent, deliveriesOf } from './deliveries.ts'
export type { Event } from './events.ts'
export { dispatchEvent, pullRequestEvent, pushEvent, scheduleEvent } from './events.ts'
export type { JobRun, Played, Progress, StepRun, WorkflowRun } from './report.ts'
export { WorkflowError } from './workflow/model.ts'

export interface PlayerOptions {
  readonly host: Host
  /** Secrets and variables, by the full name of the repository. */
  readonly settings?: Readonly<Record<string, Settings>>
  /** Variables that every step gets, such as where the container engine or the AWS endpoint is. */
  readonly env?: Readonly<Record<string, string>>
  readonly onProgress?: (progress: Progress) => void
}

/** How playing may end early. */
export interface Ends {
  /** Somebody presses "Cancel workflow": what runs is told, and what always runs still does. */
  readonly cancel?: AbortSignal
  /** The machine is given up: what runs is told, and nothing begins any more, not even what always runs. */
  readonly stop?: AbortSignal
}

/** Plays workflows. Concurrency groups last as long as the player, run numbers as long as the host. */
export interface Player {
  /**
   * Plays every workflow that the event starts, as it stands in the repository at the event's commit. Events that are
   * played at once begin in the order of the calls.
   * @throws WorkflowError, before anything runs, where a workflow has a schema error, or where one that would start
   * uses what the player does not support.
   */
  play(event: Event, ends?: Ends): Promise<Played>
  /** Plays runs of an event once more, all their jobs, as the next attempt of the same runs ("Re-run all jobs"). */
  rerun(event: Event, runs: readonly WorkflowRun[], ends?: Ends): Promise<readonly WorkflowRun[]>
}

/** Makes a player for the repositories of one git host. */
export function createPlayer({
  host,
  settings = {},
  env = {},
  onProgress = () => {},
}: PlayerOptions): Player {
  const groups = createGroups()
  let last: Promise<unknown> = Promise.resolve()
  const start = (event: Event, workflow: Workflow, identity: RunIdentity, { cancel, stop }: Ends) =>
    runWorkflow({
      host,
      workflow,
      event,
      settings: settings[event.repository.fullName] ?? {},
      env,
      groups,
      onProgress,
      signal: AbortSignal.any([cancel, stop].filter(signal => signal !== undefined)),
      stop: stop ?? new AbortController().signal,
      ...identity,
    })
  return {
    async play(event, ends = {}) {
      const turn = last.then(() => begin(host, event))
      last = turn.catch(() => {})
      const { begun, notStarted } = await turn
      const runs = await Promise.all(
        begun.map(({ workflow, identity }) => start(event, workflow, identity, ends)),
      )
      return { runs, notStarted }
    },
    async rerun(event, runs, ends = {}) {
      const workflows = await workflowsAt(event.repository, event.sha)
      const again = workflows.flatMap(workflow => {
        const run = runs.find(({ path }) => path === workflow.path)
        return run ? [{ workflow, run }] : []
      })
      await refuseUnsupported(
        again.map(({ workflow }) => workflow),
        event,
      )
      return Promise.all(
        again.map(({ workflow, run: { runId, runNumber } }) => {
          const { runAttempt } = host.runs.again(runId)
          return start(event, workflow, { runId, runNumber, runAttempt }, ends)
        }),
      )
    },
  }
}

/** Begins a run of every workflow that the event starts. */
async function begin(host: Host, event: Event) {
  const workflows = await workflowsAt(event.repository, event.sha)
  const judged = workflows.map(workflow => ({ workflow, why: whyNot(workflow, event.occurrence) }))
  const starting = judged.filter(({ why }) => why === undefined).map(({ workflow }) => workflow)
  await refuseUnsupported(starting, event)
  return {
    begun: starting.map(workflow => ({ workflow, identity: writeDown(host, workflow, event) })),
    notStarted: judged.flatMap(({ workflow, why }) =>
      why === undefined ? [] : [{ workflow: workflow.name, why }],
    ),
  }
}

/** Writes the run down where GitHub's API tells of it, which gives it its numbers. */
function writeDown(host: Host, workflow: Workflow, event: Event): RunIdentity {
  const { number } = event.payload as { number?: number }
  const { id, runNumber } = host.runs.begin({
    repository: event.repository.fullName,
    name: workflow.name,
    path: workflow.path,
    event: event.occurrence.name,
    headSha: event.headSha,
    headBranch: event.headRef || event.ref.replace(/^refs\/(heads|tags)\//, ''),
    headRepository: event.headRepository,
    actor: event.actor,
    pullRequests: number === undefined ? [] : [number],
  })
  return { runId: id, runNumber, runAttempt: 1 }
}

/** The workflows of a repository at a commit, read from the bare repository. */
async function workflowsAt(repository: Repository, sha: string): Promise<Workflow[]> {
  const listed = await git(repository, 'ls-tree', '--name-only', '-z', sha, '.github/workflows/')
  const paths = listed.split('\0').filter(path => /\.ya?ml$/.test(path))
  const loaded = await Promise.allSettled(
    paths.map(async path => loadWorkflow(path, await git(repository, 'cat-file', 'blob', `${sha}:${path}`))),
  )
  const problems = loaded.flatMap(each => (each.status === 'rejected' ? problemsOf(each.reason) : []))
  if (problems.length > 0) throw new WorkflowError(problems)
  return loaded.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
}

function problemsOf(thrown: unknown): readonly string[] {
  if (thrown instanceof WorkflowError) return thrown.problems
  throw thrown
}

async function refuseUnsupported(workflows: readonly Workflow[], { repository, sha }: Event): Promise<void> {
  const read = (path: string) => git(repository, 'cat-file', 'blob', `${sha}:${path}`).catch(() => undefined)
  const inActions = await Promise.all(workflows.map(workflow => localActionProblems(workflow, read)))
  const problems = [...workflows.flatMap(({ unsupported }) => unsupported), ...inActions.flat()]
  if (problems.length > 0) throw new WorkflowError(problems)
}

async function git({ path }: Repository, ...args: string[]): Promise<string> {
  return (await exec('git', ['-C', path, ...args])).stdout
}
