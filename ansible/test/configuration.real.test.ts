import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { program } from '../../test/support/programs/program.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { ansible, openSetting, type Played, type Setting } from './setting.ts'

/** The roles' files alone, written to a folder of this machine. */
const PLAYBOOK = `
- hosts: monitoring
  gather_facts: false
  tasks:
    - import_role: {name: monitoring, tasks_from: configuration}
- hosts: web
  gather_facts: false
  tasks:
    - import_role: {name: monitoring_agent, tasks_from: configuration}
    - import_role: {name: app, tasks_from: configuration}
`

const PASSWORD = `correct "horse" $HOME # 'battery'`

interface Compose {
  services: Record<string, { image: string; labels?: { configuration?: string }; ports?: string[] }>
}

let setting: Setting
let first: Played
let second: Played
const play = async (vars: Record<string, unknown> = {}, env: Record<string, string> = {}) =>
  setting.play(await setting.write('files.yml', PLAYBOOK), {
    vars: {
      monitoring_folder: setting.path('monitoring'),
      monitoring_agent_folder: setting.path('agent'),
      app_folder: setting.path('app'),
      app_compose_file: join(ansible, '../workflows-examples/ec2/docker-compose.yml'),
      env_file: setting.path('given.env'),
      ...vars,
    },
    env: { GRAFANA_ADMIN_PASSWORD: PASSWORD, DATABASE_PASSWORD: 'a\nb', ...env },
  })

beforeAll(async () => {
  setting = await openSetting()
  await setting.write('given.env', "DOMAIN='example.com'\nACME_EMAIL='ops@example.com'\n")
  first = await play()
  second = await play()
})
afterAll(async () => setting[Symbol.asyncDispose]())

test('a second run changes nothing', () => {
  expect(first).toMatchObject({ code: 0, recap: { watch: { changed: 6 }, web: { changed: 7 } } })
  expect(second).toMatchObject({ code: 0, recap: { watch: { changed: 0 }, web: { changed: 0 } } })
})

test('secrets are as they were given, for those alone who need them, and in no output', async () => {
  const mode = async (...names: string[]) => {
    const { mode, uid } = await stat(setting.path(...names))
    return [(mode & 0o777).toString(8), uid]
  }
  expect(await setting.read('monitoring/secrets/grafana_admin_password')).toBe(PASSWORD)
  expect(await mode('monitoring/secrets')).toEqual(['700', 0])
  expect(await mode('monitoring/secrets/grafana_admin_password')).toEqual(['400', 472])
  expect(await setting.read('app/secrets/database_password')).toBe('a\nb')
  expect(await mode('app/secrets')).toEqual(['700', 0])
  expect(first.stdout + first.stderr).not.toContain('horse')
})

test.each([
  [
    { GRAFANA_ADMIN_PASSWORD: '' },
    /Grafana's password has 0 characters.*set the secret GRAFANA_ADMIN_PASSWORD/,
  ],
  [{ DATABASE_PASSWORD: '' }, /'database_password' is empty: set DATABASE_PASSWORD/],
])('%j is refused', async (env, message) => {
  const { code, stdout } = await play({}, env)
  expect(code).toBe(2)
  expect(stdout.replace(/\s+/g, ' ')).toMatch(message)
})

describe.each(['docker-compose', 'compose'] as const)('%s reads', name => {
  test.each(['monitoring', 'agent', 'app'])('the file of %s', async folder => {
    const { code, stderr } = await exec(
      await program(name),
      ['--env-file', setting.path('given.env'), 'config', '--quiet'],
      { cwd: setting.path(folder), accept: 'any' },
    )
    expect(code === 0 ? '' : stderr).toBe('')
  })
})

test('Prometheus reads its configuration, and knows every server', async () => {
  const promtool = await program('promtool')
  const configuration = setting.path('monitoring/prometheus/prometheus.yml')
  await exec(promtool, ['check', 'config', '--syntax-only', configuration])
  const { scrape_configs: jobs } = await setting.yaml<{
    scrape_configs: { job_name: string; static_configs: { targets: string[]; labels: object }[] }[]
  }>('monitoring/prometheus/prometheus.yml')
  expect(jobs.find(job => job.job_name === 'cadvisor')?.static_configs).toEqual([
    { targets: ['10.20.0.5:8080'], labels: { host: 'watch' } },
    { targets: ['10.20.0.6:8080'], labels: { host: 'web' } },
    { targets: ['10.20.0.7:8080'], labels: { host: 'web2' } },
  ])
})

test('alerts fire when they should, and only then', async () => {
  const rules = await setting.write(
    'alerts.test.yml',
    ALERTS_TEST(setting.path('monitoring/prometheus/alerts.yml')),
  )
  const { code, stdout, stderr } = await exec(await program('promtool'), ['test', 'rules', rules], {
    accept: 'any',
  })
  expect(code === 0 ? '' : stdout + stderr).toBe('')
})

const ALERTS_TEST = (rules: string) => `
rule_files: [${rules}]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:
      - {series: 'up{job="cadvisor", host="web"}', values: '1x5 0x20'}
      - {series: 'up{job="cadvisor", host="watch"}', values: '1x30'}
      - {series: 'container_oom_events_total{host="web", project="shop", service="backend"}', values: '0x12 1x20'}
      - {series: 'container_oom_events_total{host="web", project="shop", service="frontend"}', values: '3x32'}
      - {series: 'container_memory_working_set_bytes{host="web", project="shop", service="backend"}', values: '95x30'}
      - {series: 'container_spec_memory_limit_bytes{host="web", project="shop", service="backend"}', values: '100x30'}
      - {series: 'container_memory_working_set_bytes{host="web", project="shop", service="unlimited"}', values: '95x30'}
      - {series: 'container_spec_memory_limit_bytes{host="web", project="shop", service="unlimited"}', values: '0x30'}
      - {series: 'container_fs_usage_bytes{host="web", device="/dev/root"}', values: '90x30'}
      - {series: 'container_fs_limit_bytes{host="web", device="/dev/root"}', values: '100x30'}
      - {series: 'container_fs_usage_bytes{host="watch", device="/dev/root"}', values: '80x30'}
      - {series: 'container_fs_limit_bytes{host="watch", device="/dev/root"}', values: '100x30'}
      - {series: 'container_fs_usage_bytes{host="web", device="overlay_0-30"}', values: '90x30'}
      - {series: 'container_fs_limit_bytes{host="web", device="overlay_0-30"}', values: '100x30'}
    alert_rule_test:
      - alertname: DiskNearlyFull
        eval_time: 15m
        exp_alerts:
          - exp_labels: {severity: critical, host: web, device: /dev/root}
            exp_annotations: {summary: /dev/root on web is 90% full}
      - {alertname: TargetDown, eval_time: 8m, exp_alerts: []}
      - alertname: TargetDown
        eval_time: 15m
        exp_alerts:
          - exp_labels: {severity: critical, job: cadvisor, host: web}
            exp_annotations: {summary: cadvisor on web does not answer}
      - {alertname: ContainerKilledForMemory, eval_time: 10m, exp_alerts: []}
      - alertname: ContainerKilledForMemory
        eval_time: 15m
        exp_alerts:
          - exp_labels: {severity: critical, host: web, project: shop, service: backend}
            exp_annotations: {summary: shop/backend on web was killed for its memory}
      - alertname: ContainerNearMemoryLimit
        eval_time: 15m
        exp_alerts:
          - exp_labels: {severity: warning, host: web, project: shop, service: backend}
            exp_annotations: {summary: shop/backend on web uses 95% of its memory}
      - {alertname: ContainerRestarting, eval_time: 15m, exp_alerts: []}
`

test('a changed setting replaces the container that it is for, and no other', async () => {
  const labels = async () => {
    const { services } = await setting.yaml<Compose>('monitoring/docker-compose.yml')
    return Object.fromEntries(
      Object.entries(services).map(([name, { labels }]) => [name, labels?.configuration]),
    )
  }
  const before = await labels()
  expect(new Set(Object.values(before)).size).toBe(4)
  await play({ monitoring_logs_days: 7 })
  const after = await labels()
  expect(Object.keys(after).filter(name => after[name] !== before[name])).toEqual(['loki'])
  expect(await setting.yaml('monitoring/loki/loki.yml')).toMatchObject({
    limits_config: { retention_period: '168h' },
    compactor: { retention_enabled: true, delete_request_store: 'filesystem' },
  })
})

test('what listens is bound to private addresses, but for the proxy', async () => {
  const ports = async (folder: string) =>
    Object.values((await setting.yaml<Compose>(folder, 'docker-compose.yml')).services).flatMap(
      service => service.ports ?? [],
    )
  expect(await ports('monitoring')).toEqual([
    '80:80',
    '443:443',
    '127.0.0.1:9090:9090',
    '10.20.0.5:3100:3100',
  ])
  expect(await ports('agent')).toEqual(['10.20.0.6:8080:8080', '127.0.0.1:12345:12345'])
})

test('one variable chooses what ships logs; both send the same labels to the same place', async () => {
  await play({ log_shipper: 'promtail' })
  const promtail = await setting.yaml<{
    clients: { url: string; external_labels: object }[]
    scrape_configs: { relabel_configs: { target_label: string }[] }[]
  }>('agent/promtail.yml')
  expect(Object.keys((await setting.yaml<Compose>('agent/docker-compose.yml')).services)).toEqual([
    'cadvisor',
    'promtail',
    'socket-proxy',
  ])
  await expect(setting.read('agent/config.alloy')).rejects.toThrow(/ENOENT/)

  await play()
  const alloy = await setting.read('agent/config.alloy')
  await expect(setting.read('agent/promtail.yml')).rejects.toThrow(/ENOENT/)
  const all = (pattern: RegExp) => [...alloy.matchAll(pattern)].map(([, value]) => value)
  expect(promtail.clients).toEqual([
    { url: 'http://10.20.0.5:3100/loki/api/v1/push', external_labels: { host: 'web' } },
  ])
  expect(all(/url = "(.*)"/g)).toEqual(promtail.clients.map(client => client.url))
  expect(all(/external_labels = (.*)/g)).toEqual(['{ host = "web" }'])
  expect(all(/target_label\s+= "(.*)"/g)).toEqual(
    promtail.scrape_configs.flatMap(job => job.relabel_configs.map(rule => rule.target_label)),
  )

  const refused = await play({ log_shipper: 'fluentd' })
  expect(refused.code).toBe(2)
  expect(refused.stdout).toMatch(/log_shipper must be one of: alloy, promtail, got: fluentd/)
})
