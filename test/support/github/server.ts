/** A GitHub on loopback, laid out as GitHub Enterprise Server: git, `/api/v3` and `/api/graphql` on one port. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createAccounts, type TokenOptions } from './accounts.ts'
import { matchGit, serveGit } from './git-http.ts'
import { type RepositoryHandle, repositoryHandle } from './handle.ts'
import { writeHooks } from './hooks.ts'
import { createHub, type Hub } from './hub.ts'
import { Refusal } from './refusal.ts'
import { createRepositories, type RepositoryOptions } from './repositories.ts'
import { answerRest } from './rest.ts'

/** A request that came in, git's included. */
export interface RecordedRequest {
  readonly method: string
  /** Path and query, decoded by nobody. */
  readonly path: string
  status: number
  /** The login behind the token, or undefined. */
  actor: string | undefined
}

/** A running server; disposing stops it, removes its repositories and throws where the contract was broken. */
export interface GitHub extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, as GITHUB_SERVER_URL. */
  readonly url: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** GITHUB_SERVER_URL, GITHUB_API_URL and GITHUB_GRAPHQL_URL. */
  readonly env: Readonly<Record<string, string>>
  /** Every request, in the order of arrival. */
  readonly requests: RecordedRequest[]
  /** Makes a repository named `owner/name`. */
  createRepository(fullName: string, options?: RepositoryOptions): Promise<RepositoryHandle>
  /** Makes a token; by default one that may write everywhere, as `github-actions[bot]`. */
  token(options?: TokenOptions): string
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startGitHub(): Promise<GitHub> {
  const folder = await mkdtemp(join(tmpdir(), 'github-'))
  const accounts = createAccounts()
  const repositories = createRepositories(folder, await writeHooks(folder), accounts)
  const address = { url: '' }
  const hub = createHub(address, accounts, repositories)
  const requests: RecordedRequest[] = []
  const server = createServer((request, response) => {
    const record: RecordedRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      status: 0,
      actor: undefined,
    }
    requests.push(record)
    response.on('close', () => {
      record.status = response.headersSent ? response.statusCode : 0
    })
    void serve(hub, request, response, record)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: hub.url,
    apiUrl: hub.apiUrl,
    graphqlUrl: `${hub.url}/api/graphql`,
    env: {
      GITHUB_SERVER_URL: hub.url,
      GITHUB_API_URL: hub.apiUrl,
      GITHUB_GRAPHQL_URL: `${hub.url}/api/graphql`,
    },
    requests,
    async createRepository(fullName, options = {}) {
      const repository = await repositories.create(fullName, options)
      const handle = repositoryHandle(hub, repository)
      if (options.files) await handle.commit(repository.defaultBranch, options.files, 'Initial commit')
      return handle
    },
    token: options => accounts.token(options),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    },
  }
}

async function serve(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  record: RecordedRequest,
): Promise<void> {
  const url = new URL(request.url ?? '/', hub.url)
  try {
    const git = matchGit(url)
    if (git) record.actor = (await serveGit(hub, git, url, request, response))?.account.login
    else await serveApi(hub, request, response, url, record)
  } catch (thrown) {
    if (response.headersSent) response.destroy()
    else sayPlainly(response, thrown)
  }
}

async function serveApi(
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  record: RecordedRequest,
): Promise<void> {
  const body = await text(request)
  if (!url.pathname.startsWith('/api/v3/')) throw new Refusal(404, 'Not Found')
  const path = url.pathname.slice('/api/v3'.length)
  const { reply, actor } = await answerRest(hub, request, path, url, body)
  record.actor = actor?.account.login
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers })
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body))
}

/** As GitHub's git servers and front page do it: plain text, which git prints after `remote:`. */
function sayPlainly(response: ServerResponse, thrown: unknown): void {
  const status = thrown instanceof Refusal ? thrown.status : 500
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 401 && { 'www-authenticate': 'Basic realm="GitHub"' }),
  })
  response.end(thrown instanceof Error ? (status === 500 ? thrown.stack : thrown.message) : String(thrown))
}
