import { createHash } from 'node:crypto'
import { makeCommit } from '../../../../toolkit/git/commit.ts'
import { type Commit, readCommits } from '../../../../toolkit/git/objects.ts'
import { fetchTips, push, tipOf } from '../../../../toolkit/git/remote.ts'
import { lastComponent } from '../../../../toolkit/oci/reference.ts'
import type { Target } from '../land.ts'
import type { BumpRequest } from '../request.ts'
import { newContents, readSnapshot } from '../snapshot.ts'
import { commitByApi, moveBranch } from './api-commit.ts'
import type { Remote } from './remote.ts'

/**
 * The branch of a pull request: one commit upon the tip of the target branch, made anew for every newer request.
 * Where people have committed to it, their commits stay, and the change is added on top of them.
 */
export function proposalTarget(remote: Remote & { proposal: string }): Target {
  const { git, branch, proposal, request, api } = remote
  return {
    name: `${proposal} of ${remote.name}`,
    async read() {
      await fetchTips(git, branch, proposal)
      const [base, head] = await readCommits(git, [tipOf(branch), tipOf(proposal)])
      if (!base) throw new Error(`git fetched no '${branch}'`)
      const replaceable = head !== undefined && isOwnCommit(head)
      const start = head === undefined || replaceable ? base : head
      const snapshot = await readSnapshot(git, start, request)
      return {
        files: snapshot.files,
        ...(replaceable && { proposed: (await readSnapshot(git, head, request)).files }),
        tip: start.oid,
        pending: start === head,
        async land({ changes }) {
          const commit = {
            parent: start.oid,
            files: newContents(snapshot, changes),
            message: start === base ? markOwn(remote.message, base.oid) : remote.message,
            author: remote.author,
            date: remote.now(),
          }
          const made = await makeCommit(git, commit)
          if (head && head.tree === made.tree && head.parents.includes(start.oid)) return head.oid
          const to = api ? await commitByApi(api, commit, { from: start.tree, to: made.tree }) : made.oid
          const move = { branch: proposal, from: head?.oid, to }
          if (api) await moveBranch(api, { ...move, forward: start === head })
          else await push(git, move)
          return to
        },
      }
    },
  }
}

/** The branch that a request's pull request comes from: the same images, files and target give the same name. */
export function proposalBranch(branch: string, { images, set, files }: BumpRequest): string {
  const names = images.map(({ repository }) => repository).sort()
  const paths = set.map(({ file, shown }) => `${file}#${shown}`).sort()
  const key = createHash('sha256').update(JSON.stringify([names, paths, [...files].sort()]))
  const first = names[0] === undefined ? 'set' : lastComponent(names[0]).replace(/[^\w-]+/g, '-')
  return `gitops-actions/bump/${branch}/${first}-${key.digest('hex').slice(0, 8)}`
}

const MARK = 'Bump-Base'

function markOwn(message: string, base: string): string {
  return `${message}${MARK}: ${base}\n`
}

/**
 * Whether a commit is as this action left it: alone upon the base that its trailer names, and never amended or
 * rebased by anyone, which would part the committer's date from the author's.
 */
export function isOwnCommit({ message, parents, author, committer }: Commit): boolean {
  const base = message.match(/^Bump-Base: ([0-9a-f]+)$/gm)?.at(-1)
  return (
    parents.length === 1 && base === `${MARK}: ${parents[0]}` && Math.abs(committer.when - author.when) <= 1
  )
}
