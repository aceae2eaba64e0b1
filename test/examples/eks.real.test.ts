import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  change,
  DEPLOYMENT,
  DIGEST,
  demandSuccess,
  type EksWorld,
  errorsOf,
  IMAGE,
  images,
  logOf,
  openEksWorld,
  stage,
  summaryOf,
  VALUES,
} from './eks-world.ts'

describe('a pull request to the manifests', () => {
  test('is linted, rendered for both environments and valid, and shows what changes in each', async () => {
    await using world = await openEksWorld()
    await change(world, 'more', VALUES, text => text.replace('replicas: 3', 'replicas: 5'))
    await world.ada.pulls.create({
      ...{ owner: 'acme', repo: 'kv-manifests', title: 'More' },
      ...{ head: 'more', base: 'staging' },
    })
    const { checks } = await world.playAll(world.manifests)
    demandSuccess(checks)
    expect(checks?.jobs.map(({ name }) => name)).toEqual(['lint', 'render (staging)', 'render (production)'])
    for (const environment of ['staging', 'production'])
      expect(summaryOf(checks)).toContain(`## What changes in ${environment}\n\n~~~~diff\ndiff`)
    expect(summaryOf(checks)).toMatch(/^- {2}replicas: 3\n\+ {2}replicas: 5$/m)
  })

  test.each([
    [
      'a value of the wrong type',
      VALUES,
      (text: string) => text.replace('replicas: 3', 'replicas: three'),
      /^environments\/staging\/kv\/values.yaml: with manifests\/kv\/values.yaml: at '\/replicas': got string, want integer$/,
    ],
    [
      'a field that Kubernetes does not know',
      DEPLOYMENT,
      (text: string) => text.replace('minReadySeconds', 'minReadySecond'),
      /app-a.yaml did not validate for resource deployment\/app-a .* \('minReadySecond' was unexpected\)$/,
    ],
    [
      'YAML that is none',
      DEPLOYMENT,
      (text: string) => text.replace('  replicas: 3', '  replicas: [3'),
      /^manifests\/app-a\/deployment.yaml: .*syntax error/,
    ],
    [
      'an application whose key stands twice',
      'argocd/bootstrap/root.yaml',
      (text: string) => `${text}spec: {}\n`,
      /^argocd\/bootstrap\/root.yaml: .*duplication of key "spec"/,
    ],
  ])('is refused for %s', async (_what, path, edit, reason) => {
    await using world = await openEksWorld()
    await change(world, 'wrong', path, edit)
    await world.ada.pulls.create({
      ...{ owner: 'acme', repo: 'kv-manifests', title: 'Wrong' },
      ...{ head: 'wrong', base: 'staging' },
    })
    const { checks } = await world.playAll(world.manifests)
    expect(checks?.conclusion).toBe('failure')
    expect(errorsOf(checks)).toContainEqual(expect.stringMatching(reason))
  })
})

describe('everything that staging runs is promoted by pull request', () => {
  test('which holds still, is updated when asked, and leaves workflows alone', async () => {
    await using world = await openEksWorld()
    const nothing = await world.dispatch('promote')
    expect(summaryOf(nothing) + logOf(nothing)).toContain('there is nothing to promote')
    await stage(world, '7-aaaaaaa')
    await change(world, 'staging', '.github/workflows/drift.yml', text => `${text}# changed\n`)
    const first = await world.dispatch('promote')
    demandSuccess(first)
    const [proposed, ...more] = await world.pulls('kv-manifests')
    expect(more).toEqual([])
    expect(proposed).toMatchObject({ head: { ref: 'promote/staging' }, base: { ref: 'main' } })
    const { checks } = await world.playAll(world.manifests)
    demandSuccess(checks)
    expect(summaryOf(checks)).toContain(`+        image: ${IMAGE}:7-aaaaaaa@${DIGEST}`)

    await stage(world, '8-bbbbbbb')
    expect(await images(world, 'promote/staging')).toMatchObject({ values: ['7-aaaaaaa', DIGEST] })
    expect((await world.dispatch('promote')).conclusion).toBe('success')
    const [updated, ...others] = await world.pulls('kv-manifests')
    expect(others).toEqual([])
    expect(updated?.number).toBe(proposed?.number)
    expect(updated?.title).not.toBe(proposed?.title)

    await world.merge('kv-manifests', updated!.number)
    expect(await images(world, 'main')).toEqual(await images(world, 'staging'))
    expect(await world.manifests.repository.read('main', '.github/workflows/drift.yml')).not.toContain(
      '# changed',
    )
  })

  test('and again after a rollback of production, without a conflict', async () => {
    await using world = await openEksWorld()
    for (const tag of ['7-aaaaaaa', '8-bbbbbbb']) {
      await stage(world, tag)
      await world.dispatch('promote')
      await world.merge('kv-manifests', (await world.pulls('kv-manifests'))[0]!.number)
    }
    await world.manifests.deliveries.take()
    await world.follow('production')
    const undone = await world.dispatch('rollback', { environment: 'production' })
    demandSuccess(undone)
    expect(undone.jobs[0]?.environment).toBe('production')
    expect(await images(world, 'main')).toMatchObject({ values: ['7-aaaaaaa', DIGEST] })
    expect(summaryOf(undone)).toMatch(/is live in 2 applications/)

    await stage(world, '9-ccccccc')
    await world.dispatch('promote')
    await world.merge('kv-manifests', (await world.pulls('kv-manifests'))[0]!.number)
    expect(await images(world, 'main')).toMatchObject({ values: ['9-ccccccc', DIGEST] })
  })
})

describe('a rollback', () => {
  test('undoes the commit that is named, beneath newer ones', async () => {
    await using world = await openEksWorld()
    const wrong = await change(world, 'staging', 'environments/staging/kv/values.yaml', text =>
      text.replace('ratio: 1', 'ratio: 0.5'),
    )
    await stage(world, '7-aaaaaaa')
    await world.follow('staging')
    expect((await world.dispatch('rollback', { environment: 'staging', commit: wrong })).conclusion).toBe(
      'success',
    )
    expect(await images(world, 'staging')).toMatchObject({ values: ['7-aaaaaaa', DIGEST] })
    const values = await world.manifests.repository.read('staging', 'environments/staging/kv/values.yaml')
    expect(values).toContain('ratio: 1\n')
  })

  test('of a commit that is not there changes nothing, and says so', async () => {
    await using world = await openEksWorld()
    const elsewhere = await change(world, 'topic', VALUES, text => text.replace('replicas: 3', 'replicas: 5'))
    const before = await world.manifests.repository.head('main')
    const run = await world.dispatch('rollback', { environment: 'production', commit: elsewhere })
    expect(run.conclusion).toBe('failure')
    expect(errorsOf(run)).toContain(`${elsewhere} is not on main`)
    expect(await world.manifests.repository.head('main')).toBe(before)
  })

  test('beneath a newer commit that changed the same lines is refused, and says so', async () => {
    await using world = await openEksWorld()
    const commit = await change(world, 'staging', VALUES, text => text.replace('replicas: 3', 'replicas: 5'))
    const newer = await change(world, 'staging', VALUES, text => text.replace('replicas: 5', 'replicas: 4'))
    const run = await world.dispatch('rollback', { environment: 'staging', commit })
    expect(run.conclusion).toBe('failure')
    expect(errorsOf(run)).toContainEqual(expect.stringMatching(`^${commit} cannot be undone by itself`))
    expect(await world.manifests.repository.head('staging')).toBe(newer)
  })
})

describe('what runs is compared with git', () => {
  test('after a push, until it is live', async () => {
    await using world = await openEksWorld()
    await stage(world, '7-aaaaaaa')
    await world.manifests.deliveries.take()
    await world.follow('staging')
    await change(world, 'staging', VALUES, text => text.replace('replicas: 3', 'replicas: 5'))
    const { rollout } = await world.playAll(world.manifests)
    demandSuccess(rollout)
    expect(summaryOf(rollout)).toMatch(/is live in 2 applications/)
  })

  test('every night, with an issue while it differs', async () => {
    await using world = await openEksWorld()
    const drift = '.github/workflows/drift.yml'
    await change(world, 'staging', drift, text => text.replace('timeout: 2m', 'timeout: 5s'))
    await world.follow('staging')
    const [application] = await world.follow('production')
    application!.set({ health: { status: 'Degraded' } })
    const run = await world.dispatch('drift')
    expect(run.conclusion).toBe('failure')
    expect(run.jobs.map(({ conclusion }) => conclusion).sort()).toEqual(['failure', 'success'])
    const issues = await world.issues('kv-manifests')
    expect(issues.map(({ title }) => title)).toEqual(['production is not what its branch says'])
    expect(issues[0]?.body).toMatch(/^- `app-a-production`: /)
    await world.dispatch('drift')
    expect(await world.issues('kv-manifests')).toHaveLength(1)
    application!.set({ health: { status: 'Healthy' } })
    expect((await world.dispatch('drift')).conclusion).toBe('success')
    expect(await world.issues('kv-manifests')).toEqual([])
  })
})

describe('a push to main of the source repository', () => {
  const mainNow = async (world: EksWorld, edit = false): Promise<string> => {
    const { copy, deliveries } = world.source
    await copy.checkout('staging')
    const file = join(copy.folder, 'kv/src/main.ts')
    await writeFile(file, `${await readFile(file, 'utf8')}// staged\n`)
    const staged = await copy.commit('Change the service')
    await copy.push('staging')
    if (edit) {
      await writeFile(file, `${await readFile(file, 'utf8')}// and changed again\n`)
      await copy.commit('Change it again')
    }
    await deliveries.take()
    // A squash: main has the content, and none of the commits.
    const { data } = await world.ada.pulls.create({
      ...{ owner: 'acme', repo: 'kv-source', title: 'Release' },
      ...{ head: 'staging', base: 'main' },
    })
    if (edit) await copy.push('HEAD:main')
    else
      await world.ada.pulls.merge({
        ...{ owner: 'acme', repo: 'kv-source', pull_number: data.number, merge_method: 'squash' },
      })
    return staged
  }

  test('proposes the very image that staging runs', async () => {
    await using world = await openEksWorld()
    const staged = await mainNow(world)
    await stage(world, `3-${staged.slice(0, 7)}`)
    const { application } = await world.playAll(world.source)
    demandSuccess(application)
    expect(application?.jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual(
      expect.arrayContaining([
        ['image', 'skipped'],
        ['staging', 'skipped'],
        ['production', 'success'],
      ]),
    )
    const [proposed] = await world.pulls('kv-manifests')
    expect(proposed).toMatchObject({ head: { ref: 'promote/kv' }, base: { ref: 'main' } })
    expect(await images(world, 'promote/kv')).toEqual(await images(world, 'staging'))
  })

  test('and where staging has moved on between two promotions, the second must be made anew', async () => {
    await using world = await openEksWorld()
    const staged = await mainNow(world)
    await stage(world, `3-${staged.slice(0, 7)}`)
    demandSuccess((await world.playAll(world.source)).application)
    await stage(world, '4-bbbbbbb')
    demandSuccess(await world.dispatch('promote'))
    const pulls = await world.pulls('kv-manifests')
    const numberOf = (ref: string) => pulls.find(({ head }) => head.ref === ref)?.number ?? 0
    await world.merge('kv-manifests', numberOf('promote/kv'))
    await expect(world.merge('kv-manifests', numberOf('promote/staging'))).rejects.toMatchObject({
      status: 405,
    })
    demandSuccess(await world.dispatch('promote'))
    await world.merge('kv-manifests', numberOf('promote/staging'))
    expect(await images(world, 'main')).toMatchObject({ values: ['4-bbbbbbb', DIGEST] })
  })

  test('is refused where staging runs something else', async () => {
    await using world = await openEksWorld()
    const staged = await mainNow(world, true)
    await stage(world, `3-${staged.slice(0, 7)}`)
    const { application } = await world.playAll(world.source)
    expect(application?.conclusion).toBe('failure')
    expect(logOf(application)).toContain('kv/ on main is not what that was built from')
    expect(await world.pulls('kv-manifests')).toEqual([])
  })
})
