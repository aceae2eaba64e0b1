/** Checks what is asked and what is answered against Argo CD's own description of its API. */
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { Slice } from '../../../scripts/slice.ts'

/** The contract of every route that is served; each answers what is wrong, an empty list where nothing is. */
export interface Contract {
  request(operation: string, params: Readonly<Record<string, string>>, query: URLSearchParams): string[]
  reply(operation: string, status: number, body: unknown): string[]
}

let known: Contract | undefined

/** Argo CD's contract; schemas are compiled when first needed. */
export function argocdContract(): Contract {
  known ??= readContract()
  return known
}

function readContract(): Contract {
  const path = new URL('contract/swagger.json', import.meta.url)
  const { operations, schemas } = JSON.parse(readFileSync(path, 'utf8')) as Slice
  const ajv = new Ajv({ strict: false, validateSchema: false, logger: false, allErrors: true })
  ;(formats as unknown as (ajv: Ajv) => void)(ajv)
  ajv.addSchema({ schemas }, 'argocd')
  const compiled = new Map<string, ValidateFunction>()
  const check = (key: string, schema: unknown, value: unknown): string[] => {
    const validate = compiled.get(key) ?? ajv.compile(schema as object)
    compiled.set(key, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || 'it'} ${message} ${params.additionalProperty ? `(${params.additionalProperty})` : ''}`,
    )
  }
  return {
    request(name, params, query) {
      const operation = operations[name]
      if (!operation) return [`${name} is not in the slice: run scripts/slice-argocd.ts`]
      return [
        ...check(`${name} path`, operation.path, params),
        ...check(`${name} query`, operation.query, Object.fromEntries(query)),
      ]
    },
    reply(name, status, body) {
      const { replies = {} } = operations[name] ?? {}
      const schema = replies[String(status)] ?? replies.default
      return check(`${name} ${status === 200 ? 200 : 'default'}`, schema, body)
    },
  }
}
