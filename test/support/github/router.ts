import type { components, operations } from '@octokit/openapi-types'
import type { Actor, Level, Scope } from './accounts.ts'
import type { Hub } from './hub.ts'
import type { Repository } from './repositories.ts'

/** GitHub's own types, by the names of its OpenAPI description. */
export type Schemas = components['schemas']
/** The JSON body that an operation takes. */
export type BodyOf<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? NonNullable<Body>
  : never

export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A request to the REST API after the caller was admitted. */
export interface Call {
  readonly hub: Hub
  readonly actor: Actor
  /** Decoded values of the path's `{…}`. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Checked against GitHub's description; `{}` where none was sent. */
  readonly body: unknown
  /** The request's own address, for `Link` headers. */
  readonly url: URL
}

/** A request about one repository. */
export interface RepositoryCall extends Call {
  readonly repository: Repository
}

/** Handlers by `METHOD /path` with the path as GitHub's description spells it. */
export type Routes = Readonly<Record<string, (call: Call) => Promise<Reply> | Reply>>
export type RepositoryRoutes = Readonly<Record<string, (call: RepositoryCall) => Promise<Reply> | Reply>>

export const ok = (body: unknown): Reply => ({ status: 200, body })
export const created = (body: unknown): Reply => ({ status: 201, body })
export const noContent: Reply = { status: 204 }

/** A page of a list with GitHub's `Link` header: 30 a page unless asked, 100 at most. */
export function page(
  call: Call,
  items: readonly unknown[],
  wrap = (slice: unknown[]): unknown => slice,
): Reply {
  const number = (name: string, or: number) => Math.max(1, Number(call.query.get(name) ?? or) || or)
  const [perPage, current] = [Math.min(100, number('per_page', 30)), number('page', 1)]
  const last = Math.max(1, Math.ceil(items.length / perPage))
  const link = (to: number, rel: string) => {
    const url = new URL(call.url)
    url.searchParams.set('page', String(to))
    return `<${url.href}>; rel="${rel}"`
  }
  const links = [
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    ...(current < last ? [link(current + 1, 'next'), link(last, 'last')] : []),
    ...(current > 1 ? [link(1, 'first')] : []),
  ]
  return {
    status: 200,
    body: wrap(items.slice((current - 1) * perPage, current * perPage)),
    ...(links.length > 0 && { headers: { link: links.join(', ') } }),
  }
}

// These take slashes (`x-multi-segment` in GitHub's description, and branch names, which octokit may send bare).
const GREEDY = new Set(['ref', 'path', 'branch', 'basehead'])

/** Finds the route of a request. */
export function createRouter<Handler>(routes: Readonly<Record<string, Handler>>) {
  const table = Object.entries(routes)
    .map(([key, handler]) => {
      const [method = '', template = ''] = key.split(' ')
      return { method, template, handler, pattern: pathPattern(template) }
    })
    .sort((a, b) => literals(b.template) - literals(a.template))
  return (method: string, path: string) => {
    for (const route of table) {
      const found = route.method === method ? route.pattern.exec(path) : null
      if (found) return { ...route, params: decodeAll(found.groups ?? {}) }
    }
    return undefined
  }
}

/** The scope and level that a request needs, by its method and path. */
export function permissionFor(method: string, template: string): { scope: Scope; level: Level } {
  const part = template.split('/')[4] ?? ''
  if (template.endsWith('/commits/{commit_sha}/pulls')) return { scope: 'pull_requests', level: 'read' }
  const scopes: Record<string, Scope> = {
    '': 'metadata',
    issues: 'issues',
    labels: 'issues',
    pulls: 'pull_requests',
    statuses: 'statuses',
    'check-runs': 'checks',
    deployments: 'deployments',
    actions: 'actions',
  }
  return { scope: scopes[part] ?? 'contents', level: method === 'GET' ? 'read' : 'write' }
}

function pathPattern(template: string): RegExp {
  const source = template
    .replaceAll('.', '\\.')
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${GREEDY.has(name) ? '.+' : '[^/]+'})`)
  return new RegExp(`^${source}$`)
}

function literals(template: string): number {
  return template.split('/').filter(part => !part.startsWith('{')).length
}

function decodeAll(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]))
}
