import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { program } from '../../test/support/programs/program.ts'
import { type Server, startServer } from '../../test/support/services/server.ts'
import { serveRepository } from './docker-repository.ts'
import { ansible, openSetting, type Played, type PlaySettings, type Setting } from './setting.ts'
import { provideImages } from './stand-ins/images.ts'

const SECRETS = { GRAFANA_ADMIN_PASSWORD: 'correct horse battery', DATABASE_PASSWORD: 'staple' }

let server: Server
let setting: Setting
let inventory: object
const played: { readonly playbook: string; readonly first: Played; readonly second: Played }[] = []

/** All roles by their playbooks as they are, over SSH, on a server that nobody has configured yet. */
beforeAll(async () => {
  const compose = await program('compose')
  ;[server, setting] = await Promise.all([startServer(), openSetting()])
  inventory = await writeInventory()
  // Debian 12 has no Compose 2, and Docker's repository may be out of reach.
  await server.exec(['install', '-D', '/dev/stdin', '/usr/local/lib/docker/cli-plugins/docker-compose'], {
    input: await readFile(compose),
  })
  const images = await describeApplication()
  // The engine first, as images that cannot be pulled have to be brought to it.
  const prepared = await play('monitoring.yml', { tags: 'base,docker' })
  expect(prepared.code === 0 ? '' : prepared.stdout).toBe('')
  await provideImages(server, [...images, ...(await monitoringImages())])
  for (const [playbook, rest] of Object.entries({ 'monitoring.yml': 'monitoring', 'app.yml': 'app' }))
    played.push({ playbook, first: await play(playbook, { tags: rest }), second: await play(playbook) })
})
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

const play = async (playbook: string, more: PlaySettings = {}) =>
  setting.play(join(ansible, playbook), {
    inventory,
    env: SECRETS,
    ...more,
    vars: {
      docker_packages_from: 'distribution',
      app_compose_file: setting.path('docker-compose.yml'),
      env_file: setting.path('given.env'),
      app_health_url: 'https://127.0.0.1:8443',
      ...more.vars,
    },
  })

/** One server for everything: it watches itself, and runs the application beside that. */
async function writeInventory(): Promise<object> {
  const known = await setting.write('known_hosts', `[${server.address}]:${server.port} ${server.hostKey}\n`)
  const key = await setting.write('key', server.privateKey, 0o600)
  const hosts = {
    shop: {
      ansible_host: server.address,
      ansible_port: server.port,
      ansible_user: server.user,
      ansible_ssh_private_key_file: key,
      ansible_ssh_common_args: `-o StrictHostKeyChecking=yes -o UserKnownHostsFile=${known}`,
    },
  }
  return {
    all: {
      vars: { domain: 'example.com', acme_email: 'ops@example.com' },
      children: { monitoring: { hosts }, app: { hosts } },
    },
  }
}

/** The example's application, whose proxy takes other ports: the monitoring's has the usual ones. */
async function describeApplication(): Promise<string[]> {
  const text = await readFile(join(ansible, '../workflows-examples/ec2/docker-compose.yml'), 'utf8')
  const compose = text.replace('ports: ["80:80", "443:443"]', 'ports: ["8081:80", "8443:443"]')
  expect(compose).not.toBe(text)
  await setting.write('docker-compose.yml', compose)
  await setting.write('given.env', "DOMAIN='example.com'\nACME_EMAIL='ops@example.com'\n")
  const { services }: { services: Record<string, { image: string }> } = parse(text, { merge: true })
  return Object.values(services).map(({ image }) => image)
}

async function monitoringImages(): Promise<string[]> {
  const defaults = async (role: string) =>
    parse(await readFile(join(ansible, 'roles', role, 'defaults/main.yml'), 'utf8'))
  const { monitoring_images } = await defaults('monitoring')
  const { monitoring_agent_images } = await defaults('monitoring_agent')
  return Object.values({ ...monitoring_images, ...monitoring_agent_images })
}

test('both playbooks play, and a second run changes nothing', () => {
  for (const { playbook, first, second } of played) {
    expect([playbook, first.code === 0 ? '' : first.stdout]).toEqual([playbook, ''])
    expect([playbook, second.code, second.changes]).toEqual([playbook, 0, []])
    expect(second.recap.shop).toMatchObject({ changed: 0, failed: 0 })
    expect(first.recap.shop?.changed).toBeGreaterThan(0)
  }
})

/** What a program on the server says. */
const ask = async (...args: string[]) => (await server.exec(args)).stdout.trim()

describe('what is in effect on the server', () => {
  test.each([
    [
      'base',
      'logins by key only',
      ['sshd', '-T'],
      /^passwordauthentication no$[\s\S]*^kbdinteractiveauthentication no$/m,
    ],
    [
      'base',
      'no password for root',
      ['sshd', '-T'],
      /^permitrootlogin (without-password|prohibit-password)$/m,
    ],
    [
      'base',
      'a bounded journal',
      ['journalctl', '--unit=systemd-journald', '--output=cat'],
      /System Journal .* max 500\.0M/,
    ],
    ['base', 'the time zone', ['readlink', '/etc/localtime'], /^\/usr\/share\/zoneinfo\/Etc\/UTC$/],
    ['base', 'daily updates', ['apt-config', 'dump'], /^APT::Periodic::Unattended-Upgrade "1";$/m],
    ['base', 'no reboot unasked', ['apt-config', 'dump'], /^Unattended-Upgrade::Automatic-Reboot "false";$/m],
    [
      'base',
      "the package's own origins",
      ['apt-config', 'dump'],
      /^Unattended-Upgrade::Origins-Pattern:: ".*Debian-Security/m,
    ],
    [
      'base',
      'timers for updates',
      ['systemctl', 'is-enabled', 'apt-daily.timer', 'apt-daily-upgrade.timer'],
      /^enabled\nenabled$/,
    ],
    [
      'base, docker',
      'services',
      ['systemctl', 'is-active', 'ssh', 'chrony', 'docker'],
      /^active\nactive\nactive$/,
    ],
    [
      'base, docker',
      'services after a reboot',
      ['systemctl', 'is-enabled', 'ssh', 'chrony', 'docker'],
      /^enabled\nenabled\nenabled$/,
    ],
    [
      'docker',
      'live restore',
      ['docker', 'info', '--format', '{{.LiveRestoreEnabled}} {{.LoggingDriver}}'],
      /^true json-file$/,
    ],
  ])('%s: %s', async (_role, _what, args, expected) => {
    expect(await ask(...args)).toMatch(expected)
  })

  test('containers run, come back after a reboot, and rotate their logs', async () => {
    const format = '{{.Name}} {{.State.Running}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.LogConfig}}'
    const ids = (await ask('docker', 'ps', '--all', '--quiet')).split('\n')
    const containers = (await ask('docker', 'inspect', '--format', format, ...ids)).split('\n')
    const names = ['alloy', 'backend', 'cadvisor', 'database', 'frontend', 'grafana', 'loki', 'prometheus']
    expect(
      containers
        .map(line => /-(\w+)-1 /.exec(line)?.[1])
        .filter(name => name && names.includes(name))
        .toSorted(),
    ).toEqual(names)
    expect(containers).toHaveLength(12)
    for (const line of containers)
      expect(line).toMatch(/ true unless-stopped \{json-file map\[max-file:3 max-size:10m\]\}$/)
  })

  test('secrets are there for those alone who read them, and the .env is gone', async () => {
    const files = ['/opt/monitoring/secrets', '/opt/shop/secrets'].flatMap(folder => [folder, `${folder}/*`])
    expect(await ask('sh', '-c', `stat --format '%a %u %n' ${files.join(' ')}`)).toBe(
      [
        '700 0 /opt/monitoring/secrets',
        '400 472 /opt/monitoring/secrets/grafana_admin_password',
        '700 0 /opt/shop/secrets',
        '444 0 /opt/shop/secrets/database_password',
      ].join('\n'),
    )
    expect(await ask('find', '/run', '/opt', '/tmp', '/root', '/home', '-name', '*.env')).toBe('')
    expect(await ask('sh', '-c', "grep -rls 'ACME_EMAIL=' /run /opt /tmp /root /home /var/log || true")).toBe(
      '',
    )
  })

  test('nothing listens to the world but SSH and the proxies', async () => {
    const listening = (await ask('ss', '-Hltn')).split('\n').map(line => line.split(/\s+/)[3] ?? '')
    const open = listening.filter(address => !/^(127\.|\[::1\])/.test(address))
    const ports = (prefix: RegExp) =>
      [
        ...new Set(open.filter(address => prefix.test(address)).map(address => Number(/\d+$/.exec(address)))),
      ].sort((a, b) => a - b)
    expect(ports(/^(0\.0\.0\.0|\*|\[::\])/)).toEqual([22, 80, 443, 8081, 8443])
    expect(ports(new RegExp(`^${server.ip.replaceAll('.', '\\.')}:`))).toEqual([3100, 8080])
  })

  test('Prometheus, a real one, scrapes every target', async () => {
    const address = 'http://127.0.0.1:9090/api/v1/targets'
    const read = 'import sys, urllib.request as r; print(r.urlopen(sys.argv[1]).read().decode())'
    const targets = async () => {
      const { data } = JSON.parse(await ask('python3', '-c', read, address)) as {
        data: { activeTargets: { health: string; scrapeUrl: string; lastError: string }[] }
      }
      return data.activeTargets
        .map(({ health, scrapeUrl, lastError }) => `${scrapeUrl} ${health} ${lastError}`.trim())
        .toSorted()
    }
    while ((await targets()).some(target => target.endsWith(' unknown'))) await sleep(500)
    expect(await targets()).toEqual(
      [
        `http://${server.ip}:8080/metrics up`,
        'http://127.0.0.1:9090/metrics up',
        'http://grafana:3000/metrics up',
        'http://loki:3100/metrics up',
        'http://traefik:8082/metrics up',
      ].toSorted(),
    )
  })
})

test.each([
  [
    'docker',
    { docker_packages_from: 'snap' },
    /docker_packages_from must be one of: docker, distribution, got: snap/,
  ],
  ['base', { base_packages: { chrony: true } }, /base_packages.*unable to convert to list/],
  ['monitoring', { monitoring_metrics_days: 'many' }, /monitoring_metrics_days.*unable to convert to int/],
])('%s refuses %j', async (tags, vars, message) => {
  const { code, stdout, recap } = await play('monitoring.yml', { tags, vars })
  expect(code).toBe(2)
  expect(stdout.replace(/\s+/g, ' ')).toMatch(message)
  expect(recap.shop?.changed).toBe(0)
})

test("packages may come from Docker's repository, whose key is the one that is expected", async () => {
  const [{ gateway }] = JSON.parse(await ask('ip', '-json', 'route', 'show', 'default'))
  await using repository = await serveRepository(gateway, 'bookworm')
  const from = (docker_key_sha256: string) =>
    play('monitoring.yml', {
      tags: 'docker',
      vars: {
        docker_packages_from: 'docker',
        docker_repository: repository.url,
        docker_key_sha256,
        // The repository has none.
        docker_packages: ['docker.io'],
      },
    })
  const source = '/etc/apt/sources.list.d/docker.sources'
  const other = await from('0'.repeat(64))
  expect(other.code).toBe(2)
  expect(other.stdout).toMatch(/The checksum for .* did not match 0{64}/)
  expect(await ask('sh', '-c', `ls ${source} /etc/apt/keyrings/docker.asc 2>/dev/null || true`)).toBe('')

  const first = await from(repository.keySha256)
  expect(first.code === 0 ? '' : first.stdout).toBe('')
  expect(first.changes).toEqual(["docker : Get Docker's key", "docker : Add Docker's repository"])
  expect(await from(repository.keySha256)).toMatchObject({ code: 0, changes: [] })
  // apt keeps under this name what a known key has signed.
  expect(await ask('ls', '/var/lib/apt/lists')).toContain(
    `${new URL(repository.url).port}_dists_bookworm_InRelease`,
  )
})
