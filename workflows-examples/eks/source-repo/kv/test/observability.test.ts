import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { eventually, startCluster } from './cluster.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const CALLER = '00f067aa0ba902b7'

interface ReceivedSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly replica: string
}

/** Takes traces as a collector does. */
async function startCollector() {
  const spans: ReceivedSpan[] = []
  const server = createServer(async (request, response) => {
    assert.equal(`${request.method} ${request.url}`, 'POST /v1/traces')
    assert.equal(request.headers['content-type'], 'application/json')
    const body = JSON.parse(await text(request))
    for (const { resource, scopeSpans } of body.resourceSpans) {
      const attributes: { key: string; value: { stringValue: string } }[] = resource.attributes
      const replica = attributes.find(({ key }) => key === 'service.instance.id')?.value.stringValue
      for (const scope of scopeSpans) for (const span of scope.spans) spans.push({ ...span, replica })
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    spans,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

test('a write is one trace over all replicas, below the span of whoever asked', async () => {
  await using collector = await startCollector()
  await using cluster = await startCluster(3, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
  await cluster.replicas[0]!.put('k', 'v', { traceparent: `00-${TRACE}-${CALLER}-01` })
  const ours = () => collector.spans.filter(({ traceId }) => traceId === TRACE)
  await eventually(() => ours().length >= 5)
  const spans = ours()
  assert.equal(spans.length, 5)
  const root = spans.find(({ parentSpanId }) => parentSpanId === CALLER)
  assert.deepEqual([root?.name, root?.kind, root?.replica], ['PUT /kv/{key}', 2, 'kv-0'])
  const clients = spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId)
  assert.deepEqual(
    clients.map(({ name, kind, replica }) => [name, kind, replica]),
    [
      ['replicate', 3, 'kv-0'],
      ['replicate', 3, 'kv-0'],
    ],
  )
  const servers = clients.map(client => spans.find(({ parentSpanId }) => parentSpanId === client.spanId))
  assert.deepEqual(
    servers.map(server => [server?.name, server?.kind]),
    [
      ['POST /internal/entries', 2],
      ['POST /internal/entries', 2],
    ],
  )
  assert.deepEqual(servers.map(server => server?.replica).sort(), ['kv-1', 'kv-2'])
  for (const span of spans) assert.ok(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano))
})

test('a trace that is not sampled is not sent, and what waits is sent before the end', async () => {
  await using collector = await startCollector()
  await using cluster = await startCluster(1, { PEERS: '', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
  const [only] = cluster.replicas
  await only!.put('quiet', 'v', { traceparent: `00-${TRACE}-${CALLER}-00` })
  await only!.put('loud', 'v')
  await only!.end('SIGTERM')
  assert.deepEqual(
    collector.spans.map(({ name }) => name),
    ['PUT /kv/{key}'],
  )
  assert.notEqual(collector.spans[0]?.traceId, TRACE)
})

test('without a collector the service serves, and counts what it dropped', async () => {
  await using cluster = await startCluster(1, {
    PEERS: '',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
  })
  const [only] = cluster.replicas
  assert.equal((await only!.put('k', 'v')).status, 204)
  await eventually(async () => (await samples(only!)).get('kv_dropped_spans_total') === 1)
})

test('Prometheus reads the metrics', async () => {
  await using cluster = await startCluster(3)
  const [a, , c] = cluster.replicas
  await a!.put('k', 'v')
  await a!.get('/kv/k')
  await eventually(async () => (await samples(c!)).get('kv_keys') === 1)
  const sent = 'kv_replicated_writes_total{result="ok"}'
  await eventually(async () => (await samples(a!)).get(sent) === 2)
  const seen = await samples(a!)
  assert.equal(seen.get('kv_peers'), 2)
  assert.equal(seen.get('kv_joined'), 1)
  const labels = 'method="PUT",route="/kv/{key}",status="204"'
  assert.equal(seen.get(`http_request_duration_seconds_count{${labels}}`), 1)
  assert.equal(seen.get(`http_request_duration_seconds_bucket{${labels},le="+Inf"}`), 1)
  assert.equal(seen.get('kv_build_info{revision="unknown"}'), 1)
  // What the machinery asks would hide how users fare.
  assert.deepEqual(
    [...seen.keys()].filter(name => /route="\/(metrics|health|internal\/compare)/.test(name)),
    [],
  )
})

test('the log is JSON, with the trace of each request and none of the machinery', async () => {
  await using cluster = await startCluster(1, { PEERS: '' })
  const [only] = cluster.replicas
  await only!.put('k', 'v', { traceparent: `00-${TRACE}-${CALLER}-01` })
  await eventually(() => only!.log.some(({ message }) => message === 'request'))
  const requests = only!.log.filter(({ message }) => message === 'request')
  assert.deepEqual(
    requests.map(({ method, path, status, traceId, level }) => ({ method, path, status, traceId, level })),
    [{ method: 'PUT', path: '/kv/k', status: 204, traceId: TRACE, level: 'info' }],
  )
})

const SAMPLE =
  /^([a-z_][a-z0-9_]*(?:\{(?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)+\})?) (-?[0-9.e+-]+|NaN|[+-]Inf)$/i

/** Reads the text format strictly: help and type before samples, every line as the format has it. */
async function samples({ get }: { get: (path: string) => Promise<{ text: string; headers: Headers }> }) {
  const { text: page, headers } = await get('/metrics')
  assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  assert.ok(page.endsWith('\n'))
  const found = new Map<string, number>()
  const types = new Map<string, string>()
  for (const line of page.trimEnd().split('\n')) {
    const [, declared, type] = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line) ?? []
    if (declared !== undefined && type !== undefined) types.set(declared, type)
    if (line.startsWith('# ')) continue
    const [, name = '', value] = SAMPLE.exec(line) ?? assert.fail(`not a sample: ${line}`)
    assert.ok(
      types.has(name.replace(/\{.*/, '').replace(/_(bucket|sum|count)$/, '')) ||
        types.has(name.replace(/\{.*/, '')),
    )
    assert.ok(!found.has(name), `twice: ${name}`)
    found.set(name, Number(value))
  }
  return found
}
