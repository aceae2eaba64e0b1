import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { program } from '../../test/support/programs/program.ts'
import { startDaemon } from '../../test/support/services/daemon.ts'
import { openPremises } from '../../test/support/services/premises.ts'
import { freePort } from '../../test/support/services/ssh-host.ts'
import { messageOf } from '../../toolkit/action/errors.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import type { Machine } from '../machines.ts'
import { demand } from '../play-one.ts'
import type { Stage } from '../stage.ts'
import type { Check, Teller } from '../story.ts'

/** Where the roles write what the monitoring runs from. */
const MONITORING = '/opt/monitoring'
const AGENT = '/opt/monitoring-agent'

interface ComposeFile {
  readonly services: Readonly<Record<string, { readonly image: string }>>
}

/** The monitoring's containers do not run here; what was written for them is read by the programs that can be had. */
export async function checkOtherwise({ machines, folder }: Stage, teller: Teller): Promise<void> {
  const all = machines.running()
  const server = all.find(({ host }) => host.groups.includes('monitoring'))
  if (server === undefined) throw new Error('no server of the group monitoring runs')
  await teller.scene('What cannot run here is checked another way', async show => {
    const files = join(folder, 'monitoring')
    await fetchFiles(server, MONITORING, files)
    const images = await imagesOf(server)
    show({
      kind: 'note',
      text: `Not started, as no package registry carries Grafana: ${images.join(', ')}. What Ansible wrote for them is read here.`,
    })
    show({
      kind: 'stand-ins',
      standIns: [
        {
          what: `the monitoring’s containers (${images.join(', ')})`,
          instead:
            'nothing: no package registry carries Grafana, so none was started. Ansible wrote their files, which the last scene checks',
        },
      ],
    })
    demand(
      await Promise.all([
        ...all.map(each => composeReads(each, AGENT)),
        composeReads(server, MONITORING),
        prometheusReads(files),
        rulesAreSound(join(files, 'prometheus/alerts.yml')),
        traefikReads(join(files, 'traefik/routes.yml')),
        ...(await dashboardsAreProvisioned(files)),
        lokiIsReachable(server, all),
      ]),
      show,
    )
  })
}

/** A folder of a server, without its secrets. */
async function fetchFiles(server: Machine, from: string, to: string): Promise<void> {
  await mkdir(to)
  const { stdout } = await server.exec(['tar', '-C', from, '--exclude=./secrets', '-cf', '-', '.'])
  await exec('tar', ['-C', to, '-xf', '-'], { input: stdout })
}

async function imagesOf(server: Machine): Promise<string[]> {
  const texts = await Promise.all(
    [MONITORING, AGENT].map(
      async folder => (await server.exec(['cat', `${folder}/docker-compose.yml`])).stdout,
    ),
  )
  const files = texts.map(text => parse(text, { merge: true }) as ComposeFile)
  return [
    ...new Set(files.flatMap(({ services }) => Object.values(services).map(({ image }) => image))),
  ].sort()
}

async function composeReads(server: Machine, folder: string): Promise<Check> {
  const asked = ['docker', 'compose', '--project-directory', folder, '--file', `${folder}/docker-compose.yml`]
  return seen(`on ${server.name}, Compose reads ${folder}/docker-compose.yml`, async () => {
    const { stdout } = await server.exec([...asked, 'config', '--services'])
    return stdout.trim().split('\n').sort().join(', ')
  })
}

/** `--syntax-only`: the alerts lie elsewhere in the container. */
function prometheusReads(files: string): Promise<Check> {
  return seen('promtool reads Prometheus’ configuration', async () => {
    const path = join(files, 'prometheus/prometheus.yml')
    await exec(await program('promtool'), ['check', 'config', '--syntax-only', path])
    const { scrape_configs: jobs } = parse(await readFile(path, 'utf8')) as {
      scrape_configs: { static_configs: { targets: string[] }[] }[]
    }
    const targets = jobs.flatMap(job => job.static_configs.flatMap(each => each.targets))
    return `${targets.length} targets: ${targets.join(', ')}`
  })
}

function rulesAreSound(path: string): Promise<Check> {
  return seen('promtool finds the alerts sound', async () => {
    const { stdout, stderr } = await exec(await program('promtool'), ['check', 'rules', path])
    return `${stdout}${stderr}`.match(/\d+ rules found/)?.[0] ?? 'no word of it'
  })
}

/** Traefik itself, with the file that the monitoring's would have. */
function traefikReads(routes: string): Promise<Check> {
  return seen('Traefik takes the monitoring’s routes', async () => {
    await using premises = await openPremises('traefik')
    const port = await freePort()
    const api = `http://127.0.0.1:${port}/api/http/routers`
    const routers = await startDaemon(premises, {
      program: await program('traefik'),
      args: [
        ...[`--entryPoints.traefik.address=127.0.0.1:${port}`, '--api.insecure=true'],
        ...[`--entryPoints.websecure.address=127.0.0.1:${await freePort()}`],
        ...[`--providers.file.filename=${routes}`, '--providers.file.watch=false'],
        '--certificatesResolvers.letsencrypt.acme.tlsChallenge=true',
        `--certificatesResolvers.letsencrypt.acme.storage=${join(premises.folder, 'acme.json')}`,
      ],
      ready: async () => {
        const told = (await (await fetch(api)).json()) as { name: string; status: string; rule: string }[]
        const own = told.filter(({ name }) => name.endsWith('@file'))
        if (own.length === 0) throw new Error('it has no router of the file yet')
        return own
      },
    })
    const broken = routers.filter(({ status }) => status !== 'enabled')
    if (broken.length > 0) throw new Error(broken.map(({ name, status }) => `${name}: ${status}`).join(', '))
    return routers.map(({ name, rule }) => `${name}: ${rule}`).join(', ')
  })
}

/** Every panel asks a data source that is provisioned under its uid. */
async function dashboardsAreProvisioned(files: string): Promise<Promise<Check>[]> {
  const grafana = join(files, 'grafana')
  const { datasources } = parse(
    await readFile(join(grafana, 'provisioning/datasources/datasources.yml'), 'utf8'),
  ) as { datasources: { uid: string }[] }
  return ['containers.json', 'logs.json'].map(name =>
    seen(`the dashboard ${name} asks provisioned data sources alone`, async () => {
      const text = await readFile(join(grafana, 'dashboards', name), 'utf8')
      const { title, panels } = JSON.parse(text) as { title: string; panels: unknown[] }
      const asked = new Set(
        [...text.matchAll(/"datasource":\s*\{[^}]*"uid":\s*"([^"]+)"/g)].map(([, uid]) => uid),
      )
      const unknown = [...asked].filter(uid => datasources.every(source => source.uid !== uid))
      if (asked.size === 0 || unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}`)
      return `${title}: ${panels.length} panels ask ${[...asked].sort().join(' and ')}`
    }),
  )
}

/** All servers ship their logs to where the monitoring's Loki listens. */
function lokiIsReachable(server: Machine, all: readonly Machine[]): Promise<Check> {
  return seen('every server ships its logs to the address that Loki listens on', async () => {
    const compose = (await server.exec(['cat', `${MONITORING}/docker-compose.yml`])).stdout
    const [, address] = /"([^":]+):3100:3100"/.exec(compose) ?? []
    for (const each of all) {
      const { stdout } = await each.exec(['cat', `${AGENT}/config.alloy`])
      if (!stdout.includes(`http://${address}:3100/`)) throw new Error(`${each.name} does not`)
    }
    return `${all.length} servers → ${address}:3100`
  })
}

async function seen(claim: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { claim, seen: await look(), ok: true }
  } catch (thrown) {
    return { claim, seen: messageOf(thrown), ok: false }
  }
}
