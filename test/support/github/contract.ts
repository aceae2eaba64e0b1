/** Checks what is asked and what is answered against GitHub's own OpenAPI description. */
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { Slice } from '../../../scripts/slice.ts'

/** What a request brought. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
}

/** The contract of every route that is served, by `METHOD /path`. */
export interface Contract {
  /** What is wrong with a request; empty where nothing is. */
  request(operation: string, asked: Asked): string[]
  /** What is wrong with a reply; empty where nothing is. */
  reply(operation: string | undefined, status: number, body: unknown): string[]
  /** What is wrong with a webhook's payload; `schema` is GitHub's name for it. */
  event(schema: string, payload: unknown): string[]
}

// Stateless, and costly to compile: one serves all servers of a process.
let known: Contract | undefined

/** GitHub's contract; schemas are compiled when first needed. */
export function githubContract(): Contract {
  known ??= readContract()
  return known
}

function readContract(): Contract {
  const path = new URL('contract/openapi.json', import.meta.url)
  const { operations, schemas } = JSON.parse(readFileSync(path, 'utf8')) as Slice
  const options = { strict: false, validateSchema: false, logger: false } as const
  const bodies = new Ajv({ ...options, allErrors: true })
  // Query and path come as text: `?per_page=100` is a number.
  const texts = new Ajv({ ...options, allErrors: true, coerceTypes: 'array' })
  const check = (ajv: Ajv, compiled: Map<string, ValidateFunction>) => {
    ;(formats as unknown as (ajv: Ajv) => void)(ajv)
    ajv.addSchema({ schemas }, 'github')
    return (key: string, schema: unknown, value: unknown): string[] => {
      const validate = compiled.get(key) ?? ajv.compile(schema as object)
      compiled.set(key, validate)
      return validate(value) ? [] : (validate.errors ?? []).map(error => describe(error))
    }
  }
  const checkBody = check(bodies, new Map())
  const checkText = check(texts, new Map())
  return {
    request(name, { params, query, body }) {
      const operation = operations[name]
      if (!operation) return [`${name} is not in the slice: run scripts/slice-openapi.ts`]
      return [
        ...checkText(`${name} path`, operation.path, { ...params }),
        ...checkText(`${name} query`, operation.query, Object.fromEntries(query)),
        ...(operation.body && (operation.bodyRequired || body !== undefined)
          ? checkBody(`${name} body`, operation.body, body ?? {})
          : []),
      ]
    },
    reply(name, status, body) {
      const described = name === undefined ? undefined : operations[name]?.replies[String(status)]
      if (described === null && status < 400)
        return body === undefined ? [] : ['a body where GitHub sends none']
      if (described) return checkBody(`${name} ${status}`, described, body)
      if (status < 400) return [`GitHub does not answer ${status} here`]
      return checkBody('error', { $ref: 'github#/schemas/basic-error' }, body)
    },
    event(schema, payload) {
      if (!(schema in schemas)) return [`${schema} is not in the slice: name it in scripts/slice-openapi.ts`]
      return checkBody(schema, { $ref: `github#/schemas/${schema}` }, payload)
    },
  }
}

/** In the words of GitHub's own 422 where it has some. */
function describe({ instancePath, keyword, params, message }: ErrorObject): string {
  if (keyword === 'required') return `"${params.missingProperty}" wasn't supplied${at(instancePath)}.`
  const allowed = keyword === 'enum' ? ` (${(params.allowedValues as unknown[]).join(', ')})` : ''
  return `"${instancePath.slice(1)}" ${message ?? 'is wrong'}${allowed}.`
}

function at(path: string): string {
  return path === '' ? '' : ` in "${path.slice(1)}"`
}
