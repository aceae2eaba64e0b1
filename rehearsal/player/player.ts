import { exec } from '../../toolkit/exec/exec.ts'
import { createGroups } from './concurrency.ts'
import { whyNot } from './decide/triggers.ts'
import type { Event } from './events.ts'
import type { Host, Repository, Settings } from './host.ts'
import type { Played, Progress } from './report.ts'
import { runWorkflow } from './run-workflow.ts'
import { loadWorkflow } from './workflow/load.ts'
import { localActionProblems } from './workflow/local-actions.ts'
import { type Workflow, WorkflowError } from './workflow/model.ts'

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

/** Plays workflows. Run numbers and concurrency groups last as long as the player. */
export interface Player {
  /**
   * Plays every workflow that the event starts, as it stands in the repository at the event's commit.
   * @throws WorkflowError, before anything runs, where a workflow has a schema error, or where one that would start
   * uses what the player does not support.
   */
  play(event: Event, signal?: AbortSignal): Promise<Played>
}

const FIRST_RUN_ID = 17_000_000_000

/** Makes a player for the repositories of one git host. */
export function createPlayer({
  host,
  settings = {},
  env = {},
  onProgress = () => {},
}: PlayerOptions): Player {
  const runNumbers = new Map<string, number>()
  const groups = createGroups()
  let runId = FIRST_RUN_ID
  const nextNumber = (key: string) => {
    const next = (runNumbers.get(key) ?? 0) + 1
    runNumbers.set(key, next)
    return next
  }
  return {
    async play(event, signal = new AbortController().signal) {
      const workflows = await workflowsAt(event.repository, event.sha)
      const judged = workflows.map(workflow => ({ workflow, why: whyNot(workflow, event.occurrence) }))
      const starting = judged.filter(({ why }) => why === undefined).map(({ workflow }) => workflow)
      await refuseUnsupported(starting, event)
      const runs = await Promise.all(
        starting.map(workflow =>
          runWorkflow({
            host,
            workflow,
            event,
            settings: settings[event.repository.fullName] ?? {},
            env,
            groups,
            onProgress,
            signal,
            runId: ++runId,
            runNumber: nextNumber(`${event.repository.fullName}/${workflow.path}`),
          }),
        ),
      )
      const notStarted = judged.flatMap(({ workflow, why }) =>
        why === undefined ? [] : [{ workflow: workflow.name, why }],
      )
      return { runs, notStarted }
    },
  }
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
