import type { GitHub } from './client.ts'
import { statusOf } from './refusals.ts'

/** Who a token acts as. */
export interface Viewer {
  /** As REST writes it: `octocat`, `github-actions[bot]`. */
  readonly login: string
}

/** The account of GitHub's own token for workflows. */
const ACTIONS_BOT = 'github-actions[bot]'

const known = new WeakMap<GitHub, Promise<Viewer | undefined>>()

/**
 * Who the client's token acts as, asked once. GraphQL tells it for every kind of token; REST refuses the tokens of
 * GitHub Apps, GITHUB_TOKEN among them, which are no users.
 * @returns undefined for the token of an App where there is no GraphQL.
 */
export function viewerOf(github: GitHub): Promise<Viewer | undefined> {
  const before = known.get(github)
  if (before !== undefined) return before
  const asked = ask(github).catch(thrown => {
    known.delete(github)
    throw thrown
  })
  known.set(github, asked)
  return asked
}

async function ask(github: GitHub): Promise<Viewer | undefined> {
  try {
    const { viewer } = await github.graphql<{ viewer: Viewer }>('query { viewer { login } }')
    return viewer
  } catch (thrown) {
    if (isOutage(thrown)) throw thrown
  }
  try {
    const { data } = await github.rest.users.getAuthenticated()
    return { login: data.login }
  } catch (thrown) {
    if (isOutage(thrown)) throw thrown
    return undefined
  }
}

/** Whether asking failed for now, rather than being refused or not offered. */
function isOutage(thrown: unknown): boolean {
  const status = statusOf(thrown)
  return status === 401 || status === 429 || (status !== undefined && status >= 500)
}

/**
 * Whether the author of something is the viewer. An unknown viewer is the token of an App, most likely GITHUB_TOKEN:
 * then its account counts.
 */
export function isSelf(
  viewer: Viewer | undefined,
  author: { readonly login: string; readonly type: string } | null | undefined,
): boolean {
  if (!author) return false
  const login = viewer?.login ?? ACTIONS_BOT
  // Some servers tell a bot's name without its suffix in GraphQL.
  return author.login === login || (author.type === 'Bot' && author.login === `${login}[bot]`)
}
