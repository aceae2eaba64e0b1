/** git over HTTP: git's own server program as a CGI, behind GitHub's authentication. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Actor, allows, reaches, tokenIn } from './accounts.ts'
import type { Hub, RefUpdate } from './hub.ts'
import { GIT_ENV } from './objects.ts'
import { pushRefusals } from './protection.ts'
import { Refusal } from './refusal.ts'
import type { Repository } from './repositories.ts'

const PATH =
  /^\/(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.git)?\/(?<rest>info\/refs|git-upload-pack|git-receive-pack)$/

/** A request for git, or undefined where the path is none. */
export function matchGit(url: URL): { owner: string; name: string; rest: string; push: boolean } | undefined {
  const found = PATH.exec(url.pathname)?.groups as { owner: string; name: string; rest: string } | undefined
  if (!found) return undefined
  const service = found.rest === 'info/refs' ? url.searchParams.get('service') : found.rest
  return { ...found, push: service === 'git-receive-pack' }
}

/** Serves a git request, all but the end of the response, and tells the hub what landed before the client hears of it. */
export async function serveGit(
  hub: Hub,
  wanted: NonNullable<ReturnType<typeof matchGit>>,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  onActor: (login: string) => void,
): Promise<void> {
  const { actor, repository } = admit(hub, wanted, request)
  if (actor) onActor(actor.account.login)
  const folder = await mkdtemp(join(dirname(repository.path), 'push-'))
  const landed = join(folder, 'landed')
  try {
    await runBackend({
      env: {
        ...requestVariables(request, url),
        ...(actor && wanted.push ? pushVariables(hub, repository, actor, landed) : {}),
        GIT_PROJECT_ROOT: dirname(repository.path),
        PATH_INFO: `/${repository.id}.git/${wanted.rest}`,
      },
      request,
      response,
      beforeEnd: async () => {
        if (actor) await hub.landed(repository, await readUpdates(landed), actor.account)
      },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Who asks, and for what; throws as GitHub refuses. */
function admit(
  hub: Hub,
  { owner, name, push }: { owner: string; name: string; push: boolean },
  { headers }: IncomingMessage,
): { actor: Actor | undefined; repository: Repository } {
  const token = tokenIn(headers.authorization)
  const actor = token === undefined ? undefined : hub.accounts.actorOf(token)
  if (token !== undefined && !actor)
    throw new Refusal(
      401,
      'Invalid username or token. Password authentication is not supported for Git operations.',
    )
  const repository = hub.repositories.find(owner, name)
  const hidden = !repository || (repository.private && !(actor && reaches(actor, repository.fullName)))
  // Without a token GitHub asks for one rather than tell whether a private repository exists.
  if (!actor && (hidden || push)) throw new Refusal(401, 'Authentication failed')
  if (hidden) throw new Refusal(404, 'Repository not found.')
  if (actor && push && !allows(actor, repository.fullName, 'contents', 'write'))
    throw new Refusal(403, writeRefusal(actor, repository))
  return { actor, repository }
}

function writeRefusal({ account }: Actor, { fullName }: Repository): string {
  return account.type === 'Bot'
    ? `Permission to ${fullName}.git denied to ${account.login}.`
    : 'Write access to repository not granted.'
}

function requestVariables({ method, headers }: IncomingMessage, url: URL): NodeJS.ProcessEnv {
  return {
    ...GIT_ENV,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: method,
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: headers['content-type'] ?? '',
    REMOTE_ADDR: '127.0.0.1',
    ...(headers['content-length'] && { CONTENT_LENGTH: headers['content-length'] }),
    ...(headers['content-encoding'] && { HTTP_CONTENT_ENCODING: headers['content-encoding'] }),
    ...(headers['git-protocol'] && { GIT_PROTOCOL: String(headers['git-protocol']) }),
  }
}

function pushVariables(hub: Hub, repository: Repository, actor: Actor, landed: string): NodeJS.ProcessEnv {
  const refusals = pushRefusals(repository.protections, actor, `${hub.url}/${repository.fullName}`)
  const refs = Object.keys(refusals)
  return {
    REMOTE_USER: actor.account.login,
    GITHUB_LANDED: landed,
    GITHUB_REFUSALS: JSON.stringify(refusals),
    GIT_CONFIG_COUNT: String(refs.length),
    ...Object.fromEntries(
      refs.flatMap((ref, index) => [
        [`GIT_CONFIG_KEY_${index}`, 'receive.procReceiveRefs'],
        [`GIT_CONFIG_VALUE_${index}`, ref],
      ]),
    ),
  }
}

async function readUpdates(landed: string): Promise<RefUpdate[]> {
  const lines = await readFile(landed, 'utf8').catch(() => '')
  return lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [before = '', after = '', ref = ''] = line.split(' ')
      return { ref, before, after }
    })
}

interface Backend {
  readonly env: NodeJS.ProcessEnv
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly beforeEnd: () => Promise<void>
}

async function runBackend({ env, request, response, beforeEnd }: Backend): Promise<void> {
  const backend = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  // Either side may hang up early; what the other side then hears is decided by exit code and headers.
  backend.stdin.on('error', () => {})
  response.on('close', () => backend.stdout.resume())
  request.pipe(backend.stdin)
  const complaint = text(backend.stderr)
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of backend.stdout as AsyncIterable<Buffer>) {
    if (head === undefined) {
      await write(response, chunk)
      continue
    }
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) continue
    const { status, headers } = parseHead(head.subarray(0, end).toString())
    response.writeHead(status, headers)
    const rest = head.subarray(end + 4)
    head = undefined
    await write(response, rest)
  }
  if (head !== undefined) throw new Error(`git http-backend: ${await complaint}`)
  await beforeEnd()
}

async function write(response: ServerResponse, chunk: Buffer): Promise<void> {
  if (response.destroyed || chunk.length === 0 || response.write(chunk)) return
  await new Promise<void>(resume => {
    response.once('drain', resume).once('close', resume)
  })
}

function parseHead(head: string): { status: number; headers: Record<string, string> } {
  const headers = Object.fromEntries(
    head.split('\r\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const { Status = '200 OK', ...rest } = headers
  return { status: Number.parseInt(Status, 10), headers: rest }
}
