/** Issues and the comments of issues and pull requests. */
import { addIssue, type Comment, demandBody, type Issue, labelNamed, rewrite } from '../conversation.ts'
import { notFound } from '../refusal.ts'
import {
  type BodyOf,
  created,
  noContent,
  ok,
  page,
  type RepositoryCall,
  type RepositoryRoutes,
} from '../router.ts'
import { commentView, issueView } from '../views/conversation.ts'

export const issueRoutes: RepositoryRoutes = {
  'GET /repos/{owner}/{repo}/issues': listIssues,
  'POST /repos/{owner}/{repo}/issues': createIssue,
  'GET /repos/{owner}/{repo}/issues/{issue_number}': call =>
    ok(issueView(call.hub, call.repository, issueOf(call))),
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': updateIssue,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': listComments,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': createComment,
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': call => {
    const { issue, comment } = commentOf(call)
    return ok(commentView(call.hub, call.repository, issue, comment))
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': call => {
    const { body } = call.body as BodyOf<'issues/update-comment'>
    const { issue, comment } = commentOf(call)
    demandBody('IssueComment', body, true)
    rewrite(comment, body, call.actor.account)
    return ok(commentView(call.hub, call.repository, issue, comment))
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': call => {
    const { issue, comment } = commentOf(call)
    issue.comments.splice(issue.comments.indexOf(comment), 1)
    return noContent
  },
}

/** The issue or pull request that a path names. */
export function issueOf({ repository, params }: RepositoryCall): Issue {
  const issue = repository.issues.get(Number(params.issue_number))
  if (!issue) throw notFound()
  return issue
}

/** The comment that a path names, and what it is on. */
export function commentOf({ repository, params }: RepositoryCall): { issue: Issue; comment: Comment } {
  for (const issue of repository.issues.values())
    for (const comment of issue.comments)
      if (comment.id === Number(params.comment_id)) return { issue, comment }
  throw notFound()
}

function listIssues(call: RepositoryCall) {
  const { hub, repository, query } = call
  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter(name => name !== '')
  const creator = query.get('creator')
  const found = [...repository.issues.values()]
    .filter(issue => state === 'all' || issue.state === state)
    .filter(issue => creator === null || issue.user.login === creator)
    .filter(issue => labels.every(name => issue.labels.some(label => label.name === name)))
  if (query.get('direction') !== 'asc') found.reverse()
  return page(
    call,
    found.map(issue => issueView(hub, repository, issue)),
  )
}

function createIssue({ hub, repository, actor, body }: RepositoryCall) {
  const given = body as BodyOf<'issues/create'>
  demandBody('Issue', given.body)
  const issue = addIssue(repository, hub.nextId(), actor.account, {
    title: String(given.title),
    body: given.body ?? null,
  })
  issue.labels = labelsGiven({ hub, repository }, given.labels)
  issue.assignees = (given.assignees ?? []).map(login => hub.accounts.account(login))
  return created(issueView(hub, repository, issue))
}

function updateIssue(call: RepositoryCall) {
  const { hub, repository } = call
  const given = call.body as BodyOf<'issues/update'>
  const issue = issueOf(call)
  demandBody('Issue', given.body)
  const now = new Date()
  if (given.title !== undefined && given.title !== null) issue.title = String(given.title)
  if (given.body !== undefined) rewrite(issue, given.body, call.actor.account)
  if (given.labels) issue.labels = labelsGiven(call, given.labels)
  if (given.assignees)
    issue.assignees = given.assignees
      .map(assignee => (typeof assignee === 'string' ? assignee : (assignee.login ?? '')))
      .map(login => hub.accounts.account(login))
  if (given.state !== undefined && given.state !== issue.state) {
    issue.closedAt = given.state === 'closed' ? now : undefined
    issue.stateReason = given.state === 'closed' ? 'completed' : 'reopened'
    issue.state = given.state
  }
  if (given.state_reason) issue.stateReason = given.state_reason
  issue.updatedAt = now
  return ok(issueView(hub, repository, issue))
}

function labelsGiven(
  { hub, repository }: Pick<RepositoryCall, 'hub' | 'repository'>,
  labels: BodyOf<'issues/create'>['labels'] = [],
) {
  return labels
    .map(label => (typeof label === 'string' ? label : (label.name ?? '')))
    .map(name => labelNamed(repository, name, hub.nextId()))
}

function listComments(call: RepositoryCall) {
  const { hub, repository, query } = call
  const issue = issueOf(call)
  const since = Date.parse(query.get('since') ?? '') || 0
  const found = issue.comments.filter(comment => comment.updatedAt.getTime() >= since)
  return page(
    call,
    found.map(comment => commentView(hub, repository, issue, comment)),
  )
}

function createComment(call: RepositoryCall) {
  const { hub, repository, actor } = call
  const { body } = call.body as BodyOf<'issues/create-comment'>
  const issue = issueOf(call)
  demandBody('IssueComment', body, true)
  const now = new Date()
  const comment: Comment = {
    id: hub.nextId(),
    user: actor.account,
    body,
    createdAt: now,
    updatedAt: now,
    edits: [],
    reactions: [],
  }
  issue.comments.push(comment)
  issue.updatedAt = now
  return created(commentView(hub, repository, issue, comment))
}
