/** The REST API: admits, routes, checks against GitHub's description, answers. */
import type { IncomingMessage } from 'node:http'
import { type Actor, allows, reaches, tokenIn } from './accounts.ts'
import type { Hub } from './hub.ts'
import { notFound, Refusal } from './refusal.ts'
import type { Repository } from './repositories.ts'
import { type Call, createRouter, permissionFor, type Reply } from './router.ts'
import { gitDataRoutes } from './routes/git-data.ts'

const match = createRouter<(call: never) => Promise<Reply> | Reply>({
  ...gitDataRoutes,
})

const ANONYMOUS: Actor = {
  account: { id: 0, login: '', type: 'User' },
  repositories: undefined,
  permissions: {},
  level: 'read',
}

/** What became of a REST request. */
export interface RestAnswer {
  readonly reply: Reply
  readonly actor: Actor | undefined
  /** The path as GitHub's description spells it; undefined where this server has no such route. */
  readonly template: string | undefined
}

/** Answers a REST request; `path` is what follows `/api/v3`. */
export async function answerRest(
  hub: Hub,
  request: IncomingMessage,
  path: string,
  url: URL,
  body: string,
): Promise<RestAnswer> {
  const method = request.method ?? 'GET'
  const route = match(method, path)
  let actor: Actor | undefined
  try {
    actor = authenticate(hub, request)
    if (!route) throw notFound()
    const repository = findRepository(hub, actor, route.params)
    if (repository) demandPermission(actor, repository, method, route.template)
    const call: Call & { repository: Repository | undefined } = {
      hub,
      actor: actor ?? ANONYMOUS,
      repository,
      params: route.params,
      query: url.searchParams,
      body: parseBody(body),
      url,
    }
    const reply = await route.handler(call as never)
    return { reply, actor, template: route.template }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { reply: { status: thrown.status, body: thrown.body() }, actor, template: route?.template }
  }
}

function authenticate(hub: Hub, { headers }: IncomingMessage): Actor | undefined {
  const token = tokenIn(headers.authorization)
  if (token === undefined) return undefined
  const actor = hub.accounts.actorOf(token)
  if (!actor) throw new Refusal(401, 'Bad credentials')
  return actor
}

function findRepository(
  hub: Hub,
  actor: Actor | undefined,
  { owner, repo }: Readonly<Record<string, string>>,
): Repository | undefined {
  if (owner === undefined || repo === undefined) return undefined
  const repository = hub.repositories.find(owner, repo)
  if (!repository || (repository.private && !(actor && reaches(actor, repository.fullName)))) throw notFound()
  return repository
}

function demandPermission(
  actor: Actor | undefined,
  repository: Repository,
  method: string,
  template: string,
): void {
  const { scope, level } = permissionFor(method, template)
  if (level === 'read' && !repository.private) return
  if (!actor) throw new Refusal(401, 'Requires authentication')
  if (allows(actor, repository.fullName, scope, level)) return
  // A pull request is an issue too: GitHub takes either permission for its comments and labels.
  if (scope === 'issues' && allows(actor, repository.fullName, 'pull_requests', level)) return
  throw new Refusal(
    403,
    actor.account.type === 'Bot'
      ? 'Resource not accessible by integration'
      : 'Resource not accessible by personal access token',
  )
}

function parseBody(body: string): unknown {
  if (body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}
