import type { ClaimedImage } from '../claimed-images.ts'
import { type Commit, changedLines } from '../inspect/commits.ts'
import type { Check } from '../story.ts'

/** What must hold of the commits that the workflow made. */
export interface BumpExpectation {
  readonly parent: string
  readonly file: string
  readonly images: readonly ClaimedImage[]
  readonly runId: number
}

/** Whether there is one clean commit that changes image references and nothing else. */
export function checkBump(commits: readonly Commit[], expected: BumpExpectation): Check[] {
  const [commit] = commits
  const count = { claim: 'exactly one commit', seen: String(commits.length), ok: commits.length === 1 }
  if (commit === undefined) return [count]
  const { removed, added } = changedLines(commit.diff)
  const reference = /^(\s*image:\s*)\S+$/
  const untouched = removed.every(
    (line, at) => line.match(reference)?.[1] === added[at]?.match(reference)?.[1],
  )
  const links = commit.trailers.filter(([key]) => key.startsWith('Source-')).map(pair => pair.join(': '))
  return [
    count,
    {
      claim: 'it stands on the commit that was pushed',
      seen: short(commit.parents),
      ok: sameList(commit.parents, [expected.parent]),
    },
    {
      claim: `it changes ${expected.file} alone`,
      seen: commit.files.join(', '),
      ok: sameList(commit.files, [expected.file]),
    },
    {
      claim: 'it changes image references and no other byte',
      seen: `${removed.length} lines`,
      ok:
        removed.length === added.length &&
        removed.length > 0 &&
        untouched &&
        removed.every(line => reference.test(line)),
    },
    ...expected.images.map(({ name, tag }) => ({
      claim: `${name} runs ${tag}`,
      seen: added.find(line => line.includes(`/${name}:`))?.trim() ?? 'no such line',
      ok: added.some(line => line.includes(`/${name}:${tag}`)),
    })),
    {
      claim: 'its trailers name the source commit and the run',
      seen: links.join(', ') || 'none',
      ok: [expected.parent, `/runs/${expected.runId}`].every(end => links.some(link => link.endsWith(end))),
    },
  ]
}

function sameList(list: readonly string[], expected: readonly string[]): boolean {
  return list.length === expected.length && list.every((item, at) => item === expected[at])
}

function short(shas: readonly string[]): string {
  return shas.map(sha => sha.slice(0, 7)).join(', ')
}
