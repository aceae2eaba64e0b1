import { type Commit, changedLines } from '../inspect/commits.ts'
import type { Check } from '../story.ts'

/** The files that name the image. */
const FILES = ['manifests/app-a/deployment.yaml', 'manifests/kv/values.yaml']

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
