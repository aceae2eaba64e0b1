import type { GitHub } from '../github/client.ts'
import { isSelf, type Viewer } from '../github/viewer.ts'
import type { OwnComment, View } from './next-step.ts'
import { isComment } from './parse.ts'

/** Which comment is meant. */
export interface Target {
  /** `owner/name` */
  readonly repository: string
  /** Of the pull request or issue. */
  readonly number: number
  /** The `comment-key`. */
  readonly key: string
}

/** A comment as GitHub gives it. */
export type Listed = Awaited<ReturnType<GitHub['rest']['issues']['listComments']>>['data'][number]

// How long a list may lag behind; a comment that is missing for longer was deleted.
const LAG = 5_000

/** Looks at the comments of one pull request, over and over, with as few requests as it takes. */
export interface CommentReader {
  read(): Promise<View>
  /** Tells of a comment that this job made: a list read right after may come from a copy that lacks it. */
  made(comment: Listed): void
  /** Tells of a comment that is no more. */
  deleted(id: number): void
  /** Makes the next reading a whole one. */
  forget(): void
}

/**
 * The first reading takes all pages; later ones ask only for what changed since, in one request.
 * @param viewer who we are; asked only where a comment carries the marker.
 */
export function commentReader(
  github: GitHub,
  target: Target,
  viewer: () => Promise<Viewer | undefined>,
): CommentReader {
  const [owner = '', repo = ''] = target.repository.split('/')
  const request = { owner, repo, issue_number: target.number, per_page: 100 }
  let known: { since: number; unchanged: Listed[] } | undefined
  let made: Listed[] = []

  async function list(since?: number): Promise<{ comments: Listed[]; now: number }> {
    const comments: Listed[] = []
    let now = 0
    const pages = github.paginate.iterator(github.rest.issues.listComments, {
      ...request,
      ...(since !== undefined && { since: new Date(since).toISOString() }),
    })
    for await (const { data, headers } of pages) {
      now ||= Date.parse(headers.date ?? '') || Date.now()
      comments.push(...data.filter(({ body }) => isComment(body ?? '', target.key)))
    }
    return { comments, now }
  }

  return {
    made: comment => made.push(comment),
    deleted(id) {
      const others = (comments: readonly Listed[]) => comments.filter(comment => comment.id !== id)
      made = others(made)
      if (known) known.unchanged = others(known.unchanged)
    },
    forget() {
      known = undefined
      made = []
    },
    async read() {
      const { comments, now } = await list(known?.since)
      const isMissing = ({ id }: Listed) => comments.every(listed => listed.id !== id)
      made = made.filter(comment => now - Date.parse(comment.created_at) < LAG)
      comments.push(...made.filter(isMissing))
      if (known === undefined) {
        // The server's clock counts whole seconds; a few more do no harm.
        const since = now - 10_000
        known = { since, unchanged: comments.filter(({ updated_at }) => Date.parse(updated_at) <= since) }
        return { comments: await own(comments), now }
      }
      const changed = new Set(comments.map(({ id }) => id))
      const unchanged = known.unchanged.filter(({ id }) => !changed.has(id))
      return { comments: await own([...unchanged, ...comments]), now }
    },
  }

  async function own(comments: readonly Listed[]): Promise<OwnComment[]> {
    if (comments.length === 0) return []
    const self = await viewer()
    return comments
      .filter(({ user }) => isSelf(self, user))
      .map(comment => ({
        id: comment.id,
        nodeId: comment.node_id,
        author: comment.user?.login ?? '',
        body: comment.body ?? '',
        url: comment.html_url,
        createdAt: Date.parse(comment.created_at),
        updatedAt: Date.parse(comment.updated_at),
      }))
      .sort((a, b) => a.id - b.id)
  }
}
