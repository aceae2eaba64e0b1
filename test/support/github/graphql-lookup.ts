/** Finding what a GraphQL query names, as far as the caller may see it. */
import { type Actor, reaches } from './accounts.ts'
import { isPull, type PullRequest } from './conversation.ts'
import { commentNode, issueNode } from './graphql-conversation.ts'
import { pullNode, repositoryNode } from './graphql-nodes.ts'
import { GraphqlRefusal } from './graphql-refusal.ts'
import type { Hub } from './hub.ts'
import type { Repository } from './repositories.ts'
import { readNodeId } from './views/node-id.ts'

/** The repository of this name. @throws GraphqlRefusal where there is none for this caller. */
export function visible(hub: Hub, actor: Actor, fullName: string): Repository {
  const [owner = '', name = ''] = fullName.split('/')
  const repository = hub.repositories.find(owner, name)
  if (!repository || (repository.private && !reaches(actor, fullName)))
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a Repository with the name '${fullName}'.`)
  return repository
}

/** The repository, pull request, issue or comment of this id. @throws GraphqlRefusal where there is none. */
export function nodeById(hub: Hub, actor: Actor, id: string): object {
  if (id.startsWith('PR_')) {
    const { repository, request } = pullById(hub, actor, id)
    return pullNode(hub, repository, request, actor.account)
  }
  const seen = hub.repositories.all().filter(each => !each.private || reaches(actor, each.fullName))
  for (const repository of seen) {
    const found = nodeIn(hub, actor, repository, id)
    if (found) return found
  }
  throw unresolved(id)
}

function nodeIn(hub: Hub, { account }: Actor, repository: Repository, id: string): object | undefined {
  if (readNodeId(id, 'R')?.[0] === String(repository.id)) return repositoryNode(hub, repository, account)
  const [repositoryId, number] = readNodeId(id, 'I') ?? []
  const named = repositoryId === String(repository.id) && repository.issues.get(Number(number))
  if (named) return issueNode(hub, repository, named, account)
  const [commentId] = readNodeId(id, 'IC') ?? []
  for (const issue of repository.issues.values())
    for (const comment of issue.comments)
      if (commentId === String(comment.id)) return commentNode(hub, repository, issue, comment, account)
  return undefined
}

/** The pull request of this id. @throws GraphqlRefusal where there is none. */
export function pullById(
  hub: Hub,
  actor: Actor,
  id: string,
): { repository: Repository; request: PullRequest } {
  const [repositoryId, number] = readNodeId(id, 'PR') ?? []
  const repository = hub.repositories.byId(Number(repositoryId))
  const request = repository?.issues.get(Number(number))
  if (!repository || !request || !isPull(request)) throw unresolved(id)
  visible(hub, actor, repository.fullName)
  return { repository, request }
}

export function unresolved(id: string): GraphqlRefusal {
  return new GraphqlRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
}
