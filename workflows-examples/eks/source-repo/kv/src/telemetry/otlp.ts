import type { SpanContext } from './context.ts'

export type Attributes = Readonly<Record<string, string | number | boolean>>
export type Kind = 'internal' | 'server' | 'client'

/** A span that has ended. */
export interface FinishedSpan {
  readonly context: SpanContext
  readonly parentSpanId: string | undefined
  readonly name: string
  readonly kind: Kind
  /** Nanoseconds since 1970. */
  readonly start: bigint
  readonly end: bigint
  readonly attributes: Attributes
  /** Why it failed; undefined where it did not. */
  readonly error: string | undefined
}

// opentelemetry-proto, trace/v1/trace.proto: Span.SpanKind and Status.StatusCode.
const KINDS = { internal: 1, server: 2, client: 3 } as const
const STATUS_ERROR = 2

/** The body of an OTLP/HTTP request in JSON: ids in hex, 64-bit numbers as text (OTLP 1.x, "JSON Protobuf Encoding"). */
export function otlpRequest(resource: Attributes, spans: readonly FinishedSpan[]): string {
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: keyValues(resource) },
        scopeSpans: [{ scope: { name: 'kv' }, spans: spans.map(otlpSpan) }],
      },
    ],
  })
}

function otlpSpan({ context, parentSpanId, name, kind, start, end, attributes, error }: FinishedSpan) {
  return {
    traceId: context.traceId,
    spanId: context.spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    flags: context.sampled ? 1 : 0,
    name,
    kind: KINDS[kind],
    startTimeUnixNano: String(start),
    endTimeUnixNano: String(end),
    attributes: keyValues(attributes),
    ...(error !== undefined && { status: { code: STATUS_ERROR, message: error } }),
  }
}

function keyValues(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }))
}

function anyValue(value: string | number | boolean) {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value }
}
