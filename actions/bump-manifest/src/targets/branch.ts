import { makeCommit } from '../../../../toolkit/git/commit.ts'
import { readCommits } from '../../../../toolkit/git/objects.ts'
import { fetchTips, push, tipOf } from '../../../../toolkit/git/remote.ts'
import type { Target } from '../land.ts'
import { newContents, readSnapshot } from '../snapshot.ts'
import { commitByApi, moveBranch } from './api-commit.ts'
import type { Remote } from './remote.ts'

/** A branch that gets one commit, by a push or, to be signed by GitHub, through its API. */
export function branchTarget(remote: Remote): Target {
  const { git, branch, request, api } = remote
  return {
    name: `${branch} of ${remote.name}`,
    async read() {
      await fetchTips(git, branch)
      const [tip] = await readCommits(git, [tipOf(branch)])
      if (!tip) throw new Error(`git fetched no '${branch}'`)
      const snapshot = await readSnapshot(git, tip, request)
      return {
        files: snapshot.files,
        tip: tip.oid,
        async land({ changes }) {
          const commit = {
            parent: tip.oid,
            files: newContents(snapshot, changes),
            message: remote.message,
            author: remote.author,
            date: remote.now(),
          }
          const made = await makeCommit(git, commit)
          if (!api) {
            await push(git, { branch, from: tip.oid, to: made.oid })
            return made.oid
          }
          const oid = await commitByApi(api, commit, { from: tip.tree, to: made.tree })
          await moveBranch(api, { branch, from: tip.oid, to: oid, forward: true })
          return oid
        },
      }
    },
  }
}
