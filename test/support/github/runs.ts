/** Runs of workflows and what they left, for the API that tells of them; whoever plays workflows writes them down. */
import { createHash } from 'node:crypto'
import { zip } from './zip.ts'

/** A run as it is begun. */
export interface NewRun {
  /** `owner/name` of the repository whose workflow it is. */
  readonly repository: string
  /** Default: a number of its own. */
  readonly id?: number
  readonly name?: string
  /** Within the repository; default: `.github/workflows/ci.yml`. */
  readonly path?: string
  /** Default: `push`. */
  readonly event?: string
  readonly headSha: string
  readonly headBranch?: string
  /** `owner/name` where the head comes from; default: the repository itself. */
  readonly headRepository?: string
  readonly runNumber?: number
  readonly runAttempt?: number
  /** Login; default: the owner. */
  readonly actor?: string
  /** Numbers of the pull requests that it is for. */
  readonly pullRequests?: readonly number[]
}

export type RunConclusion = 'success' | 'failure' | 'cancelled' | 'skipped'

export interface Run extends Required<Omit<NewRun, 'runAttempt'>> {
  runAttempt: number
  readonly startedAt: Date
  updatedAt: Date
  /** Undefined while it runs. */
  conclusion: RunConclusion | undefined
}

/** Something a run left, packed. */
export interface Artifact {
  readonly id: number
  readonly name: string
  readonly run: Run
  readonly attempt: number
  readonly archive: Buffer
  /** `sha256:…` of the archive. */
  readonly digest: string
  readonly createdAt: Date
  expiresAt: Date
}

/** All runs and artifacts of a server. */
export interface Runs {
  begin(run: NewRun): Run
  /** Begins the next attempt of a run. */
  again(id: number): Run
  /** Resolves when those who listen have heard of it. */
  finish(id: number, conclusion: RunConclusion): Promise<void>
  find(id: number): Run | undefined
  /** Newest first. */
  of(repository: string): Run[]
  /**
   * Keeps files for a run, by path.
   * @throws Error where this attempt of the run has an artifact of that name, as upload-artifact fails.
   */
  keep(
    runId: number,
    artifact: { name: string; files: Readonly<Record<string, string | Buffer>>; days?: number },
  ): Artifact
  /** Newest first; of a repository, or of one run of it. */
  artifacts(repository: string, runId?: number): Artifact[]
  remove(artifactId: number): void
}

const FIRST_ID = 16_000_000_000
const DAY = 24 * 60 * 60_000

/**
 * An empty memory of runs.
 * @param finished is told of every run that ends.
 */
export function createRuns(finished: (run: Run) => Promise<void> = async () => {}): Runs {
  const runs = new Map<number, Run>()
  const kept = new Map<number, Artifact>()
  let lastId = FIRST_ID
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  return {
    begin(given) {
      const now = new Date()
      const path = given.path ?? '.github/workflows/ci.yml'
      const earlier = [...runs.values()].filter(
        run => same(run.repository, given.repository) && run.path === path,
      )
      const run: Run = {
        id: given.id ?? ++lastId,
        name: 'CI',
        path,
        event: 'push',
        runNumber: earlier.length + 1,
        headBranch: 'main',
        headRepository: given.repository,
        runAttempt: 1,
        actor: given.repository.split('/')[0] ?? '',
        pullRequests: [],
        startedAt: now,
        updatedAt: now,
        conclusion: undefined,
        ...given,
      }
      runs.set(run.id, run)
      return run
    },
    again(id) {
      const run = runs.get(id)
      if (!run) throw new Error(`there is no run ${id}`)
      return Object.assign(run, {
        runAttempt: run.runAttempt + 1,
        conclusion: undefined,
        updatedAt: new Date(),
      })
    },
    async finish(id, conclusion) {
      const run = runs.get(id)
      if (run) await finished(Object.assign(run, { conclusion, updatedAt: new Date() }))
    },
    find: id => runs.get(id),
    of: repository => [...runs.values()].filter(run => same(run.repository, repository)).reverse(),
    keep(runId, { name, files, days = 90 }) {
      const run = runs.get(runId)
      if (!run) throw new Error(`there is no run ${runId}`)
      const isTwin = (other: Artifact) =>
        other.run === run && other.attempt === run.runAttempt && other.name === name
      if ([...kept.values()].some(isTwin))
        throw new Error('Conflict: an artifact with this name already exists on the workflow run')
      const archive = zip(files)
      const createdAt = new Date()
      const artifact: Artifact = {
        id: ++lastId,
        name,
        run,
        attempt: run.runAttempt,
        archive,
        digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + days * DAY),
      }
      kept.set(artifact.id, artifact)
      return artifact
    },
    artifacts: (repository, runId) =>
      [...kept.values()]
        .filter(({ run }) => same(run.repository, repository) && (runId ?? run.id) === run.id)
        .reverse(),
    remove(artifactId) {
      kept.delete(artifactId)
    },
  }
}
