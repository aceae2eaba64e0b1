import { join } from 'node:path'
import { callEcr } from '../../test/support/services/aws-call.ts'
import { checkImages, claimedImages } from '../claimed-images.ts'
import { commitsBetween, readCommit } from '../inspect/commits.ts'
import { type PushedImage, readImage } from '../inspect/registry.ts'
import { demand, playOne } from '../play-one.ts'
import { provideBaseImages } from '../stand-ins/provide.ts'
import type { Check, Teller } from '../story.ts'
import { type Change, change } from './change.ts'
import { demandImage, demandLive } from './look.ts'
import { type Company, IMAGE } from './open.ts'
import { describeSpeed, type Speed, speedOf } from './speed.ts'
import type { Stage } from './stage.ts'
import { checkBump } from './verify.ts'

/** What a push to the source repository's `staging` brought. */
export interface Delivered {
  /** As the manifests name it: `<registry>/kv:<tag>@<digest>`. */
  readonly image: string
  /** From the push to the commit in the manifests repository. */
  readonly speed: Speed
}

/** What came to a branch: by a push or a merge. */
export interface Pushed {
  readonly sha: string
  /** When: milliseconds since the epoch. */
  readonly at: number
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

/** A change of the service comes to the source repository's `staging` without a pull request. */
export async function playPush(
  { source: { copy, repository } }: Company,
  message: string,
  changes: readonly Change[],
  teller: Teller,
): Promise<Pushed> {
  return teller.scene('Push a change of the service to staging', async show => {
    await copy.checkout('staging')
    await change(copy, ...changes)
    const sha = await copy.commit(message)
    const at = Date.now()
    await copy.push('staging')
    show({ kind: 'commit', commit: await readCommit(repository, sha) })
    return { sha, at }
  })
}

/** From what came to the source repository's `staging` to the image live in staging. */
export async function playDelivery(
  stage: Stage,
  company: Company,
  pushed: Pushed,
  teller: Teller,
): Promise<Delivered> {
  const { source, manifests } = company
  const before = (await manifests.repository.head('staging')) ?? ''

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
    show({ kind: 'note', text: describeSpeed(speed) })
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
