/** GraphQL: every query is checked against GitHub's published schema, then answered from the same repositories. */
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { authenticate } from './accounts.ts'
import { graphqlRoot } from './graphql-root.ts'
import type { Hub } from './hub.ts'
import type { Records } from './records.ts'
import { Refusal } from './refusal.ts'
import type { Reply } from './router.ts'

interface Query {
  readonly query: string
  readonly variables?: Record<string, unknown>
}

// Building it takes a quarter of a second; one serves all servers of a process.
let known: Promise<GraphQLSchema> | undefined

async function loadSchema(): Promise<GraphQLSchema> {
  const [{ buildSchema }, { schema }] = await Promise.all([
    import('graphql'),
    import('@octokit/graphql-schema'),
  ])
  return buildSchema(schema.idl, { assumeValid: true })
}

/** Makes the function that answers `/api/graphql`. */
export function createGraphql(hub: Hub, records: Records) {
  return async (
    authorization: string | undefined,
    body: string,
    onActor: (login: string) => void,
  ): Promise<Reply> => {
    const actor = authenticate(hub.accounts, authorization)
    if (!actor) throw new Refusal(401, 'This endpoint requires you to be authenticated.')
    onActor(actor.account.login)
    const graphql = await import('graphql')
    known ??= loadSchema()
    const schema = await known
    const { query, variables = {} } = JSON.parse(body) as Query
    const broken = (errors: readonly { message: string }[]) => {
      const problems = errors.map(({ message }) => message)
      records.violations.push({ side: 'request', operation: 'GraphQL', problems })
      return { status: 200, body: { errors: problems.map(message => ({ message })) } }
    }
    let document: ReturnType<typeof graphql.parse>
    try {
      document = graphql.parse(query)
    } catch (thrown) {
      return broken([thrown as Error])
    }
    const errors = graphql.validate(schema, document)
    if (errors.length > 0) return broken(errors)
    const result = await graphql.execute({
      schema,
      document,
      variableValues: variables,
      rootValue: graphqlRoot(hub, actor),
      fieldResolver(source: unknown, args, context, info) {
        if (!(info.fieldName in (source as object))) {
          records.unsupported.push(`GraphQL ${info.parentType.name}.${info.fieldName}`)
          throw new Error(`this server does not know ${info.parentType.name}.${info.fieldName}`)
        }
        return graphql.defaultFieldResolver(source, args, context, info)
      },
    })
    return { status: 200, body: withTypes(result) }
  }
}

/** GitHub tells the kind of an error beside its message, not under `extensions`. */
function withTypes({ data, errors }: ExecutionResult): unknown {
  if (!errors) return { data }
  const plain = errors.map(error => {
    const { extensions, ...rest } = error.toJSON() as GraphQLFormattedError
    const type = (error.originalError as { type?: string } | undefined)?.type
    return {
      ...(type !== undefined && { type }),
      ...rest,
      ...(type === undefined && extensions && { extensions }),
    }
  })
  return { data, errors: plain }
}
