import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { provideBaseImages } from '../../rehearsal/stand-ins/provide.ts'
import { startEngine } from '../support/services/engine.ts'
import { startRegistry } from '../support/services/registry.ts'
import { demandSuccess, openEksWorld } from './eks-world.ts'

test('a push to staging of the source repository becomes an image, one commit in the manifests repository and a rollout', async () => {
  await using engine = await startEngine()
  await using registry = await startRegistry()
  await using world = await openEksWorld({ registry: registry.host, env: { ...engine.env } })
  const { copy, deliveries } = world.source
  await provideBaseImages(engine.env, [join(copy.folder, 'kv/Dockerfile')], { log: () => {} })
  await deliveries.take()
  await world.follow('staging', 'staging')
  const before = await world.manifests.repository.head('staging')

  const file = join(copy.folder, 'kv/src/main.ts')
  await writeFile(file, `${await readFile(file, 'utf8')}// changed\n`)
  const sha = await copy.commit('Change the service')
  await copy.push('staging')
  const { application } = await world.playAll(world.source)
  demandSuccess(application)

  const [bump, ...older] = await world.manifests.repository.log('staging')
  expect(older.map(commit => commit.sha)).toEqual([before])
  expect(bump?.message).toContain(sha)
  const deployment = await world.manifests.repository.read('staging', 'manifests/app-a/deployment.yaml')
  const [, tag, digest] = /image: .*\/kv:(\S+)@(sha256:\w+)$/m.exec(deployment ?? '') ?? []
  expect(tag).toBe(`${application?.runNumber}-${sha.slice(0, 7)}`)
  const values = await world.manifests.repository.read('staging', 'manifests/kv/values.yaml')
  expect(values).toContain(`repository: ${registry.host}/kv\n  tag: ${tag}\n  digest: "${digest}"`)

  const { rollout } = await world.playAll(world.manifests)
  demandSuccess(rollout)
})
