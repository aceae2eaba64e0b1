import { describe, expect, test } from '@jest/globals'
import {
  change,
  DIGEST,
  demandSuccess,
  type EksWorld,
  IMAGE,
  images,
  openEksWorld,
  stage,
  summaryOf,
  VALUES,
} from './eks-world.ts'

/** A pull request to `main` that brings the image that staging runs, and nothing else, as the source repository's does. */
async function proposeImage(world: EksWorld, tag: string): Promise<number> {
  await stage(world, tag, { branch: 'promote/kv', from: 'main' })
  const { data } = await world.ada.pulls.create({
    ...{ owner: 'acme', repo: 'kv-manifests', title: 'Promote kv to production' },
    ...{ head: 'promote/kv', base: 'main' },
  })
  return data.number
}

const proposed = async (world: EksWorld, head: string) =>
  (await world.pulls('kv-manifests')).find(pull => pull.head.ref === head)!

describe('two promotions at once', () => {
  test('promote.yml started twice: one after the other, and one pull request', async () => {
    await using world = await openEksWorld()
    await stage(world, '7-aaaaaaa')
    const runs = await Promise.all([world.dispatch('promote'), world.dispatch('promote')])
    for (const run of runs) demandSuccess(run)
    expect((await world.pulls('kv-manifests')).map(({ head }) => head.ref)).toEqual(['promote/staging'])
    expect(await images(world, 'promote/staging')).toEqual(await images(world, 'staging'))
  })

  test('its image alone, then all of staging: production is what staging is', async () => {
    await using world = await openEksWorld()
    await stage(world, '7-aaaaaaa')
    await change(world, 'staging', VALUES, text => text.replace('replicas: 3', 'replicas: 5'))
    await world.dispatch('promote')
    await world.merge('kv-manifests', await proposeImage(world, '7-aaaaaaa'))
    await world.merge('kv-manifests', (await proposed(world, 'promote/staging')).number)
    const { repository } = world.manifests
    expect(await repository.read('main', VALUES)).toBe(await repository.read('staging', VALUES))
    expect(await images(world, 'main')).toEqual(await images(world, 'staging'))
  })

  test('an older state does not take back a newer image: GitHub refuses the merge, and promote.yml mends it', async () => {
    await using world = await openEksWorld()
    await stage(world, '7-aaaaaaa')
    await world.dispatch('promote')
    await stage(world, '8-bbbbbbb')
    await world.merge('kv-manifests', await proposeImage(world, '8-bbbbbbb'))
    const { number } = await proposed(world, 'promote/staging')
    await expect(world.merge('kv-manifests', number)).rejects.toMatchObject({ status: 405 })
    expect(await images(world, 'main')).toMatchObject({ values: ['8-bbbbbbb', DIGEST] })

    const again = await world.dispatch('promote')
    demandSuccess(again)
    expect(summaryOf(again)).toContain('there is nothing to promote')
    await change(world, 'staging', 'environments/staging/kv/values.yaml', text => `${text}# more\n`)
    demandSuccess(await world.dispatch('promote'))
    await world.merge('kv-manifests', number)
    expect(await images(world, 'main')).toEqual(await images(world, 'staging'))
  })
})

test('what Argo CD Image Updater writes back by pull request is checked like any other', async () => {
  await using world = await openEksWorld()
  await stage(world, '7-aaaaaaa')
  await world.manifests.deliveries.take()
  // As argocd/image-updater/kv.yaml has it: repository and tag, no digest, on a branch of its own.
  const branch = 'image-updater-kv-8-bbbbbbb'
  await change(world, branch, VALUES, text =>
    text.replace(/tag: .*/, 'tag: 8-bbbbbbb').replace(/digest: .*/, 'digest: ""'),
  )
  await world.ada.pulls.create({
    ...{ owner: 'acme', repo: 'kv-manifests', title: 'Update kv', head: branch, base: 'staging' },
  })
  const { checks } = await world.playAll(world.manifests)
  demandSuccess(checks)
  expect(summaryOf(checks)).toMatch(new RegExp(`^\\+ +image: "?${IMAGE}:8-bbbbbbb"?$`, 'm'))
})
