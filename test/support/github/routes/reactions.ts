/** Reactions to issues, pull requests and their comments. */
import type { Reaction } from '../conversation.ts'
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
import { reactionView } from '../views/conversation.ts'
import { commentOf, issueOf } from './issues.ts'

const ON_ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}/reactions'
const ON_COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions'

type ReactionsOf = (call: RepositoryCall) => Reaction[]
const ofIssue: ReactionsOf = call => issueOf(call).reactions
const ofComment: ReactionsOf = call => commentOf(call).comment.reactions

export const reactionRoutes: RepositoryRoutes = {
  [`GET ${ON_ISSUE}`]: call => list(call, ofIssue),
  [`POST ${ON_ISSUE}`]: call => react(call, ofIssue),
  [`DELETE ${ON_ISSUE}/{reaction_id}`]: call => remove(call, ofIssue),
  [`GET ${ON_COMMENT}`]: call => list(call, ofComment),
  [`POST ${ON_COMMENT}`]: call => react(call, ofComment),
  [`DELETE ${ON_COMMENT}/{reaction_id}`]: call => remove(call, ofComment),
}

function list(call: RepositoryCall, reactionsOf: ReactionsOf) {
  const content = call.query.get('content')
  const found = reactionsOf(call).filter(reaction => content === null || reaction.content === content)
  return page(
    call,
    found.map(reaction => reactionView(call.hub, reaction)),
  )
}

/** 201 for a new reaction, 200 where the caller has reacted so already (docs.github.com, "Reactions"). */
function react(call: RepositoryCall, reactionsOf: ReactionsOf) {
  const { hub, actor } = call
  const { content } = call.body as BodyOf<'reactions/create-for-issue-comment'>
  const reactions = reactionsOf(call)
  const known = reactions.find(({ user, content: given }) => user === actor.account && given === content)
  if (known) return ok(reactionView(hub, known))
  const reaction: Reaction = { id: hub.nextId(), user: actor.account, content, createdAt: new Date() }
  reactions.push(reaction)
  return created(reactionView(hub, reaction))
}

function remove(call: RepositoryCall, reactionsOf: ReactionsOf) {
  const reactions = reactionsOf(call)
  const at = reactions.findIndex(({ id }) => id === Number(call.params.reaction_id))
  if (at < 0) throw notFound()
  reactions.splice(at, 1)
  return noContent
}
