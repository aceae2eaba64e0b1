import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClock } from './clock.ts'
import { internalRoutes } from './http/internal.ts'
import { keyRoutes } from './http/keys.ts'
import { healthRoutes, metricsRoute } from './http/machinery.ts'
import type { Route } from './http/reply.ts'
import { createHttpServer, requestMeasure } from './http/server.ts'
import { discoverBy } from './peers.ts'
import { createReplication } from './replication.ts'
import type { Settings } from './settings.ts'
import { createStore } from './store.ts'
import { createExporter } from './telemetry/exporter.ts'
import type { Log } from './telemetry/log.ts'
import { createMetrics } from './telemetry/metrics.ts'
import type { OtelSettings } from './telemetry/otel-settings.ts'
import { createTracer } from './telemetry/tracer.ts'

export interface Service {
  /** Takes no new requests after a while, finishes those that came, hands over and ends. */
  stop(): Promise<void>
}

/** Starts a replica. It listens when this returns, and is ready once it has copied what its peers hold. */
export async function startService(
  settings: Settings,
  otel: OtelSettings | undefined,
  log: Log,
): Promise<Service> {
  const metrics = createMetrics()
  const countDropped = metrics.counter('kv_dropped_spans_total', 'Spans that nobody took.')
  const onDropped = (spans: number) => countDropped({}, spans)
  const exporter = otel && createExporter(otel, { log, onDropped })
  const tracer = createTracer(exporter, otel?.ratio)
  const clock = createClock(`${writerName(settings.name)}-${randomBytes(6).toString('hex')}`)
  const store = createStore({ clock, maxBytes: settings.maxBytes })
  const peersPort = settings.internalPort ?? settings.port
  const discover = discoverBy(settings.peers, peersPort)
  const replication = createReplication(settings, { store, discover, tracer, metrics, log })
  let stopping = false
  const obstacle = () => (stopping ? 'stopping' : replication.joined ? undefined : 'joining')
  describe(metrics, store, settings.revision)

  const users = keyRoutes({ store, replication, copies: settings.copies })
  const peers = [...internalRoutes(store), metricsRoute(metrics)]
  const health = healthRoutes(obstacle)
  const measure = requestMeasure(metrics)
  const listen = (routes: readonly Route[], port: number) =>
    listening(createHttpServer(routes, { tracer, measure, log }), port)
  const servers =
    settings.internalPort === undefined
      ? [await listen([...users, ...peers, ...health], settings.port)]
      : [
          await listen([...users, ...health], settings.port),
          await listen([...peers, ...health], settings.internalPort),
        ]
  log('info', 'listening', { port: settings.port, revision: settings.revision })
  replication.start()

  return {
    async stop() {
      stopping = true
      log('info', 'stopping')
      await sleep(settings.shutdownDelay)
      await Promise.all(servers.map(closed))
      await replication.stop()
      await exporter?.stop()
      log('info', 'stopped')
    },
  }
}

async function listening(server: Server, port: number): Promise<Server> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
  return server
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()))
}

function describe(
  metrics: ReturnType<typeof createMetrics>,
  store: ReturnType<typeof createStore>,
  revision: string,
) {
  const { size } = store
  metrics.gauge('kv_keys', 'Keys that have a value.', () => size.keys)
  metrics.gauge('kv_deletions', 'Deletions that are remembered.', () => size.deletions)
  metrics.gauge('kv_bytes', 'Keys, values and versions, in bytes.', () => size.bytes)
  metrics.gauge('kv_build_info', 'The revision that runs.', () => 1, { revision })
  metrics.gauge('process_resident_memory_bytes', 'Resident memory size in bytes.', () =>
    process.memoryUsage.rss(),
  )
  const started = Math.floor(Date.now() / 1000 - process.uptime())
  metrics.gauge(
    'process_start_time_seconds',
    'Start time of the process since unix epoch in seconds.',
    () => started,
  )
}

/** What a version may name a writer by. */
const writerName = (name: string) => name.replace(/[^\w.-]/g, '-').slice(0, 64)
