import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { exec } from '../../toolkit/exec/exec.ts'
import { type Manifest, manifestsIn, validateManifests } from '../support/kubernetes/validate.ts'
import { program } from '../support/programs/program.ts'
import { charts, lint, refusal, render } from './helm.ts'

const FULL = 'ci/full-values.yaml'

/** What the tests look at. */
interface Shape extends Manifest {
  readonly data: Readonly<Record<string, string>>
  readonly spec: {
    readonly groups: readonly { readonly rules: readonly object[] }[]
    readonly ports: readonly { readonly port: number }[]
    readonly template: { readonly metadata: object }
  }
}

async function rendered(...values: Parameters<typeof render>[1][]): Promise<Shape[]> {
  return manifestsIn(await render('monitoring', ...values)) as Shape[]
}
const find = (manifests: readonly Shape[], kind: string, name: string): Shape =>
  manifests.find(one => one.kind === kind && one.metadata.name === name)!

/** Runs promtool on files that it reads. */
async function promtool(args: readonly string[], files: Readonly<Record<string, unknown>>) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'promtool-'))
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder.path, name), stringify(content))
  const cwd = folder.path
  const { code, stdout, stderr } = await exec(await program('promtool'), args, { cwd, accept: 'any' })
  return { code, said: `${stdout}\n${stderr}` }
}

test('both with the least and with all values it passes lint and the schemas of Kubernetes', async () => {
  expect(await lint('monitoring')).toContain('0 chart(s) failed')
  const texts = { least: await render('monitoring'), full: await render('monitoring', FULL) }
  expect(await validateManifests(texts)).toEqual([])
})

test('the rules fire on what is wrong, and on nothing else', async () => {
  const rules = find(await rendered(), 'PrometheusRule', 'services').spec
  const series = (labels: string, values: string) => ({
    series: `http_request_duration_seconds_count{namespace="shop", ${labels}}`,
    values,
  })
  const fired = (name: string, at: string, alerts: object[]) => ({
    eval_time: at,
    alertname: name,
    exp_alerts: alerts,
  })
  const tests = {
    rule_files: ['rules.yaml'],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: [
          series('service="bad", status="200"', '0+80x20'),
          series('service="bad", status="500"', '0+20x20'),
          series('service="good", status="200"', '0+990x20'),
          series('service="good", status="500"', '0+10x20'),
          { series: 'up{namespace="shop", service="bad", job="bad"}', values: '1+0x20' },
          { series: 'up{namespace="shop", service="gone", job="gone"}', values: '1+0x5 0+0x15' },
        ],
        alert_rule_test: [
          fired('ServiceFails', '15m', [
            {
              exp_labels: { severity: 'critical', namespace: 'shop', service: 'bad' },
              exp_annotations: { summary: 'shop/bad fails 20% of its requests' },
            },
          ]),
          fired('ServiceAway', '15m', [
            {
              exp_labels: { severity: 'critical', namespace: 'shop', service: 'gone' },
              exp_annotations: { summary: 'no replica of shop/gone answers Prometheus' },
            },
          ]),
        ],
      },
    ],
  }
  const files = { 'rules.yaml': { groups: rules.groups }, 'tests.yaml': tests }
  expect(await promtool(['check', 'rules', 'rules.yaml'], files)).toMatchObject({ code: 0 })
  expect((await promtool(['test', 'rules', 'tests.yaml'], files)).said).toContain('SUCCESS')
})

test('the dashboard asks for nothing that Prometheus cannot read', async () => {
  const { data } = find(await rendered(FULL), 'ConfigMap', 'dashboard-services')
  const text = data['services.json'] ?? ''
  const dashboard = JSON.parse(text) as {
    panels: { targets: { expr: string }[]; datasource: { uid: string } }[]
  }
  expect(text).not.toContain('PROMETHEUS_UID')
  expect(new Set(dashboard.panels.map(({ datasource }) => datasource.uid))).toEqual(new Set(['prom']))
  const rules = dashboard.panels
    .flatMap(({ targets }) => targets)
    .map(({ expr }, index) => ({ record: `r${index}`, expr: expr.replaceAll('$__rate_interval', '5m') }))
  expect(rules.length).toBeGreaterThan(6)
  const checked = await promtool(['check', 'rules', 'r.yaml'], {
    'r.yaml': { groups: [{ name: 'g', rules }] },
  })
  expect(checked).toMatchObject({ code: 0 })
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
