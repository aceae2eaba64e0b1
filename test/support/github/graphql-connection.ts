import { GraphqlRefusal } from './graphql-refusal.ts'

/** How a connection is asked for. */
export interface Page {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

const LONGEST_PAGE = 100

/**
 * A page of a GraphQL connection.
 * @throws GraphqlRefusal without `first` and `last`, and for more than 100, as GitHub does.
 */
export function connection<T, Node>(
  name: string,
  items: readonly T[],
  asked: Page,
  node: (item: T) => Node | Promise<Node>,
) {
  const wanted = asked.first ?? asked.last
  if (wanted === undefined || wanted === null)
    throw new GraphqlRefusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    )
  if (wanted > LONGEST_PAGE)
    throw new GraphqlRefusal(
      'EXCESSIVE_PAGINATION',
      `Requesting ${wanted} records on the \`${name}\` connection exceeds the \`${asked.first == null ? 'last' : 'first'}\` limit of ${LONGEST_PAGE} records.`,
    )
  const from = asked.after ? Number(decode(asked.after)) + 1 : 0
  const to = asked.before ? Number(decode(asked.before)) : items.length
  const start = asked.first == null ? Math.max(from, to - wanted) : from
  const end = asked.first == null ? to : Math.min(to, from + wanted)
  const page = items.slice(start, end)
  return {
    totalCount: items.length,
    nodes: () => page.map(node),
    edges: () => page.map((item, index) => ({ cursor: encode(start + index), node: node(item) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: page.length > 0 ? encode(start) : null,
      endCursor: page.length > 0 ? encode(start + page.length - 1) : null,
    },
  }
}

const encode = (position: number) => Buffer.from(`cursor:${position}`).toString('base64')
const decode = (cursor: string) => Buffer.from(cursor, 'base64').toString().replace('cursor:', '')
