import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { program } from '../../test/support/programs/program.ts'
import { type Server, startServer } from '../../test/support/services/server.ts'
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
  for (const playbook of ['monitoring.yml', 'app.yml'])
    played.push({ playbook, first: await play(playbook), second: await play(playbook) })
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
