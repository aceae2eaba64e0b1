import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { callEcr } from '../../test/support/services/aws-call.ts'
import { checkImages, claimedImages } from '../claimed-images.ts'
import { commitsBetween, readCommit } from '../inspect/commits.ts'
import { type PushedImage, readImage } from '../inspect/registry.ts'
import { demand, playOne } from '../play-one.ts'
import { provideBaseImages } from '../stand-ins/provide.ts'
import { type Check, seconds, type Teller } from '../story.ts'
import { demandImage, demandLive } from './look.ts'
import { type Company, IMAGE } from './open.ts'
import { type Speed, speedOf } from './speed.ts'
import type { Stage } from './stage.ts'
import { checkBump } from './verify.ts'

/** What a push to the source repository's `staging` brought. */
export interface Delivered {
  /** As the manifests name it: `<registry>/kv:<tag>@<digest>`. */
  readonly image: string
  /** From the push to the commit in the manifests repository. */
  readonly speed: Speed
}

/** A change of the service that its tests do not mind. */
export interface Change {
  readonly message: string
  readonly from: string
  readonly to: string
}

/** Sees to it that the source repository's Dockerfile can be built. */
export async function playBaseImages(stage: Stage, { source }: Company, teller: Teller): Promise<void> {
  await teller.scene('Provide the base image of its Dockerfile', async show => {
    const dockerfile = join(source.copy.folder, 'kv/Dockerfile')
    const log = (text: string) => show({ kind: 'note', text })
    const { standIns } = await provideBaseImages(stage.engine.env, [dockerfile], { log })
    show({
      kind: 'stand-ins',
      standIns: standIns.map(({ image, madeFrom }) => ({ what: `the image ${image}`, instead: madeFrom })),
    })
  })
}

/** From a push to the source repository's `staging` to the image live in staging. */
export async function playDelivery(
  stage: Stage,
  company: Company,
  change: Change,
  teller: Teller,
): Promise<Delivered> {
  const { source, manifests } = company
  const before = (await manifests.repository.head('staging')) ?? ''

  const pushed = await teller.scene('Push a change of the service to staging', async show => {
    await edit(source.copy.folder, change)
    const sha = await source.copy.commit(change.message)
    const at = Date.now()
    await source.copy.push('staging')
    show({ kind: 'commit', commit: await readCommit(source.repository, sha) })
    return { sha, at }
  })
  const run = await teller.scene('application.yml: image, commit, rollout', show =>
    playOne(source, show, teller),
  )

  const image = await teller.scene('Ask ECR for the image', async show => {
    const [claimed] = claimedImages(run)
    const { tag = '', digest = '' } = claimed ?? {}
    const found = { ...(await inRegistry(stage, tag)), repository: `${stage.ecr.host}/${IMAGE}` }
    show({ kind: 'images', images: [found] })
    const expected = `${run.runNumber}-${pushed.sha.slice(0, 7)}`
    const checks = checkImages(claimed ? [claimed] : [], [found], expected)
    demand([...checks, await inApi(stage, tag, digest)], show)
    return { tag, digest, reference: `${stage.ecr.host}/${IMAGE}:${tag}@${digest}` }
  })

  const bump = await teller.scene('Look at what was committed to the manifests', async show => {
    const commits = await commitsBetween(manifests.repository, before, 'refs/heads/staging')
    for (const each of commits) show({ kind: 'commit', commit: each })
    const expected = { parent: before, ...image, source: pushed.sha, runId: run.runId }
    const sha = commits.at(-1)?.sha ?? ''
    const landed = company.pushedAt.get(sha) ?? Number.POSITIVE_INFINITY
    const speed = speedOf({ from: pushed.at, to: landed }, run)
    const own = `${seconds(speed.own)} of them beside the image’s build and the service’s tests`
    show({ kind: 'note', text: `It came ${seconds(speed.whole)} after the push, ${own}` })
    demand(checkBump(commits, expected), show)
    return { sha, speed }
  })

  const there = { commit: bump.sha, environment: 'staging', image: image.reference } as const
  await teller.scene('Render staging at that commit', async show => {
    await demandImage(stage, company, there, show)
  })
  await teller.scene('rollout.yml: live in staging', async show => {
    await playOne(manifests, show, teller)
    await demandLive(stage, there, show)
  })
  return { image: image.reference, speed: bump.speed }
}

async function edit(folder: string, { from, to }: Change): Promise<void> {
  const path = join(folder, 'kv/src/main.ts')
  const before = await readFile(path, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`the example's kv/src/main.ts has no '${from}' to change`)
  await writeFile(path, after)
}

/** What the registry itself has. */
function inRegistry({ ecr }: Stage, tag: string): Promise<PushedImage> {
  return readImage(ecr, { name: IMAGE, path: IMAGE, tag })
}

/** Whether ECR's API knows the image. */
async function inApi({ aws }: Stage, imageTag: string, imageDigest: string): Promise<Check> {
  const { images } = await callEcr<{ images: { imageId: { imageDigest: string } }[] }>(aws, 'BatchGetImage', {
    repositoryName: IMAGE,
    imageIds: [{ imageTag }],
  })
  const digests = images.map(({ imageId }) => imageId.imageDigest)
  return {
    claim: 'ECR’s API knows the tag, with that digest',
    seen: digests.join(', ') || 'nothing',
    ok: digests.includes(imageDigest),
  }
}
