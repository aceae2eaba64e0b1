import type { NewCommit } from '../../../../toolkit/git/commit.ts'
import { type Push, RemoteError } from '../../../../toolkit/git/remote.ts'
import { explained, statusOf } from '../../../../toolkit/github/refusals.ts'
import type { Api } from '../credentials.ts'

/** What one request may carry, in characters; GitHub ends requests that take it too long. */
const REQUEST_SIZE = 4 * 1024 * 1024

/**
 * Makes a commit through the Git Data API. Author and committer are left to GitHub, which then signs the commit.
 * Nothing points to it yet.
 * @param trees the tree to start from, and the tree that must come out.
 * @returns the commit's id.
 */
export async function commitByApi(
  { github, owner, repo, repository }: Api,
  { parent, files, message }: NewCommit,
  trees: { from: string; to: string },
): Promise<string> {
  return explained({ to: 'make a commit', repository, permission: 'contents: write' }, async () => {
    let tree = trees.from
    for (const part of inParts(files)) {
      const entries = part.map(({ path, mode, bytes }) => ({
        path,
        mode: mode as '100644' | '100755',
        type: 'blob' as const,
        content: bytes.toString('utf8'),
      }))
      const { data } = await github.rest.git.createTree({ owner, repo, base_tree: tree, tree: entries })
      tree = data.sha
    }
    if (tree !== trees.to) throw new Error(`GitHub made the tree ${tree} where ${trees.to} was to be made`)
    const { data } = await github.rest.git.createCommit({ owner, repo, message, tree, parents: [parent] })
    return data.sha
  })
}

/**
 * Moves (or makes) a branch through the API.
 * @param forward whether the new commit stands upon the old; GitHub then refuses if the branch moved meanwhile.
 * @throws RemoteError of kind `race` where the branch is not where it was read any more.
 */
export async function moveBranch(api: Api, move: Push & { forward: boolean }): Promise<void> {
  const { repository } = api
  await explained({ to: `update '${move.branch}'`, repository, permission: 'contents: write' }, async () => {
    try {
      await sendMove(api, move)
    } catch (thrown) {
      throw statusOf(thrown) === 422 || statusOf(thrown) === 409 ? refusal((thrown as Error).message) : thrown
    }
  })
}

async function sendMove(
  { github, owner, repo }: Api,
  { branch, from, to, forward }: Push & { forward: boolean },
) {
  const ref = `heads/${branch}`
  if (from === undefined) {
    await github.rest.git.createRef({ owner, repo, ref: `refs/${ref}`, sha: to })
    return
  }
  if (!forward) {
    // The API forces without a lease; looking once more leaves others the time of one request to be overwritten.
    const { data } = await github.rest.git.getRef({ owner, repo, ref })
    if (data.object.sha !== from) throw new RemoteError({ kind: 'race' }, `'${branch}' has moved`)
  }
  await github.rest.git.updateRef({ owner, repo, ref, sha: to, force: !forward })
}

/** What GitHub's 409 and 422 on moving a branch mean. */
export function refusal(said: string): RemoteError {
  if (/not a fast.forward|already exists|does not exist|is at .* but expected|conflict/i.test(said))
    return new RemoteError({ kind: 'race' }, said)
  const isProtected = /protected|rule violation|pull request|verified signature|status check/i.test(said)
  return new RemoteError({ kind: 'final', because: isProtected ? 'protected' : 'unknown' }, said)
}

function* inParts(files: NewCommit['files']): Generator<NewCommit['files'][number][]> {
  let part: NewCommit['files'][number][] = []
  let size = 0
  for (const file of files) {
    if (part.length > 0 && size + file.bytes.length > REQUEST_SIZE) {
      yield part
      part = []
      size = 0
    }
    part.push(file)
    size += file.bytes.length
  }
  if (part.length > 0) yield part
}
