/** Issues, and the comments of issues and pull requests, as GraphQL tells them. */
import type { Account } from './accounts.ts'
import { type Comment, type Issue, isPull } from './conversation.ts'
import { connection, type Page } from './graphql-connection.ts'
import { accountNode, pullNode, repositoryNode } from './graphql-nodes.ts'
import type { Hub } from './hub.ts'
import type { Repository } from './repositories.ts'
import { association } from './views/conversation.ts'
import { htmlUrl } from './views/git.ts'
import { nodeId } from './views/node-id.ts'
import { iso } from './views/people.ts'

export function issueNode(hub: Hub, repository: Repository, issue: Issue, viewer: Account) {
  return {
    __typename: 'Issue',
    id: nodeId('I', repository.id, issue.number),
    databaseId: issue.id,
    number: issue.number,
    title: issue.title,
    url: htmlUrl(hub, repository, `/issues/${issue.number}`),
    state: issue.state.toUpperCase(),
    stateReason: issue.stateReason?.toUpperCase() ?? null,
    closed: issue.state === 'closed',
    closedAt: issue.closedAt ? iso(issue.closedAt) : null,
    ...spoken(hub, repository, issue, viewer, nodeId('I', repository.id, issue.number)),
    ...commentsOf(hub, repository, issue, viewer),
  }
}

/** The `comments` field of an issue or a pull request. */
export function commentsOf(hub: Hub, repository: Repository, issue: Issue, viewer: Account) {
  return {
    comments: (asked: Page) =>
      connection('comments', issue.comments, asked, comment =>
        commentNode(hub, repository, issue, comment, viewer),
      ),
  }
}

export function commentNode(
  hub: Hub,
  repository: Repository,
  issue: Issue,
  comment: Comment,
  viewer: Account,
): object {
  const page = htmlUrl(hub, repository, `/${issue.pull ? 'pull' : 'issues'}/${issue.number}`)
  return {
    __typename: 'IssueComment',
    id: nodeId('IC', comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    url: `${page}#issuecomment-${comment.id}`,
    isMinimized: false,
    minimizedReason: null,
    issue: () => issueNode(hub, repository, issue, viewer),
    pullRequest: () => (isPull(issue) ? pullNode(hub, repository, issue, viewer) : null),
    repository: () => repositoryNode(hub, repository, viewer),
    ...spoken(hub, repository, comment, viewer, nodeId('IC', comment.id)),
  }
}

/** What a comment, an issue and the text of a pull request have alike. */
export function spoken(
  hub: Hub,
  repository: Repository,
  spoken: Issue | Comment,
  viewer: Account,
  id: string,
) {
  const { user, body, createdAt, updatedAt, edits } = spoken
  const last = edits.at(-1)
  // Once a text was changed, its history begins with how it was written.
  const history = last === undefined ? [] : [...edits.toReversed(), { by: user, at: createdAt }]
  return {
    author: accountNode(hub, user),
    authorAssociation: association(repository, spoken),
    body: body ?? '',
    createdAt: iso(createdAt),
    publishedAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    lastEditedAt: last ? iso(last.at) : null,
    editor: last ? accountNode(hub, last.by) : null,
    includesCreatedEdit: last !== undefined,
    viewerDidAuthor: viewer === user,
    userContentEdits: (asked: Page) =>
      connection('userContentEdits', history, asked, ({ by, at }) => ({
        __typename: 'UserContentEdit',
        id: `${id}${at.getTime()}`,
        editor: accountNode(hub, by),
        createdAt: iso(at),
        editedAt: iso(at),
        updatedAt: iso(at),
        deletedAt: null,
        deletedBy: null,
      })),
  }
}
