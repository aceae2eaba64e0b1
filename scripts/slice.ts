/** An OpenAPI 3.0 description, as far as it is looked at. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: { readonly content?: Content; readonly required?: boolean }
  readonly responses: Readonly<Record<string, { readonly content?: Content } | Reference>>
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
}
interface Reference {
  readonly $ref: string
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Schema = { readonly [key: string]: unknown }

/** What the contract check reads: plain JSON Schema, references as `github#/schemas/NAME`. */
export interface Slice {
  readonly operations: Readonly<Record<string, SlicedOperation>>
  readonly schemas: Readonly<Record<string, unknown>>
}
export interface SlicedOperation {
  /** Objects with the parameters as properties. */
  readonly path: unknown
  readonly query: unknown
  /** Absent where no JSON body is taken. */
  readonly body?: unknown
  readonly bodyRequired?: boolean
  /** The reply's schema by status; null where it has no body. */
  readonly replies: Readonly<Record<string, unknown>>
}

/**
 * Keeps the named operations (`GET /path`), the named schemas, and every schema that these lead to.
 * @throws Error for an operation that GitHub does not describe.
 */
export function sliceDescription(
  description: Description,
  names: readonly string[],
  alsoSchemas: readonly string[],
): Slice {
  const schemas = new Map<string, unknown>()
  const keep = (schema: unknown): unknown => {
    const kept = toJsonSchema(schema)
    for (const name of referencesIn(kept)) {
      if (schemas.has(name)) continue
      schemas.set(name, undefined)
      schemas.set(name, keep(description.components.schemas?.[name]))
    }
    return kept
  }
  const operations = names.map(name => {
    const [method = '', path = ''] = name.split(' ')
    const operation = description.paths[path]?.[method.toLowerCase()]
    if (!operation) throw new Error(`GitHub describes no '${name}'`)
    return [name, sliceOperation(description, operation, keep)] as const
  })
  for (const name of ['basic-error', ...alsoSchemas]) keep({ $ref: `#/components/schemas/${name}` })
  return { operations: Object.fromEntries(operations), schemas: Object.fromEntries(schemas) }
}

function sliceOperation(
  description: Description,
  { parameters = [], requestBody, responses }: Operation,
  keep: (schema: unknown) => unknown,
): SlicedOperation {
  const found = parameters.map(parameter => follow<Parameter>(description, parameter))
  const replies = Object.entries(responses).map(([status, response]) => {
    const content = follow<{ content?: Content }>(description, response).content
    return [status, content?.['application/json'] ? keep(content['application/json'].schema) : null]
  })
  const body = requestBody?.content?.['application/json']?.schema
  return {
    path: parameterObject(found, 'path', keep),
    query: parameterObject(found, 'query', keep),
    ...(body && { body: keep(body), bodyRequired: requestBody?.required ?? false }),
    replies: Object.fromEntries(replies),
  }
}

function parameterObject(
  parameters: readonly Parameter[],
  place: string,
  keep: (schema: unknown) => unknown,
) {
  const here = parameters.filter(parameter => parameter.in === place)
  return {
    type: 'object',
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, keep(schema)])),
    required: here.filter(({ required }) => required).map(({ name }) => name),
  }
}

function follow<T>(description: Description, thing: T | Reference): T {
  const reference = (thing as Partial<Reference>).$ref
  if (reference === undefined) return thing as T
  const [, , kind = '', name = ''] = reference.split('/')
  return description.components[kind]?.[name] as T
}

const WORDS_KEPT = new Set([
  'type',
  'enum',
  'const',
  'required',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'uniqueItems',
])
// No `email`: GitHub sends the bots’ own addresses, whose brackets that format forbids.
const FORMATS_KEPT = ['date-time', 'date', 'uri']

/** OpenAPI 3.0's dialect as JSON Schema: `nullable` spelled out, prose and examples dropped. */
function toJsonSchema(schema: unknown): unknown {
  if (schema === true || schema === false || typeof schema !== 'object' || schema === null) return schema
  const given = schema as Schema
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(given)) Object.assign(kept, keyword(key, value))
  // Where the default is no text at all, GitHub does send that for an address.
  if (given.default === '') delete kept.format
  return given.nullable === true ? orNull(kept) : kept
}

function keyword(key: string, value: unknown): Record<string, unknown> {
  if (WORDS_KEPT.has(key)) return { [key]: value }
  switch (key) {
    case '$ref':
      return { $ref: (value as string).replace('#/components/schemas/', 'github#/schemas/') }
    case 'format':
      return FORMATS_KEPT.includes(value as string) ? { format: value } : {}
    case 'properties':
      return { properties: mapValues(value as Schema, toJsonSchema) }
    case 'items':
    case 'additionalProperties':
    case 'not':
      return { [key]: toJsonSchema(value) }
    // GitHub's alternatives overlap: a value that fits two of them is no fault.
    case 'oneOf':
    case 'anyOf':
      return { anyOf: (value as unknown[]).map(toJsonSchema) }
    case 'allOf':
      return { allOf: (value as unknown[]).map(toJsonSchema) }
    default:
      return {}
  }
}

function orNull(schema: Record<string, unknown>): Record<string, unknown> {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const values = schema.enum as unknown[] | undefined
  return { ...schema, type: [schema.type, 'null'], ...(values && { enum: [...new Set([...values, null])] }) }
}

function mapValues(object: Schema, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}

function referencesIn(schema: unknown): string[] {
  return [...JSON.stringify(schema ?? null).matchAll(/"\$ref":"github#\/schemas\/([^"]+)"/g)].map(
    found => found[1] ?? '',
  )
}
