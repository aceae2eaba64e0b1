import type { PullRequest } from '../conversation.ts'
import { changesBetween } from '../diffs.ts'
import { commitsBetween, mergeBase } from '../git-store.ts'
import type { Hub } from '../hub.ts'
import { mergeState } from '../pulls.ts'
import type { Repository } from '../repositories.ts'
import type { Schemas } from '../router.ts'
import { sum } from './commits.ts'
import { association, labelView } from './conversation.ts'
import { apiUrl, htmlUrl } from './git.ts'
import { nodeId } from './node-id.ts'
import { iso, orNull, userView } from './people.ts'
import { repositoryView } from './repository.ts'

/** As it stands in lists, and in front of what only a single one tells. */
function sharedView(hub: Hub, repository: Repository, request: PullRequest) {
  const { number, pull } = request
  const url = apiUrl(hub, repository, `/pulls/${number}`)
  const page = htmlUrl(hub, repository, `/pull/${number}`)
  const links = linksOf(hub, repository, request)
  return {
    id: request.id,
    node_id: nodeId('PR', repository.id, number),
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: links.issue.href,
    commits_url: links.commits.href,
    review_comments_url: links.review_comments.href,
    review_comment_url: links.review_comment.href,
    comments_url: links.comments.href,
    statuses_url: links.statuses.href,
    number,
    state: request.state,
    locked: false,
    title: request.title,
    user: userView(hub, request.user),
    body: request.body,
    labels: request.labels.map(label => ({
      ...labelView(hub, repository, label),
      description: label.description ?? '',
    })),
    milestone: null,
    active_lock_reason: null,
    created_at: iso(request.createdAt),
    updated_at: iso(request.updatedAt),
    closed_at: request.closedAt ? iso(request.closedAt) : null,
    merged_at: pull.mergedAt ? iso(pull.mergedAt) : null,
    merge_commit_sha: pull.mergeSha ?? null,
    assignee: orNull(hub, request.assignees[0]),
    assignees: request.assignees.map(account => userView(hub, account)),
    requested_reviewers: pull.reviewers.map(account => userView(hub, account)),
    requested_teams: [],
    head: sideView(hub, pull.headRepository, pull.headRef, pull.headSha),
    base: sideView(hub, repository, pull.baseRef, pull.baseSha),
    _links: links,
    author_association: association(repository, request),
    auto_merge: autoMergeView(hub, request),
    draft: pull.draft,
  }
}

export function simplePullView(
  hub: Hub,
  repository: Repository,
  request: PullRequest,
): Schemas['pull-request-simple'] {
  return sharedView(hub, repository, request)
}

export async function pullView(
  hub: Hub,
  repository: Repository,
  request: PullRequest,
): Promise<Schemas['pull-request']> {
  const { pull } = request
  const state = await mergeState(repository, request)
  const changes = await changesBetween(repository.path, await forkPoint(repository, request), pull.headSha)
  return {
    ...sharedView(hub, repository, request),
    merged: pull.mergedAt !== undefined,
    mergeable: request.state === 'open' ? state !== 'dirty' : null,
    rebaseable: request.state === 'open' ? state !== 'dirty' : null,
    mergeable_state: state,
    merged_by: orNull(hub, pull.mergedBy),
    comments: request.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: (await commitsBetween(repository.path, pull.baseSha, pull.headSha)).length,
    additions: sum(changes, 'additions'),
    deletions: sum(changes, 'deletions'),
    changed_files: changes.length,
  }
}

/** Where the pull request's own changes begin. */
export async function forkPoint(repository: Repository, { pull }: PullRequest): Promise<string> {
  return (await mergeBase(repository.path, pull.baseSha, pull.headSha)) ?? pull.baseSha
}

function sideView(hub: Hub, repository: Repository, ref: string, sha: string) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: userView(hub, repository.owner),
    repo: repositoryView(hub, repository),
  }
}

function autoMergeView(hub: Hub, { pull, title, number }: PullRequest): Schemas['auto-merge'] {
  if (!pull.autoMerge) return null
  return {
    enabled_by: userView(hub, pull.autoMerge.by),
    merge_method: pull.autoMerge.method,
    commit_title: `${title} (#${number})`,
    commit_message: '',
  }
}

function linksOf(hub: Hub, repository: Repository, { number, pull }: PullRequest) {
  const pullUrl = apiUrl(hub, repository, `/pulls/${number}`)
  const issueUrl = apiUrl(hub, repository, `/issues/${number}`)
  return {
    self: { href: pullUrl },
    html: { href: htmlUrl(hub, repository, `/pull/${number}`) },
    issue: { href: issueUrl },
    comments: { href: `${issueUrl}/comments` },
    review_comments: { href: `${pullUrl}/comments` },
    review_comment: { href: apiUrl(hub, repository, '/pulls/comments{/number}') },
    commits: { href: `${pullUrl}/commits` },
    statuses: { href: apiUrl(hub, repository, `/statuses/${pull.headSha}`) },
  }
}
