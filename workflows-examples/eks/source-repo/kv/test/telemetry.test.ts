import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createClock } from '../src/clock.ts'
import { readSettings } from '../src/settings.ts'
import { formatTraceparent, parseTraceparent } from '../src/telemetry/context.ts'
import { createMetrics } from '../src/telemetry/metrics.ts'
import { readOtelSettings } from '../src/telemetry/otel-settings.ts'
import type { FinishedSpan } from '../src/telemetry/otlp.ts'
import { createTracer } from '../src/telemetry/tracer.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

describe('traceparent', () => {
  for (const [header, expected] of [
    [`00-${TRACE}-${SPAN}-01`, { traceId: TRACE, spanId: SPAN, sampled: true }],
    [`00-${TRACE}-${SPAN}-00`, { traceId: TRACE, spanId: SPAN, sampled: false }],
    [`cc-${TRACE}-${SPAN}-01-more`, { traceId: TRACE, spanId: SPAN, sampled: true }],
    [`00-${TRACE}-${SPAN}-01-more`, undefined],
    [`ff-${TRACE}-${SPAN}-01`, undefined],
    [`00-${'0'.repeat(32)}-${SPAN}-01`, undefined],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, undefined],
    [`00-${TRACE.toUpperCase()}-${SPAN}-01`, undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const)
    test(String(header), () => assert.deepEqual(parseTraceparent(header), expected))

  test('comes back as it was', () => {
    const header = `00-${TRACE}-${SPAN}-01`
    assert.equal(formatTraceparent(parseTraceparent(header)!), header)
  })
})

describe('sampling', () => {
  const tracerOf = (ratio: number) => {
    const spans: FinishedSpan[] = []
    const exporter = {
      add: (span: FinishedSpan) => spans.push(span),
      flush: async () => {},
      stop: async () => {},
    }
    return { spans, tracer: createTracer(exporter, ratio) }
  }

  test('a trace that comes in decides for itself', () => {
    const { spans, tracer } = tracerOf(0)
    tracer.start('a', 'server', { traceId: TRACE, spanId: SPAN, sampled: true }).end()
    tracer.start('b', 'server', { traceId: TRACE, spanId: SPAN, sampled: false }).end()
    assert.deepEqual(
      spans.map(({ name, parentSpanId }) => [name, parentSpanId]),
      [['a', SPAN]],
    )
  })

  test('of those that begin here, the ratio is recorded', () => {
    const { spans, tracer } = tracerOf(0.25)
    for (let index = 0; index < 4000; index++) tracer.start('a', 'server', undefined).end()
    assert.ok(spans.length > 800 && spans.length < 1200, `${spans.length} of 4000`)
  })
})

test('metrics escape what labels hold, and count up in buckets', () => {
  const metrics = createMetrics()
  metrics.counter('c_total', 'Help.', true)({ path: 'a"b\\c\nd' })
  metrics.histogram('h', 'Help.')({}, 0.02)
  const lines = metrics.print().split('\n')
  assert.ok(lines.includes('c_total{path="a\\"b\\\\c\\nd"} 1'))
  assert.ok(lines.includes('h_bucket{le="0.01"} 0'))
  assert.ok(lines.includes('h_bucket{le="0.025"} 1'))
  assert.ok(lines.includes('h_bucket{le="+Inf"} 1'))
})

test('versions grow, even where a millisecond has a million of them', () => {
  const clock = createClock('a', () => 5)
  assert.equal(clock.accept('000000000000005.999998.b'), true)
  const versions = [clock.next(), clock.next(), clock.next()]
  assert.deepEqual(versions, [
    '000000000000005.999999.a',
    '000000000000006.000000.a',
    '000000000000006.000001.a',
  ])
})

describe('settings', () => {
  test('defaults', () => {
    assert.equal(readSettings({}).copies, 1)
    const { copies, peers } = readSettings({ PEERS: 'kv-peers, [::1]:8081 10.0.0.1', INTERNAL_PORT: '9000' })
    assert.equal(copies, 2)
    assert.deepEqual(
      peers.map(({ host, port }) => `${host} ${port}`),
      ['kv-peers 9000', '::1 8081', '10.0.0.1 9000'],
    )
  })

  for (const [env, message] of [
    [{ PORT: '80a' }, /PORT is '80a': write a whole number/],
    [{ COPIES: '0' }, /COPIES is '0'/],
    [{ PEERS: 'http://kv-peers' }, /PEERS has 'http:\/\/kv-peers': write a name or an address/],
    [{ PEERS: 'kv-peers:x' }, /PEERS has 'kv-peers:x'/],
    [{ PEERS: 'a/b' }, /PEERS has 'a\/b'/],
  ] as const)
    test(JSON.stringify(env), () => assert.throws(() => readSettings(env), message))

  test('OpenTelemetry', () => {
    assert.equal(readOtelSettings({}, {}), undefined)
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://jaeger:4318',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,deployment.environment.name=a%20b',
      OTEL_SERVICE_NAME: 'kv-staging',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.5',
    }
    assert.deepEqual(readOtelSettings(env, { 'service.version': '1' }), {
      endpoint: 'http://jaeger:4318',
      headers: {},
      resource: {
        'service.name': 'kv-staging',
        'service.version': '1',
        'deployment.environment.name': 'a b',
      },
      ratio: 0.5,
    })
    const refused = (more: NodeJS.ProcessEnv) => () => readOtelSettings({ ...env, ...more }, {})
    assert.throws(refused({ OTEL_TRACES_SAMPLER: 'jaeger_remote' }), /OTEL_TRACES_SAMPLER is 'jaeger_remote'/)
    assert.throws(refused({ OTEL_TRACES_SAMPLER_ARG: '2' }), /write a number from 0 to 1/)
    assert.throws(
      refused({ OTEL_EXPORTER_OTLP_ENDPOINT: 'jaeger' }),
      /OTEL_EXPORTER_OTLP_ENDPOINT is 'jaeger'/,
    )
  })
})
