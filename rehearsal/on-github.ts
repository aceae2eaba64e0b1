import type { RepositoryHandle } from '../test/support/github/handle.ts'
import type { PullRequest } from './player/events.ts'

/** A comment or an issue, as GitHub's pages show it. */
export interface Post {
  readonly author: string
  readonly body: string
}

/** An issue with a number. */
export interface Issue extends Post {
  readonly number: number
  readonly title: string
  readonly state: 'open' | 'closed'
}

/** What a person does on a repository's pages, by the API that is behind them. */
export interface OnGitHub {
  openPullRequest(request: { title: string; head: string; base: string; body: string }): Promise<PullRequest>
  /** Those that are open, as posts. */
  openPullRequests(): Promise<Issue[]>
  readPullRequest(number: number): Promise<PullRequest>
  /** Presses the green button; returns the commit on the base branch. */
  merge(number: number): Promise<string>
  comments(number: number): Promise<Post[]>
  issues(state: 'open' | 'closed'): Promise<Issue[]>
}

/** Acts on a repository as the owner of a token. */
export function onGitHub(apiUrl: string, { fullName }: RepositoryHandle, token: string): OnGitHub {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${apiUrl}/repos/${fullName}${path}`, {
      method,
      headers: { authorization: `token ${token}`, accept: 'application/vnd.github+json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const told = (await answer.json()) as T & { message?: string }
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${told.message ?? ''}`)
    return told
  }
  return {
    openPullRequest: request => ask('POST', '/pulls', request),
    openPullRequests: async () => (await ask<RawIssue[]>('GET', '/pulls?state=open&per_page=100')).map(issue),
    readPullRequest: number => ask('GET', `/pulls/${number}`),
    merge: async number =>
      (await ask<{ sha: string }>('PUT', `/pulls/${number}/merge`, { merge_method: 'merge' })).sha,
    comments: async number =>
      (await ask<RawPost[]>('GET', `/issues/${number}/comments?per_page=100`)).map(post),
    issues: async state =>
      (await ask<RawIssue[]>('GET', `/issues?state=${state}&per_page=100`))
        .filter(({ pull_request }) => pull_request === undefined)
        .map(issue),
  }
}

interface RawPost {
  readonly body?: string | null
  readonly user: { readonly login: string } | null
}

interface RawIssue extends RawPost {
  readonly number: number
  readonly title: string
  readonly state: 'open' | 'closed'
  readonly pull_request?: object
}

function post({ body, user }: RawPost): Post {
  return { author: user?.login ?? 'ghost', body: body ?? '' }
}

function issue(raw: RawIssue): Issue {
  return { ...post(raw), number: raw.number, title: raw.title, state: raw.state }
}
