import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { checkDashboard, rulesIn, testAlerts } from '../support/kubernetes/prometheus.ts'
import { type Manifest, manifestsIn, validateManifests } from '../support/kubernetes/validate.ts'
import { charts, lint, refusal, render } from './helm.ts'

const FULL = 'ci/full-values.yaml'

/** What the tests look at. */
interface Shape extends Manifest {
  readonly data: Readonly<Record<string, string>>
  readonly spec: {
    readonly ports: readonly { readonly port: number }[]
    readonly template: { readonly metadata: object }
  }
}

async function rendered(...values: Parameters<typeof render>[1][]): Promise<Shape[]> {
  return manifestsIn(await render('monitoring', ...values)) as Shape[]
}
const find = (manifests: readonly Shape[], kind: string, name: string): Shape =>
  manifests.find(one => one.kind === kind && one.metadata.name === name)!

test('both with the least and with all values it passes lint and the schemas of Kubernetes', async () => {
  expect(await lint('monitoring')).toContain('0 chart(s) failed')
  const texts = { least: await render('monitoring'), full: await render('monitoring', FULL) }
  expect(await validateManifests(texts)).toEqual([])
})

test('the alerts fire on what is wrong, and on nothing else', async () => {
  const count = (labels: string) => `http_request_duration_seconds_count{namespace="shop", ${labels}}`
  const series = {
    [count('job="bad", status="200"')]: '0+80x20',
    [count('job="bad", status="500"')]: '0+20x20',
    [count('job="good", status="200"')]: '0+990x20',
    [count('job="good", status="500"')]: '0+10x20',
    'http_request_duration_seconds_bucket{namespace="shop", job="slow", le="2"}': '0+10x20',
    'http_request_duration_seconds_bucket{namespace="shop", job="slow", le="4"}': '0+100x20',
    'http_request_duration_seconds_bucket{namespace="shop", job="slow", le="+Inf"}': '0+100x20',
    'up{namespace="shop", job="bad"}': '1+0x20',
    'up{namespace="shop", job="gone"}': '1+0x5 0+0x15',
  }
  const fires = (alert: string, severity: string, job: string, summary: string) => ({
    ...{ alert, at: '17m' },
    fires: [{ labels: { severity, namespace: 'shop', job }, annotations: { summary } }],
  })
  await testAlerts(rulesIn(await rendered()), series, [
    fires('ServiceFails', 'critical', 'bad', 'shop/bad fails 20% of its requests'),
    fires('ServiceSlow', 'warning', 'slow', 'shop/slow takes 3.889s for the slowest 5 of 100 requests'),
    fires('ServiceAway', 'critical', 'gone', 'no replica of shop/gone answers Prometheus'),
  ])
})

test('the dashboard asks for nothing that Prometheus cannot read', async () => {
  const { data } = find(await rendered(FULL), 'ConfigMap', 'dashboard-services')
  const text = data['services.json'] ?? ''
  const { panels } = JSON.parse(text) as { panels: { datasource: { uid: string } }[] }
  expect(text).not.toContain('PROMETHEUS_UID')
  expect(new Set(panels.map(({ datasource }) => datasource.uid))).toEqual(new Set(['prom']))
  expect((await checkDashboard(text)).length).toBeGreaterThan(6)
})

test('what the chart app expects is there', async () => {
  const app = parse(await readFile(join(charts, 'app/values.yaml'), 'utf8')) as {
    tracing: { endpoint: string; namespace: string }
    metrics: { labels: object; namespace: string }
  }
  const own = parse(await readFile(join(charts, 'monitoring/values.yaml'), 'utf8')) as {
    labels: object
    namespace: string
  }
  const { hostname, port } = new URL(app.tracing.endpoint)
  const service = find(await rendered(), 'Service', 'jaeger')
  expect(hostname).toBe(`${service.metadata.name}.${own.namespace}`)
  expect(service.spec.ports.map(one => one.port)).toContain(Number(port))
  expect(app.metrics.labels).toEqual(own.labels)
  expect([app.tracing.namespace, app.metrics.namespace]).toEqual([own.namespace, own.namespace])
})

test('a new configuration restarts Jaeger, and keeps its store', async () => {
  const [before, after] = [await rendered(), await rendered({ jaeger: { keep: '24h' } })]
  const pod = (manifests: Shape[]) =>
    JSON.stringify(find(manifests, 'Deployment', 'jaeger').spec.template.metadata)
  expect(pod(after)).not.toBe(pod(before))
  const claim = find(after, 'PersistentVolumeClaim', 'jaeger')
  expect(claim).toEqual(find(before, 'PersistentVolumeClaim', 'jaeger'))
  expect(claim.metadata.annotations).toEqual({
    'helm.sh/resource-policy': 'keep',
    'argocd.argoproj.io/sync-options': 'Prune=false',
  })
})

test.each<[string, Record<string, unknown>, RegExp]>([
  ['a time without a unit', { jaeger: { keep: 72 } }, /jaeger\/keep/],
  ['a size that is none', { jaeger: { storage: { size: 'big' } } }, /storage\/size/],
  ['a share in percent', { alerts: { errorRatio: 5 } }, /errorRatio/],
  ['a name that is spelt wrong', { grafana: { prometheusUID: 'x' } }, /prometheusUID/],
])('%s is refused', async (_, values, why) => {
  expect(await refusal('monitoring', values)).toMatch(why)
})
