import type { Log } from './log.ts'
import { messageOf } from './log.ts'
import { type Attributes, type FinishedSpan, otlpRequest } from './otlp.ts'

/** Spans that wait to be sent; what comes while so many wait is dropped. */
const QUEUE = 2048
const BATCH = 512
const INTERVAL = 1_000
const TIMEOUT = 5_000

export interface Exporter {
  add(span: FinishedSpan): void
  /** Sends what waits. Never throws: a service does not fail because nobody takes its traces. */
  flush(): Promise<void>
  stop(): Promise<void>
}

/** Sends spans in batches to `<endpoint>/v1/traces`. */
export function createExporter(
  {
    endpoint,
    headers,
    resource,
  }: { endpoint: string; headers: Readonly<Record<string, string>>; resource: Attributes },
  { log, onDropped }: { log: Log; onDropped: (spans: number) => void },
): Exporter {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  let waiting: FinishedSpan[] = []
  let sending: Promise<void> = Promise.resolve()
  const timer = setInterval(() => void flush(), INTERVAL).unref()

  function flush(): Promise<void> {
    sending = sending.then(async () => {
      while (waiting.length > 0) await send(waiting.splice(0, BATCH))
    })
    return sending
  }

  async function send(spans: readonly FinishedSpan[]): Promise<void> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: otlpRequest(resource, spans),
        signal: AbortSignal.timeout(TIMEOUT),
      })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${url} answered ${response.status}`)
    } catch (thrown) {
      onDropped(spans.length)
      log('warn', 'traces were not taken', { spans: spans.length, error: messageOf(thrown) })
    }
  }

  return {
    add(span) {
      if (waiting.length < QUEUE) waiting.push(span)
      else onDropped(1)
      if (waiting.length === BATCH) void flush()
    },
    flush,
    async stop() {
      clearInterval(timer)
      await flush()
      waiting = []
    },
  }
}
