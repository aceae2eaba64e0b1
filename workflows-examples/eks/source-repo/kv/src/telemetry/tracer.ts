import { newSpanId, newTraceId, type SpanContext } from './context.ts'
import type { Exporter } from './exporter.ts'
import type { Attributes, Kind } from './otlp.ts'

export interface Span {
  readonly context: SpanContext
  set(attributes: Attributes): void
  fail(reason: string): void
  end(): void
}

export type Tracer = ReturnType<typeof createTracer>

/**
 * Makes spans. A span with a parent is sampled where its parent is; the others by chance.
 * @param exporter undefined: nothing is recorded, and what came in is only passed on.
 * @param ratio from 0 to 1: how many of the traces that begin here are recorded.
 */
export function createTracer(exporter: Exporter | undefined, ratio = 1) {
  return {
    start(name: string, kind: Kind, parent: SpanContext | undefined, given: Attributes = {}): Span {
      const traceId = parent?.traceId ?? newTraceId()
      const sampled = parent?.sampled ?? (exporter !== undefined && chosen(traceId, ratio))
      const context = { traceId, spanId: newSpanId(), sampled }
      const start = nanoseconds()
      let attributes = given
      let error: string | undefined
      return {
        context,
        set(more) {
          attributes = { ...attributes, ...more }
        },
        fail(reason) {
          error = reason
        },
        end() {
          if (sampled)
            exporter?.add({
              context,
              parentSpanId: parent?.spanId,
              name,
              kind,
              start,
              end: nanoseconds(),
              attributes,
              error,
            })
        },
      }
    },
  }
}

/** By the trace's id, so that every service with this ratio chooses the same. */
const chosen = (traceId: string, ratio: number) => Number.parseInt(traceId.slice(-8), 16) < ratio * 2 ** 32

let epoch = wallClock() - process.hrtime.bigint()

/** Fine-grained, and never far from the machine's clock, which may be set while we run. */
function nanoseconds(): bigint {
  const time = epoch + process.hrtime.bigint()
  const off = wallClock() - time
  if (off < 100_000_000n && off > -100_000_000n) return time
  epoch += off
  return time + off
}

function wallClock(): bigint {
  return BigInt(Date.now()) * 1_000_000n
}
