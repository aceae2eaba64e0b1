import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkImages, claimedImages } from '../claimed-images.ts'
import { commitsBetween, readCommit } from '../inspect/commits.ts'
import { type PushedImage, readImage } from '../inspect/registry.ts'
import { demand, playOne } from '../play-one.ts'
import type { Stage } from '../stage.ts'
import { provideBaseImages } from '../stand-ins/provide.ts'
import type { Teller } from '../story.ts'
import type { WorkingCopy } from '../working-copy.ts'
import { NAMESPACE, type Shop } from './shop.ts'
import { checkBump } from './verify.ts'

const COMPOSE = 'docker-compose.yml'
const TITLE = 'Tasks, rehearsed'

/** What a push to `integration` brought to the registry. */
export interface Delivered {
  /** The commit that the images were built from. */
  readonly revision: string
  /** What the page is called in them. */
  readonly title: string
  readonly images: readonly PushedImage[]
}

/** From a push to `integration` to images in the registry and one commit that names them. */
export async function playApplication(stage: Stage, shop: Shop, teller: Teller): Promise<Delivered> {
  const { registry, engine } = stage
  const { repository, copy } = shop

  await teller.scene('Provide the base images of its Dockerfiles', async show => {
    const dockerfiles = ['backend', 'frontend'].map(part => join(copy.folder, part, 'Dockerfile'))
    const log = (text: string) => show({ kind: 'note', text })
    const { standIns } = await provideBaseImages(engine.env, dockerfiles, { log })
    show({
      kind: 'stand-ins',
      standIns: standIns.map(({ image, madeFrom }) => ({ what: `the image ${image}`, instead: madeFrom })),
    })
  })

  const pushed = await teller.scene('Push a change to integration', async show => {
    await copy.checkout('integration')
    await changeTheFrontend(copy)
    const sha = await copy.commit('Give the page another title')
    await copy.push('integration')
    show({ kind: 'commit', commit: await readCommit(repository, sha) })
    return sha
  })

  const run = await teller.scene('Play ci-application.yml', show => playOne(shop, show, teller))

  const claimed = claimedImages(run)
  const pushedImages = await teller.scene('Ask the registry for the images', async show => {
    const images = await Promise.all(
      claimed.map(({ name, tag }) => readImage(registry, { name, tag, path: `${NAMESPACE}/${name}` })),
    )
    show({ kind: 'images', images })
    demand(checkImages(claimed, images, `${run.runNumber}-${pushed.slice(0, 7)}`), show)
    return images
  })

  await teller.scene('Look at what was committed', async show => {
    const commits = await commitsBetween(repository, pushed, 'refs/heads/integration')
    for (const commit of commits) show({ kind: 'commit', commit })
    demand(checkBump(commits, { parent: pushed, file: COMPOSE, images: claimed, runId: run.runId }), show)
    await copy.checkout('integration')
  })
  return { revision: pushed, title: TITLE, images: pushedImages }
}

async function changeTheFrontend({ folder }: WorkingCopy): Promise<void> {
  const path = join(folder, 'frontend/index.html')
  const before = await readFile(path, 'utf8')
  const after = before.replace(/<title>.*<\/title>/, `<title>${TITLE}</title>`)
  if (after === before) throw new Error('the example’s frontend/index.html has no title to change')
  await writeFile(path, after)
}
