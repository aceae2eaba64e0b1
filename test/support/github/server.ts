/** A GitHub on loopback, laid out as GitHub Enterprise Server: git, `/api/v3` and `/api/graphql` on one port. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPremises } from '../services/premises.ts'
import { createAccounts, type TokenOptions } from './accounts.ts'
import { githubContract } from './contract.ts'
import { createEvents, type EventName, type Listener } from './events.ts'
import { createFaults, type Fault, faultReply } from './faults.ts'
import { matchGit, serveGit } from './git-http.ts'
import { createGraphql } from './graphql.ts'
import { type RepositoryHandle, repositoryHandle } from './handle.ts'
import { writeHooks } from './hooks.ts'
import { createHub, type Hub } from './hub.ts'
import { createLatencies, type Latency } from './latency.ts'
import { createWriteLimit, type WriteLimit } from './limits.ts'
import { stopReaders } from './objects.ts'
import { demandHonoured, type RecordedRequest, type Records } from './records.ts'
import { notFound, Refusal } from './refusal.ts'
import { createRepositories, type RepositoryOptions } from './repositories.ts'
import { createRest, orRefusal } from './rest.ts'
import type { Runs } from './runs.ts'

/** A running server; disposing stops it, removes its repositories and throws where the contract was broken. */
export interface GitHub extends AsyncDisposable, Records {
  /** `http://127.0.0.1:PORT`, as GITHUB_SERVER_URL. */
  readonly url: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** GITHUB_SERVER_URL, GITHUB_API_URL and GITHUB_GRAPHQL_URL. */
  readonly env: Readonly<Record<string, string>>
  /** Runs of workflows and their artifacts, as the API tells of them. */
  readonly runs: Runs
  /** Makes a repository named `owner/name`. */
  createRepository(fullName: string, options?: RepositoryOptions): Promise<RepositoryHandle>
  /** Makes a token; by default one that may write everywhere, as `github-actions[bot]`. */
  token(options?: TokenOptions): string
  /** Lets something go wrong for requests to come; faults are met in the order of adding. */
  fault(fault: Fault): void
  /** Makes some requests slow from now on, so that others overtake them. */
  latency(latency: Latency): void
  /** From now on refuses what is past this limit; undefined lifts it. There is none at first. */
  limitWrites(limit: WriteLimit | undefined): void
  /** Hears of what landed, as a webhook would, before the one who did it hears of it. */
  on(event: EventName, listener: Listener): void
}

/** Starts the server on a free port of 127.0.0.1. Needs git 2.38 or newer (`merge-tree --write-tree`). */
export async function startGitHub(): Promise<GitHub> {
  const premises = await openPremises('github')
  const { folder } = premises
  const accounts = createAccounts()
  const repositories = createRepositories(folder, await writeHooks(folder), accounts)
  const address = { url: '' }
  const records: Records = { requests: [], violations: [], unsupported: [] }
  const contract = githubContract()
  const events = createEvents(contract, records)
  const hub = createHub(address, accounts, repositories, events)
  const faults = createFaults()
  const latencies = createLatencies()
  const limit = createWriteLimit()
  const parts: Parts = {
    hub,
    limit,
    rest: createRest(hub, contract, records),
    graphql: createGraphql(hub, records),
  }
  const server = createServer((request, response) => {
    const [method, path] = [request.method ?? '', request.url ?? '']
    const record: RecordedRequest = { method, path, status: 0, actor: undefined }
    records.requests.push(record)
    response.on('finish', () => {
      record.status = response.statusCode
    })
    const fault = faults.take(method, path)
    const latency = latencies.of(method, path)
    void serve(parts, request, response, { record, fault, latency })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const graphqlUrl = `${hub.url}/api/graphql`
  return {
    ...records,
    url: hub.url,
    apiUrl: hub.apiUrl,
    graphqlUrl,
    runs: hub.runs,
    env: { GITHUB_SERVER_URL: hub.url, GITHUB_API_URL: hub.apiUrl, GITHUB_GRAPHQL_URL: graphqlUrl },
    async createRepository(fullName, options = {}) {
      const repository = await repositories.create(fullName, options)
      const handle = repositoryHandle(hub, repository)
      if (options.files) await handle.commit(repository.defaultBranch, options.files, 'Initial commit')
      return handle
    },
    token: options => accounts.token(options),
    fault: fault => faults.add(fault),
    latency: latency => latencies.add(latency),
    limitWrites: wanted => limit.set(wanted),
    on: (name, listener) => events.on(name, listener),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      stopReaders(folder)
      await premises[Symbol.asyncDispose]()
      demandHonoured(records)
    },
  }
}

interface Parts {
  readonly hub: Hub
  readonly limit: ReturnType<typeof createWriteLimit>
  readonly rest: ReturnType<typeof createRest>
  readonly graphql: ReturnType<typeof createGraphql>
}

/** What befalls one request. */
interface Weather {
  readonly record: RecordedRequest
  readonly fault: Fault | undefined
  readonly latency: { readonly before: number; readonly after: number }
}

async function serve(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  { record, fault, latency }: Weather,
): Promise<void> {
  const isApi = record.path.startsWith('/api/')
  try {
    const before = latency.before + (fault?.delayMs ?? 0)
    if (before > 0) await sleep(before, undefined, { ref: false })
    if (fault?.cut === true) {
      response.destroy()
    } else if (fault?.status !== undefined) {
      request.resume()
      const { status, headers, body } = faultReply({ ...fault, status: fault.status }, isApi)
      response.writeHead(status, headers).end(body)
    } else {
      await serveHonestly(parts, request, response, record, {
        cut: fault?.cut === 'after',
        slow: latency.after,
      })
    }
  } catch (thrown) {
    if (response.headersSent) response.destroy()
    else sayPlainly(response, thrown)
  }
}

async function serveHonestly(
  { hub, limit, rest, graphql }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  record: RecordedRequest,
  { cut, slow }: { readonly cut: boolean; readonly slow: number },
): Promise<void> {
  const url = new URL(record.path, hub.url)
  const onActor = (login: string) => {
    record.actor = login
  }
  const git = matchGit(url)
  if (git) {
    await serveGit(hub, git, url, request, cut ? unheard(response) : response, onActor)
    if (cut) response.destroy()
    else response.end()
    return
  }
  const blob = hub.blobs.find(url.pathname)
  if (blob && !cut) {
    response.writeHead(200, { 'content-type': 'application/zip', 'content-length': blob.length }).end(blob)
    return
  }
  const reply = await orRefusal(async () => {
    const { method = '', headers } = request
    const body = await text(request)
    if (method === 'POST' && url.pathname === '/api/graphql')
      return graphql(headers.authorization, body, onActor)
    if (!url.pathname.startsWith('/api/v3/')) throw notFound()
    const path = url.pathname.slice('/api/v3'.length)
    const refused = limit.take(method, path, headers.authorization ?? '')
    return refused ?? rest({ method, path, url, headers, body }, onActor)
  })
  if (slow > 0) await sleep(slow, undefined, { ref: false })
  if (cut) {
    response.destroy()
    return
  }
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers })
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body))
}

/** Does all that writing does, but for sending. */
function unheard(response: ServerResponse): ServerResponse {
  return Object.assign(response, { writeHead: () => response, write: () => true })
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
