import type { Attributes } from './otlp.ts'

/** What OpenTelemetry's standard variables ask for; undefined: no traces. */
export interface OtelSettings {
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly resource: Attributes
  readonly ratio: number
}

/** @throws Error that names the variable. */
export function readOtelSettings(env: NodeJS.ProcessEnv, own: Attributes): OtelSettings | undefined {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT
  if (!endpoint) return undefined
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new Error(
      `OTEL_EXPORTER_OTLP_ENDPOINT is '${endpoint}': write an address such as http://jaeger:4318`,
    )
  // JSON is sent whether it was asked for or not: collectors take both encodings at the same address.
  const protocol = env.OTEL_EXPORTER_OTLP_PROTOCOL || 'http/json'
  if (!protocol.startsWith('http/'))
    throw new Error(`OTEL_EXPORTER_OTLP_PROTOCOL is '${protocol}': only OTLP over HTTP is spoken here`)
  const resource = { 'service.name': 'kv', ...own, ...pairs(env, 'OTEL_RESOURCE_ATTRIBUTES') }
  return {
    endpoint,
    headers: pairs(env, 'OTEL_EXPORTER_OTLP_HEADERS'),
    resource: env.OTEL_SERVICE_NAME ? { ...resource, 'service.name': env.OTEL_SERVICE_NAME } : resource,
    ratio: readRatio(env),
  }
}

function readRatio(env: NodeJS.ProcessEnv): number {
  const sampler = env.OTEL_TRACES_SAMPLER || 'parentbased_always_on'
  if (sampler === 'parentbased_always_on') return 1
  if (sampler !== 'parentbased_traceidratio')
    throw new Error(
      `OTEL_TRACES_SAMPLER is '${sampler}': write parentbased_always_on or parentbased_traceidratio`,
    )
  const ratio = Number(env.OTEL_TRACES_SAMPLER_ARG || '1')
  if (!(ratio >= 0 && ratio <= 1))
    throw new Error(`OTEL_TRACES_SAMPLER_ARG is '${env.OTEL_TRACES_SAMPLER_ARG}': write a number from 0 to 1`)
  return ratio
}

/** `name=value,name=value`, values percent-encoded. */
function pairs(env: NodeJS.ProcessEnv, variable: string): Record<string, string> {
  const items = (env[variable] ?? '').split(',').filter(item => item.trim() !== '')
  return Object.fromEntries(
    items.map(item => {
      const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(item) ?? []
      if (name === undefined || value === undefined)
        throw new Error(`${variable} has an item that is not name=value`)
      return [name, decodeURIComponent(value)]
    }),
  )
}
