import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ask } from '../ask.ts'
import { giveImage, type Machine } from '../machines.ts'
import { onGitHub } from '../on-github.ts'
import { demand, playOne } from '../play-one.ts'
import type { Stage } from '../stage.ts'
import { provideImages } from '../stand-ins/provide.ts'
import type { ContainerFacts, Teller } from '../story.ts'
import type { Delivered } from './application.ts'
import { recapOf } from './servers.ts'
import type { Shop } from './shop.ts'

const COMPOSE = 'docker-compose.yml'
/** What Compose calls the project, and where the role writes the `.env`. */
const PROJECT = 'shop'
const ENV_FOLDER = `/run/${PROJECT}-deployment`

/** From a pull request to `deployment` to containers that answer. */
export async function playDeployment(
  stage: Stage,
  shop: Shop,
  delivered: Delivered,
  teller: Teller,
): Promise<void> {
  const server = appServer(stage)
  await teller.scene('Bring the server the images that it cannot pull', async show => {
    const images = await foreignImages(shop, stage)
    const { standIns } = await provideImages(
      stage.engine.env,
      images.map(image => ({ image, contexts: [] })),
      { log: text => show({ kind: 'note', text }) },
    )
    for (const image of images) await giveImage(server, stage.engine, image)
    show({ kind: 'note', text: `Given to ${server.name}: ${images.join(', ')}` })
    show({
      kind: 'stand-ins',
      standIns: standIns.map(({ image, madeFrom }) => ({ what: `the image ${image}`, instead: madeFrom })),
    })
  })

  await teller.scene('Merge integration into deployment: cd-application.yml deploys', async show => {
    const pages = onGitHub(stage.github.apiUrl, shop.repository, shop.token)
    const { number } = await pages.openPullRequest({
      title: 'Deploy the page’s new title',
      head: 'integration',
      base: 'deployment',
      body: '',
    })
    await pages.merge(number)
    const run = await playOne(shop, show, teller)
    show({ kind: 'recap', playbook: 'ansible/app.yml', hosts: recapOf(run) })
  })

  await teller.scene('Look at what runs on the server', async show => {
    const containers = await containersOn(server)
    show({ kind: 'containers', containers })
    const digests = await Promise.all(
      delivered.images.map(async ({ name, repository, tag, digest }) => {
        const asked = ['docker', 'image', 'inspect', '--format', '{{join .RepoDigests " "}}']
        const { stdout } = await server.exec([...asked, `${repository}:${tag}`], { accept: 'any' })
        return {
          claim: `${name} runs from the image that was pushed`,
          seen: stdout.trim().replace(/^.*@(sha256:.{16}).*$/, '$1…') || 'no such image',
          ok: stdout.includes(digest) && containers.some(({ image }) => image === `${repository}:${tag}`),
        }
      }),
    )
    const { code } = await server.exec(['test', '-e', ENV_FOLDER], { accept: 'any' })
    demand(
      [
        ...digests,
        {
          claim: 'every container is up, and healthy where it has a health check',
          seen: `${containers.length} containers`,
          ok: containers.every(({ status }) => /^Up/.test(status) && !/unhealthy|starting/.test(status)),
        },
        { claim: 'no .env is left', seen: code === 0 ? 'it is there' : `no ${ENV_FOLDER}`, ok: code !== 0 },
      ],
      show,
    )
  })

  await teller.scene('Ask the application through Traefik', show => useIt(server, shop, delivered, show))
}

async function useIt(
  { ip: at }: Machine,
  { account: { domain } }: Shop,
  { revision, title }: Delivered,
  show: Parameters<Parameters<Teller['scene']>[1]>[0],
): Promise<void> {
  const task = { title: 'Rehearse the deployment' }
  const plain = await ask({ url: `http://${domain}/`, at })
  const page = await ask({ url: `https://${domain}/`, at })
  const added = await ask({ method: 'POST', url: `https://${domain}/api/tasks`, at, body: task })
  const tasks = await ask({ url: `https://${domain}/api/tasks`, at })
  const version = await ask({ url: `https://${domain}/api/version`, at })
  const inside = await ask({ url: `https://${domain}/metrics`, at })
  show({ kind: 'answers', answers: [plain, page, added, tasks, version] })
  const shown = /<title>(.*?)<\/title>/.exec(page.body)?.[1] ?? ''
  demand(
    [
      {
        claim: 'without TLS one is sent to TLS',
        seen: plain.said,
        ok: plain.status === 308 || plain.status === 301,
      },
      { claim: 'the page has the title that was pushed', seen: shown, ok: shown === title },
      {
        claim: 'the database keeps a task',
        seen: tasks.said,
        ok: added.status === 201 && tasks.body.includes(task.title),
      },
      {
        claim: 'the backend is the commit that was pushed',
        seen: version.said,
        ok: version.body.includes(revision),
      },
      {
        claim: 'its metrics are not for the public',
        seen: `${inside.status}${inside.body.includes('<title>') ? ', the page' : ''}`,
        ok: !inside.body.includes('# HELP'),
      },
    ],
    show,
  )
}

function appServer({ machines }: Stage): Machine {
  const server = machines.running().find(({ host }) => host.groups.includes('app'))
  if (server === undefined) throw new Error('no server of the group app runs')
  return server
}

/** What docker-compose.yml names besides our own images. */
async function foreignImages({ copy }: Shop, { registry }: Stage): Promise<string[]> {
  const text = await readFile(join(copy.folder, COMPOSE), 'utf8')
  const { services } = parse(text, { merge: true }) as { services: Record<string, { image: string }> }
  return Object.values(services)
    .map(({ image }) => image)
    .filter(image => !image.startsWith(`${registry.host}/`))
}

async function containersOn(server: Machine): Promise<ContainerFacts[]> {
  const format = '{{.Label "com.docker.compose.service"}}\t{{.Image}}\t{{.Status}}'
  const { stdout } = await server.exec(['docker', 'ps', '--all', '--format', format])
  return stdout
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
    .map(([service = '', image = '', status = '']) => ({ server: server.name, service, image, status }))
    .sort((a, b) => (a.service < b.service ? -1 : 1))
}
