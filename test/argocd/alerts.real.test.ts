import { expect, test } from '@jest/globals'
import { rulesIn, testAlerts } from '../support/kubernetes/prometheus.ts'
import { manifestsIn } from '../support/kubernetes/validate.ts'
import { texts } from './world.ts'

const rules = rulesIn(manifestsIn(texts['apps/alerts.yaml'] ?? ''))
const application = (name: string, sync: string, health: string) =>
  `argocd_app_info{name="${name}", sync_status="${sync}", health_status="${health}"}`
const annotations = new Map(
  rules.groups
    .flatMap(group => group.rules as { alert: string; annotations: Record<string, string> }[])
    .map(one => [one.alert, one.annotations] as const),
)
const fires = (alert: string, severity: string, name?: string) => ({
  labels: { severity, ...(name && { name }) },
  annotations: Object.fromEntries(
    Object.entries(annotations.get(alert) ?? {}).map(([key, text]) => [
      key,
      text.replaceAll('{{ $labels.name }}', name ?? ''),
    ]),
  ),
})

test('an application that differs, fails or cannot be compared for long is told of, and no other', async () => {
  const series = {
    [application('live', 'Synced', 'Healthy')]: '1+0x30',
    [application('drifted', 'OutOfSync', 'Healthy')]: '1+0x30',
    [application('broken', 'Synced', 'Degraded')]: '1+0x30',
    [application('unread', 'Unknown', 'Healthy')]: '1+0x30',
    // A rollout is out of sync for a while, and nobody is told.
    [application('rolling', 'OutOfSync', 'Progressing')]: '1+0x10 stale',
    [application('rolling', 'Synced', 'Healthy')]: '_x10 1+0x20',
  }
  await testAlerts(rules, series, [
    { alert: 'ApplicationOutOfSync', at: '10m', fires: [] },
    {
      alert: 'ApplicationOutOfSync',
      at: '20m',
      fires: [fires('ApplicationOutOfSync', 'warning', 'drifted')],
    },
    { alert: 'ApplicationDegraded', at: '20m', fires: [fires('ApplicationDegraded', 'critical', 'broken')] },
    { alert: 'ApplicationUnknown', at: '20m', fires: [fires('ApplicationUnknown', 'warning', 'unread')] },
    { alert: 'ArgoCDAway', at: '20m', fires: [] },
  ])
})

test('an Argo CD that shows nothing is told of', async () => {
  expect(annotations.get('ArgoCDAway')?.summary).toBe('Argo CD shows no applications.')
  const series = { [application('live', 'Synced', 'Healthy')]: '1+0x5 stale' }
  await testAlerts(rules, series, [
    { alert: 'ArgoCDAway', at: '15m', fires: [] },
    { alert: 'ArgoCDAway', at: '30m', fires: [fires('ArgoCDAway', 'critical')] },
  ])
})
