import { type GitHub, startGitHub } from '../../../test/support/github/server.ts'
import { createGitHub } from '../../github/client.ts'
import { createSecrets } from '../../redact/secrets.ts'
import { readContext } from '../../runner/context.ts'
import { PACE } from '../pace.ts'
import { isComment, parse } from '../parse.ts'
import { postSections } from '../post.ts'
import type { Section } from '../section.ts'

export const KEY = 'infrastructure'
export const REPOSITORY = { owner: 'acme', repo: 'shop' }
export const TARGET = { repository: 'acme/shop', number: 1, key: KEY }
/** The paths of comments, without those of other things. */
export const COMMENTS = /\/issues\/(\d+\/)?comments/

/** Which job a test plays. */
export interface As {
  readonly token?: string
  readonly run?: number
  readonly attempt?: number
  readonly head?: string
  readonly runner?: string
}

/** A GitHub with `acme/shop` and its pull request 1. */
export async function startStage() {
  const github = await startGitHub()
  const repository = await github.createRepository('acme/shop', { files: { 'a.txt': 'one\n' } })
  await repository.commit('topic', { 'a.txt': 'two\n' }, 'Change')
  const token = github.token()
  const warnings: string[] = []

  function worldOf({ run = 1, attempt = 1, head = 'a'.repeat(40), runner = 'r' }: As) {
    const env = {
      ...github.env,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: String(run),
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_SHA: head,
      GITHUB_JOB: 'plan',
      RUNNER_NAME: runner,
    }
    const silent = () => {}
    const log = { debug: silent, info: silent, notice: silent, error: silent }
    return {
      env,
      context: readContext(env),
      secrets: createSecrets(),
      log: {
        ...log,
        warning: (text: string) => void warnings.push(text),
        group: <T>(_: string, body: () => Promise<T>) => body(),
      },
      signal: new AbortController().signal,
      now: () => new Date(),
    }
  }

  const client = (as: As = {}) => createGitHub(worldOf(as), as.token ?? token)
  const { rest } = await client()
  await rest.pulls.create({ ...REPOSITORY, title: 'T', head: 'topic', base: 'main' })
  const before = github.requests.length

  return {
    github,
    token,
    rest,
    client,
    world: worldOf,
    /** What was warned of. */
    warnings,
    /** Posts as a job would, but hurries. */
    async post(sections: readonly Section[], as: As = {}) {
      const pace = { ...PACE, settle: 1_200 }
      return postSections(await client(as), TARGET, sections, worldOf(as), pace)
    },
    /** The comments with the marker, by anyone. */
    async comments() {
      const { data } = await rest.issues.listComments({ ...REPOSITORY, issue_number: 1, per_page: 100 })
      return data.filter(({ body }) => isComment(body ?? '', KEY))
    },
    /** What stands in the only comment, as `directory run`. */
    async standing() {
      const found = await this.comments()
      if (found.length !== 1) throw new Error(`there are ${found.length} comments`)
      const { sections, damaged } = parse(KEY, found[0]?.body ?? '')
      if (damaged > 0) throw new Error(`${damaged} sections are damaged`)
      return sections.map(({ directory, origin }) => `${directory} ${origin.run}`)
    },
    /** The requests so far, as `METHOD`, of what is about comments. */
    requests: () =>
      github.requests
        .slice(before)
        .filter(({ path }) => COMMENTS.test(path) || path.includes('graphql'))
        .map(({ method, path }) => (path.includes('graphql') ? 'WHO' : method)),
    writes: () => writesOf(github),
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  }
}

/** How many requests meant to change a comment. */
export function writesOf({ requests }: GitHub): number {
  return requests.filter(({ method, path }) => method !== 'GET' && COMMENTS.test(path)).length
}
