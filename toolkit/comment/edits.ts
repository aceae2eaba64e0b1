import type { GitHub } from '../github/client.ts'

const HISTORY = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on IssueComment {
      viewerDidAuthor
      lastEditedAt
      author { __typename login }
      editor { __typename login }
      userContentEdits(first: 100, after: $after) {
        nodes { editor { __typename login } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`

interface Actor {
  readonly __typename: string
  readonly login: string
}

interface History {
  readonly viewerDidAuthor: boolean
  readonly lastEditedAt: string | null
  readonly author: Actor | null
  readonly editor: Actor | null
  readonly userContentEdits: {
    readonly nodes: readonly ({ readonly editor: Actor | null } | null)[] | null
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  } | null
}

// A comment that was edited more often than this many hundreds of times is not looked through.
const MOST_PAGES = 20

/**
 * Whether anyone but its author ever changed one of these comments, by node id, or whether it is not the viewer's.
 * Undefined where that cannot be known.
 */
export async function editedByOthers(github: GitHub, ids: readonly string[]): Promise<boolean | undefined> {
  const answers = []
  for (const id of ids) answers.push(await changed(github, id))
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

async function changed(github: GitHub, id: string): Promise<boolean | undefined> {
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const history: History | undefined = await ask(github, id, after)
    const verdict = history && judge(history)
    if (verdict !== false || history === undefined) return verdict
    const pages = history.userContentEdits?.pageInfo
    if (!pages?.hasNextPage) return false
    after = pages.endCursor
  }
  return undefined
}

/** What one page of the history tells. */
export function judge(history: History): boolean | undefined {
  const { viewerDidAuthor, lastEditedAt, author, editor, userContentEdits } = history
  if (!viewerDidAuthor || !author) return true
  // The account of an editor may be gone since; then it was not the author.
  const isOther = (actor: Actor | null | undefined) =>
    actor?.login !== author.login || actor.__typename !== author.__typename
  if (lastEditedAt !== null && isOther(editor)) return true
  if (!userContentEdits?.nodes) return lastEditedAt === null ? false : undefined
  return userContentEdits.nodes.some(edit => isOther(edit?.editor))
}

async function ask(github: GitHub, id: string, after: string | null): Promise<History | undefined> {
  try {
    const { node } = await github.graphql<{ node: History | null }>(HISTORY, { id, after })
    return node ?? undefined
  } catch {
    // Whatever the reason, it is not known who edited; the callers refuse then.
    return undefined
  }
}
