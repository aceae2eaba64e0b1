/** Commits: their lists, comparisons and pull requests. */
import { pullsOf } from '../conversation.ts'
import { changesBetween } from '../diffs.ts'
import { commitsBetween, git, isAncestor, mergeBase, readRef, resolve } from '../git-store.ts'
import { notFound, Refusal, unprocessable } from '../refusal.ts'
import type { Repository } from '../repositories.ts'
import { ok, page, type RepositoryCall, type RepositoryRoutes } from '../router.ts'
import { commitView, fileView, fullCommitView } from '../views/commits.ts'
import { apiUrl, htmlUrl } from '../views/git.ts'
import { simplePullView } from '../views/pulls.ts'

export const commitRoutes: RepositoryRoutes = {
  'GET /repos/{owner}/{repo}/commits': listCommits,
  'GET /repos/{owner}/{repo}/commits/{ref}': async ({ hub, repository, params }) => {
    const sha = await resolve(repository.path, params.ref ?? '')
    if (sha === undefined) throw unprocessable(`No commit found for SHA: ${params.ref}`)
    return ok(await fullCommitView(hub, repository, sha))
  },
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': listPullsOfCommit,
  'GET /repos/{owner}/{repo}/compare/{basehead}': compare,
}

async function listCommits(call: RepositoryCall) {
  const { hub, repository, query } = call
  const start = await resolve(repository.path, query.get('sha') ?? repository.defaultBranch)
  if (start === undefined) {
    if (query.has('sha')) throw notFound()
    throw new Refusal(409, 'Git Repository is empty.')
  }
  const path = query.get('path')
  const text = await git(repository.path, ['rev-list', start, '--', ...(path ? [path] : [])])
  const reply = page(
    call,
    text.split('\n').filter(sha => sha !== ''),
  )
  const shas = reply.body as string[]
  return { ...reply, body: await Promise.all(shas.map(sha => commitView(hub, repository, sha))) }
}

/**
 * Of a commit on the default branch the merged pull request that brought it there; of another one the merged and open
 * pull requests that hold it (docs.github.com, "List pull requests associated with a commit").
 */
async function listPullsOfCommit(call: RepositoryCall) {
  const { hub, repository, params } = call
  const sha = await resolve(repository.path, params.commit_sha ?? '')
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${params.commit_sha}`)
  const trunk = await readRef(repository.path, `refs/heads/${repository.defaultBranch}`)
  const landed = trunk !== undefined && (await isAncestor(repository.path, sha, trunk))
  const found = []
  for (const request of pullsOf(repository)) {
    const { mergedAt, mergedCommits, baseSha, headSha } = request.pull
    if (mergedAt === undefined && (landed || request.state === 'closed')) continue
    const own = await commitsBetween(repository.path, baseSha, headSha)
    if ([...mergedCommits, ...own].includes(sha)) found.push(simplePullView(hub, repository, request))
  }
  return page(call, found)
}

async function compare({ hub, repository, params }: RepositoryCall) {
  const [from = '', to = ''] = (params.basehead ?? '').split('...')
  const [base, head] = [await revision(repository, from), await revision(repository, to)]
  const fork = await mergeBase(repository.path, base, head)
  if (fork === undefined) throw new Refusal(404, `No common ancestor between ${from} and ${to}.`)
  const ahead = await commitsBetween(repository.path, base, head)
  const behind = await commitsBetween(repository.path, head, base)
  const page = htmlUrl(hub, repository, `/compare/${params.basehead}`)
  const changes = await changesBetween(repository.path, fork, head)
  return ok({
    url: apiUrl(hub, repository, `/compare/${params.basehead}`),
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: await commitView(hub, repository, base),
    merge_base_commit: await commitView(hub, repository, fork),
    status: comparison(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: await Promise.all(ahead.slice(0, 250).map(sha => commitView(hub, repository, sha))),
    files: changes.map(change => fileView(hub, repository, head, change)),
  })
}

async function revision(repository: Repository, name: string): Promise<string> {
  // `owner:branch` names a branch of a fork; of this repository's own owner it is plain.
  const own = `${repository.owner.login}:`
  const sha = await resolve(repository.path, name.startsWith(own) ? name.slice(own.length) : name)
  if (sha === undefined) throw notFound()
  return sha
}

function comparison(ahead: number, behind: number): 'diverged' | 'ahead' | 'behind' | 'identical' {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}
