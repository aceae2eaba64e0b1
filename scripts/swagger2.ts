import type { Description, Slice } from './slice.ts'

/** A Swagger 2.0 description, as far as it is looked at. */
export interface Swagger2 {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation2>>>>
  readonly definitions: Readonly<Record<string, unknown>>
}

interface Operation2 {
  readonly parameters?: readonly Parameter2[]
  readonly responses: Readonly<Record<string, { readonly schema?: Json }>>
}

interface Parameter2 {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly type?: string
  readonly items?: unknown
}

type Json = { readonly [key: string]: unknown }

/** The same in OpenAPI 3.0, without request bodies. */
export function fromSwagger2(given: Swagger2): Description {
  const { paths, definitions } = JSON.parse(
    JSON.stringify(given).replaceAll('#/definitions/', '#/components/schemas/'),
  ) as Swagger2
  const operation = ({ parameters = [], responses }: Operation2) => ({
    parameters: parameters.map(({ name, in: place, required = false, type, items }) => ({
      name,
      in: place,
      required,
      schema: { type, items },
    })),
    responses: mapValues(responses, ({ schema }) =>
      schema === undefined ? {} : { content: { 'application/json': { schema } } },
    ),
  })
  return {
    paths: mapValues(paths, methods => mapValues(methods, operation)),
    components: { schemas: definitions },
  }
}

/**
 * A slice in which an object may have no other properties than those described: a name that is spelt wrong is no
 * optional property. Objects that extend others hold their properties themselves.
 */
export function closed({ operations, schemas }: Slice): Slice {
  const named = (reference: unknown) =>
    schemas[String(reference).replace('github#/schemas/', '')] as Json | undefined
  const close = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(close)
    if (typeof schema !== 'object' || schema === null) return schema
    const given = schema as Json
    const { allOf, ...own } = mapValues(given, close)
    const bases = (given.allOf as Json[] | undefined) ?? []
    const inherited = bases.map(base => close(named(base.$ref) ?? base) as Json)
    const all = Object.assign({}, ...inherited.map(({ properties }) => properties), own.properties)
    const isOpen = own.type !== 'object' || Object.keys(all).length === 0 || 'additionalProperties' in given
    return isOpen ? own : { ...own, properties: all, additionalProperties: false }
  }
  const known = Object.entries(schemas).filter(([, schema]) => schema !== undefined)
  return {
    operations: mapValues(operations, operation => ({
      ...operation,
      path: close(operation.path),
      query: close(operation.query),
    })),
    schemas: Object.fromEntries(known.map(([name, schema]) => [name, close(schema)])),
  }
}

function mapValues<A, B>(object: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
