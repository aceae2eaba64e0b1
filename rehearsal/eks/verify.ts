import { type Commit, changedLines } from '../inspect/commits.ts'
import type { JobRun } from '../player/player.ts'
import { type Check, seconds } from '../story.ts'

/** The files that name the image. */
const FILES = ['manifests/app-a/deployment.yaml', 'manifests/kv/values.yaml']

/** Goals, in milliseconds. */
const GOALS = { whole: 30_000, besides: 3_000 }

/** What must hold of what the pipeline committed to the manifests repository. */
export interface BumpExpectation {
  /** What `staging` was at before. */
  readonly parent: string
  readonly tag: string
  readonly digest: string
  /** The commit of the source repository, and the run that delivered it. */
  readonly source: string
  readonly runId: number
}

/** Whether there is one clean commit that names the image in both places and changes nothing else. */
export function checkBump(commits: readonly Commit[], expected: BumpExpectation): Check[] {
  const [commit] = commits
  const count = {
    claim: 'exactly one commit in the manifests repository',
    seen: String(commits.length),
    ok: commits.length === 1,
  }
  if (commit === undefined) return [count]
  const { tag, digest, source, runId } = expected
  const { removed, added } = changedLines(commit.diff)
  const key = (line: string) => /^\s*(image|tag|digest):/.exec(line)?.[0]
  const links = commit.trailers.filter(([name]) => name.startsWith('Source-')).map(pair => pair.join(': '))
  return [
    count,
    {
      claim: 'it stands on what staging was',
      seen: commit.parents.map(sha => sha.slice(0, 7)).join(', '),
      ok: commit.parents.join() === expected.parent,
    },
    {
      claim: 'it changes the two files that name the image',
      seen: commit.files.join(', '),
      ok: [...commit.files].sort().join() === FILES.join(),
    },
    {
      claim: 'it changes image, tag and digest, and no other byte',
      seen: `${removed.length} lines`,
      ok:
        removed.length === added.length &&
        removed.length > 0 &&
        removed.every((line, at) => key(line) !== undefined && key(line) === key(added[at] ?? '')),
    },
    {
      claim: 'the plain manifests pin tag and digest',
      seen: added.find(line => key(line)?.trim() === 'image:')?.trim() ?? 'no such line',
      ok: added.some(line => line.endsWith(`:${tag}@${digest}`)),
    },
    {
      claim: 'the chart’s values have the tag and the digest',
      seen: added
        .filter(line => /^\s*(tag|digest):/.test(line))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
      ok: [tag, digest].every(value =>
        added.some(line => /^\s*(tag|digest): /.test(line) && line.includes(value)),
      ),
    },
    {
      claim: 'its trailers name the source commit and the run',
      seen: links.join(', ') || 'none',
      ok: [source, `/runs/${runId}`].every(end => links.some(link => link.endsWith(end))),
    },
  ]
}

/** A stretch of time, in milliseconds since the epoch. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** How quick the pipeline was from a push to the commit, and without the stretches that are not its own work. */
export function checkSpeed(whole: Stretch, aside: readonly Stretch[]): Check[] {
  const total = whole.to - whole.from
  const besides = total - covered(whole, aside)
  return [
    {
      claim: `from the push to the commit in less than ${GOALS.whole / 1000} s`,
      seen: seconds(total),
      ok: total < GOALS.whole,
    },
    {
      claim: `of that, less than ${GOALS.besides / 1000} s beside the image’s build and the service’s own tests`,
      seen: seconds(besides),
      ok: besides < GOALS.besides,
    },
  ]
}

/** When the image was built and the tests ran; they run beside each other. */
export function buildAndTests(jobs: readonly JobRun[]): Stretch[] {
  return jobs
    .flatMap(({ steps }) => steps)
    .filter(({ kind, name }) => /\/build-push@/.test(kind) || name.includes('npm test'))
    .map(({ startedAt, duration }) => ({
      from: startedAt.getTime(),
      to: startedAt.getTime() + duration,
    }))
}

/** How much of a stretch lies in at least one of the others. */
function covered({ from, to }: Stretch, others: readonly Stretch[]): number {
  let [sum, upTo] = [0, from]
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    const end = Math.min(other.to, to)
    sum += Math.max(0, end - Math.max(other.from, upTo))
    upTo = Math.max(upTo, end)
  }
  return sum
}
