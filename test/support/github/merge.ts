/** Merging a pull request, each way that GitHub offers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, noreplyAddress } from './accounts.ts'
import { parseCommit } from './commit-object.ts'
import { type MergeMethod, type PullRequest, pullsOf } from './conversation.ts'
import { commitsBetween, git, readRef, tryGit, updateRef } from './git-store.ts'
import type { Hub } from './hub.ts'
import { readObject } from './objects.ts'
import { mergedTree, mergeState, REQUIRED_CHECK, writeSigned } from './pulls.ts'
import { Refusal } from './refusal.ts'
import type { Repository } from './repositories.ts'

/** How to merge. */
export interface MergeOptions {
  readonly method: MergeMethod
  readonly title?: string | undefined
  readonly message?: string | undefined
  /** The head that the caller saw; refused if another stands there now. */
  readonly sha?: string | undefined
}

/**
 * Merges and returns the commit that the base branch then points at.
 * @throws Refusal as GitHub refuses (405, 409).
 */
export async function mergePull(
  hub: Hub,
  repository: Repository,
  request: PullRequest,
  by: Account,
  options: MergeOptions,
): Promise<string> {
  const { pull } = request
  if (options.sha !== undefined && options.sha !== pull.headSha)
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.')
  await demandMergeable(repository, request)
  const ref = `refs/heads/${pull.baseRef}`
  const before = await readRef(repository.path, ref)
  const after = before && (await mergeCommit(hub, repository, request, by, before, options))
  if (!after || !(await updateRef(repository.path, ref, after, before)))
    throw new Refusal(405, 'Base branch was modified. Review and try the merge again.')
  const mergedCommits = await commitsBetween(repository.path, before, after)
  Object.assign(pull, { mergedAt: new Date(), mergedBy: by, mergeSha: after, mergedCommits, baseSha: before })
  await hub.closed(repository, request, by)
  await hub.landed(repository, [{ ref, before, after }], by)
  return after
}

/** Merges what waits for its checks and has them now. */
export async function runAutoMerges(hub: Hub, repository: Repository): Promise<void> {
  for (const request of pullsOf(repository)) {
    const wish = request.pull.autoMerge
    if (wish && request.state === 'open' && (await mergeState(repository, request)) === 'clean')
      await mergePull(hub, repository, request, wish.by, { method: wish.method })
  }
}

async function demandMergeable(repository: Repository, request: PullRequest): Promise<void> {
  const state = await mergeState(repository, request)
  if (state === 'clean') return
  if (state === 'blocked') throw new Refusal(405, `Required status check "${REQUIRED_CHECK}" is expected.`)
  if (state === 'draft') throw new Refusal(405, 'Pull Request is still a draft')
  throw new Refusal(405, 'Pull Request is not mergeable')
}

async function mergeCommit(
  hub: Hub,
  repository: Repository,
  request: PullRequest,
  by: Account,
  base: string,
  { method, title, message }: MergeOptions,
): Promise<string | undefined> {
  const { pull, number } = request
  if (method === 'rebase') return rebase(repository, pull.headSha, base, by)
  const tree = await mergedTree(repository.path, base, pull.headSha)
  if (tree === undefined) return undefined
  const text = (subject: string, body: string) =>
    [title ?? subject, message ?? body].filter(part => part !== '').join('\n\n')
  if (method === 'merge') {
    const from = `${pull.headRepository.owner.login}/${pull.headRef}`
    return writeSigned(hub, repository, by, {
      tree,
      parents: [base, pull.headSha],
      message: text(`Merge pull request #${number} from ${from}`, request.title),
    })
  }
  const commits = await commitsBetween(repository.path, base, pull.headSha)
  const messages = await Promise.all(commits.map(sha => messageOf(repository, sha)))
  return writeSigned(hub, repository, request.user, {
    tree,
    parents: [base],
    message: text(
      `${request.title} (#${number})`,
      messages.length > 1 ? messages.map(line => `* ${line}`).join('\n\n') : '',
    ),
  })
}

async function rebase(
  repository: Repository,
  head: string,
  base: string,
  by: Account,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(repository.path, 'rebase-'))
  const tree = join(folder, 'tree')
  const env = { GIT_COMMITTER_NAME: by.login, GIT_COMMITTER_EMAIL: noreplyAddress(by) }
  try {
    await git(repository.path, ['worktree', 'add', '--quiet', '--detach', tree, head])
    const inTree = join(repository.path, 'worktrees', 'tree')
    const common = ['-C', tree, '--git-dir', join(tree, '.git')]
    const { code } = await tryGit(inTree, [...common, 'rebase', '--quiet', base], { env })
    return code === 0 ? await git(inTree, [...common, 'rev-parse', 'HEAD']) : undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
    await git(repository.path, ['worktree', 'prune', '--expire=now'])
  }
}

async function messageOf(repository: Repository, sha: string): Promise<string> {
  const object = await readObject(repository.path, sha)
  return parseCommit(object?.content.toString() ?? '').message.trimEnd()
}
