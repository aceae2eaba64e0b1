import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../../scripts/actions.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { checkDashboard, rulesIn, testAlerts } from '../support/kubernetes/prometheus.ts'
import { manifestsIn, validateManifests } from '../support/kubernetes/validate.ts'
import { program } from '../support/programs/program.ts'

const folder = join(root, 'workflows-examples/eks/source-repo/deploy/kubernetes/monitoring')
const read = (path: string) => readFileSync(path, 'utf8')
const kv = read(join(folder, 'dashboards/kv.json'))
const rules = rulesIn(manifestsIn(read(join(folder, 'rules.yaml'))))

test('what Argo CD applies is valid', async () => {
  const { stdout } = await exec(await program('kustomize'), ['build', folder])
  expect(await validateManifests({ monitoring: stdout })).toEqual([])
  expect(manifestsIn(stdout).map(({ kind }) => kind)).toEqual(['ConfigMap', 'PrometheusRule'])
})

test('the alerts fire on what is wrong, and on nothing else', async () => {
  const of = (metric: string, job: string, pod: string) =>
    `${metric}{namespace="shop", job="${job}", pod="${pod}"}`
  const series = {
    [of('kv_keys', 'alike', 'a')]: '7+0x30',
    [of('kv_keys', 'alike', 'b')]: '7+0x30',
    [of('kv_replicated_writes_total', 'alike', 'a')]: '0+0x30',
    [of('kv_keys', 'different', 'a')]: '7+0x30',
    [of('kv_keys', 'different', 'b')]: '8+0x30',
    [of('kv_replicated_writes_total', 'different', 'a')]: '0+0x30',
    // While writes come in, replicas are not alike at each moment.
    [of('kv_keys', 'busy', 'a')]: '7+0x30',
    [of('kv_keys', 'busy', 'b')]: '8+0x30',
    [of('kv_replicated_writes_total', 'busy', 'a')]: '0+9x30',
    [of('kv_peers', 'different', 'a')]: '1+0x30',
    [of('kv_peers', 'different', 'c')]: '0+0x30',
    [of('kv_bytes', 'different', 'a')]: `${60 * 2 ** 20}+0x30`,
    [of('kv_bytes', 'different', 'b')]: `${30 * 2 ** 20}+0x30`,
  }
  const store = { namespace: 'shop', job: 'different' }
  const fires = (alert: string, labels: Record<string, string>, summary: string) => ({
    ...{ alert, at: '20m' },
    fires: [{ labels, annotations: { summary, description: descriptions.get(alert) ?? '' } }],
  })
  const named = rules.groups.flatMap(
    group => group.rules as { alert: string; annotations: { description: string } }[],
  )
  const descriptions = new Map(named.map(one => [one.alert, one.annotations.description]))
  await testAlerts(rules, series, [
    fires(
      'KvReplicasDiffer',
      { severity: 'warning', ...store },
      'The replicas of different in shop hold different keys.',
    ),
    fires('KvReplicaAlone', { severity: 'critical', ...store, pod: 'c' }, 'shop/c finds no other replica.'),
    fires(
      'KvNearlyFull',
      { severity: 'warning', ...store, pod: 'a' },
      'shop/a holds more than 80 % of the 64 MiB that it may.',
    ),
  ])
})

test('the dashboard asks for what the service shows, and leads to the one that all services share', async () => {
  const asked = (await checkDashboard(kv)).flatMap(expression => expression.match(/kv_\w+/g) ?? [])
  const source = (file: string) => read(join(root, 'workflows-examples/eks/source-repo/kv/src', file))
  const shown = ['service.ts', 'replication.ts'].map(source).join('\n')
  for (const metric of new Set(asked)) expect(shown).toContain(`'${metric}'`)
  const services = JSON.parse(read(join(root, 'charts/monitoring/dashboards/services.json')))
  const [{ url }] = JSON.parse(kv).links
  const names = services.templating.list.map(({ name }: { name: string }) => name)
  expect(url).toMatch(new RegExp(`^/d/${services.uid}\\?`))
  expect([...new URL(url, 'http://grafana').searchParams.keys()]).toEqual(
    names.map((name: string) => `var-${name}`),
  )
})
