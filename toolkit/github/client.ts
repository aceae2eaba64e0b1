import type { getOctokit } from '@actions/github'
import { UserError } from '../action/errors.ts'
import type { World } from '../action/run.ts'
import { retry } from '../retry/retry.ts'
import { type FailedRequest, mayRepeat } from './retries.ts'

/** GitHub's API: `rest`, `graphql`, `paginate`. */
export type GitHub = ReturnType<typeof getOctokit>

/** Milliseconds that one request may take. */
const TIMEOUT = 30_000
const ATTEMPTS = 5

/**
 * A client of the API that the runner names (GitHub or GitHub Enterprise Server), which waits out rate limits and
 * hiccups, gives up on a server that hangs, and goes through the runner's proxy.
 * The SDK is loaded here and not before: it takes longer to load than the rest of a step.
 * @param timeout milliseconds for one request.
 */
export async function createGitHub(
  world: Pick<World, 'context' | 'secrets' | 'signal' | 'now'>,
  token: string,
  { timeout = TIMEOUT } = {},
): Promise<GitHub> {
  world.secrets.add(token)
  const { getOctokit } = await import('@actions/github')
  const github = getOctokit(token, { baseUrl: world.context.apiUrl, log: silent })
  github.hook.wrap('request', (request, options) =>
    retry(
      async () => {
        // Set in place: Octokit's own hooks below this one hold on to these very options.
        Object.assign(options.request, {
          signal: AbortSignal.any([world.signal, AbortSignal.timeout(timeout)]),
        })
        try {
          const response = await request(options)
          demandData(response.headers['content-type'], world.context.apiUrl)
          return response
        } catch (thrown) {
          world.signal.throwIfAborted()
          throw thrown
        }
      },
      {
        // A caller that must look again before it repeats says `request: { attempts: 1 }`.
        attempts: (options.request.attempts as number | undefined) ?? ATTEMPTS,
        delay: 1000,
        signal: world.signal,
        retryable: thrown =>
          !(thrown instanceof UserError) && mayRepeat(failedRequest(thrown, options), world.now()),
      },
    ),
  )
  return github
}

/** The login page of a proxy comes with status 200, too. */
function demandData(type: unknown, apiUrl: string): void {
  if (/^text\/html/.test(String(type)))
    throw new UserError(
      `${apiUrl} answers with a web page in place of data: check GITHUB_API_URL, and whether a proxy stands in between`,
    )
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** What an Octokit error says of the request. */
export function failedRequest(
  thrown: unknown,
  { method, url }: { method: string; url: string },
): FailedRequest {
  const { status, response, message } = thrown as {
    status?: number
    message: string
    response?: { headers?: FailedRequest['headers'] }
  }
  // Octokit reports a request that got no answer as status 500 without a response.
  return {
    method,
    url,
    status: response ? (status ?? 0) : 0,
    headers: response?.headers ?? {},
    message,
  }
}
