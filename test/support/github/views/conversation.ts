import type { Comment, Issue, Label, Reaction } from '../conversation.ts'
import type { Hub } from '../hub.ts'
import type { Repository } from '../repositories.ts'
import type { Schemas } from '../router.ts'
import { apiUrl, htmlUrl } from './git.ts'
import { nodeId } from './node-id.ts'
import { appView, iso, userView } from './people.ts'

export function issueView(hub: Hub, repository: Repository, issue: Issue): Schemas['issue'] {
  const url = apiUrl(hub, repository, `/issues/${issue.number}`)
  const page = htmlUrl(hub, repository, `/${issue.pull ? 'pull' : 'issues'}/${issue.number}`)
  const assignees = issue.assignees.map(account => userView(hub, account))
  return {
    id: issue.id,
    node_id: nodeId(issue.pull ? 'PR' : 'I', repository.id, issue.number),
    url,
    repository_url: apiUrl(hub, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    user: userView(hub, issue.user),
    labels: issue.labels.map(label => labelView(hub, repository, label)),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    locked: false,
    comments: issue.comments.length,
    created_at: iso(issue.createdAt),
    updated_at: iso(issue.updatedAt),
    closed_at: issue.closedAt ? iso(issue.closedAt) : null,
    author_association: association(repository, issue),
    reactions: rollup(`${url}/reactions`, issue.reactions),
    ...(issue.pull && {
      draft: issue.pull.draft,
      pull_request: {
        url: apiUrl(hub, repository, `/pulls/${issue.number}`),
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        merged_at: issue.pull.mergedAt ? iso(issue.pull.mergedAt) : null,
      },
    }),
  }
}

export function commentView(
  hub: Hub,
  repository: Repository,
  issue: Issue,
  comment: Comment,
): Schemas['issue-comment'] {
  const { id, user, body, createdAt, updatedAt } = comment
  const page = htmlUrl(hub, repository, `/${issue.pull ? 'pull' : 'issues'}/${issue.number}`)
  return {
    id,
    node_id: nodeId('IC', id),
    url: apiUrl(hub, repository, `/issues/comments/${id}`),
    html_url: `${page}#issuecomment-${id}`,
    issue_url: apiUrl(hub, repository, `/issues/${issue.number}`),
    user: userView(hub, user),
    body,
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
    author_association: association(repository, comment),
    performed_via_github_app: appView(hub, user),
    reactions: rollup(apiUrl(hub, repository, `/issues/comments/${id}/reactions`), comment.reactions),
  }
}

export function labelView(
  hub: Hub,
  repository: Repository,
  { id, name, color, description }: Label,
): Schemas['label'] {
  return {
    id,
    node_id: nodeId('LA', id),
    url: apiUrl(hub, repository, `/labels/${encodeURIComponent(name)}`),
    name,
    color,
    description,
    default: false,
  }
}

export function association(
  repository: Repository,
  { user }: Pick<Issue, 'user'>,
): Schemas['author-association'] {
  if (user.login === repository.owner.login) return 'OWNER'
  return user.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR'
}

export function reactionView(hub: Hub, { id, user, content, createdAt }: Reaction): Schemas['reaction'] {
  return {
    id,
    node_id: nodeId('REA', id),
    user: userView(hub, user),
    content,
    created_at: iso(createdAt),
  }
}

function rollup(url: string, reactions: readonly Reaction[]): Schemas['reaction-rollup'] {
  const count = (content: Reaction['content']) =>
    reactions.filter(reaction => reaction.content === content).length
  return {
    url,
    total_count: reactions.length,
    '+1': count('+1'),
    '-1': count('-1'),
    laugh: count('laugh'),
    hooray: count('hooray'),
    confused: count('confused'),
    heart: count('heart'),
    rocket: count('rocket'),
    eyes: count('eyes'),
  }
}
