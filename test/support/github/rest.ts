/** The REST API: admits, routes, checks both ways against GitHub's description, answers. */
import type { IncomingMessage } from 'node:http'
import { type Actor, allows, authenticate, reaches } from './accounts.ts'
import type { Contract } from './contract.ts'
import type { Hub } from './hub.ts'
import type { Records } from './records.ts'
import { notFound, Refusal, unprocessable } from './refusal.ts'
import type { Repository } from './repositories.ts'
import { type Call, createRouter, permissionFor, type Reply } from './router.ts'
import { actionsRoutes } from './routes/actions.ts'
import { branchRoutes } from './routes/branches.ts'
import { checkRoutes } from './routes/checks.ts'
import { commitRoutes } from './routes/commits.ts'
import { deploymentRoutes } from './routes/deployments.ts'
import { gitDataRoutes } from './routes/git-data.ts'
import { issueRoutes } from './routes/issues.ts'
import { labelRoutes } from './routes/labels.ts'
import { peopleRoutes } from './routes/people.ts'
import { pullRoutes } from './routes/pulls.ts'
import { reactionRoutes } from './routes/reactions.ts'

type Handler = (call: never) => Promise<Reply> | Reply

const routes: Readonly<Record<string, Handler>> = {
  ...actionsRoutes,
  ...branchRoutes,
  ...checkRoutes,
  ...commitRoutes,
  ...deploymentRoutes,
  ...gitDataRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...peopleRoutes,
  ...pullRoutes,
  ...reactionRoutes,
}
const match = createRouter(routes)

/** Every operation that is served, as `METHOD /path` in the spelling of GitHub's description. */
export const servedOperations = (): string[] => Object.keys(routes)

const ANONYMOUS: Actor = {
  account: { id: 0, login: '', type: 'User' },
  repositories: undefined,
  permissions: {},
  level: 'read',
}

/** A request as it came. */
export interface RestRequest {
  readonly method: string
  /** What follows `/api/v3`. */
  readonly path: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Makes the function that answers REST requests; `actor` is told who asks, as soon as that is known. */
export function createRest(hub: Hub, contract: Contract, records: Records) {
  return async (request: RestRequest, onActor: (login: string) => void): Promise<Reply> => {
    const route = match(request.method, request.path)
    const operation = route && `${request.method} ${route.template}`
    const reply = await orRefusal(async () => {
      const actor = authenticate(hub.accounts, request.headers.authorization)
      if (actor) onActor(actor.account.login)
      if (!route) {
        records.unsupported.push(`${request.method} ${request.path}`)
        throw notFound()
      }
      const repository = findRepository(hub, actor, route.params)
      if (repository) demandPermission(actor, repository, request.method, route.template)
      const body = parseBody(request.body)
      const asked = { params: route.params, query: request.url.searchParams, body }
      const problems = contract.request(`${request.method} ${route.template}`, asked)
      if (problems.length > 0) {
        const broken = `${request.method} ${route.template}`
        records.violations.push({ side: 'request', operation: broken, problems })
        throw unprocessable(`Invalid request.\n\n${problems.join('\n')}`)
      }
      const call: Call & { repository: Repository | undefined } = {
        ...asked,
        body: body ?? {},
        hub,
        actor: actor ?? ANONYMOUS,
        repository,
        url: request.url,
      }
      return route.handler(call as never)
    })
    const problems = contract.reply(operation, reply.status, reply.body)
    if (problems.length === 0) return reply
    records.violations.push({ side: 'reply', operation: `${operation} (${reply.status})`, problems })
    return { status: 500, body: { message: `this fake GitHub broke the contract: ${problems.join(' ')}` } }
  }
}

/** Turns what was refused into the reply that says so. */
export async function orRefusal(answer: () => Promise<Reply>): Promise<Reply> {
  try {
    return await answer()
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { status: thrown.status, body: thrown.body() }
  }
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
  if (body === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}
