import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { writeReport } from '../report-page/write.ts'
import { setStage } from '../stage.ts'
import { createTeller } from '../story.ts'
import { playApplication } from './application.ts'
import { playDeployment } from './deployment.ts'
import { firstApply } from './infrastructure.ts'
import { openShop } from './shop.ts'

// Each scene demands what it is to show; the demo plays the same, with the AWS provider where it can be had.
test('a push to integration becomes images, and merged to deployment containers that answer', async () => {
  const lines: string[] = []
  const teller = createTeller('Test', '', line => lines.push(line))
  await using real = await setStage()
  const stage = { ...real, awsProvider: false }
  const shop = await openShop(stage, teller)
  const play = async () => {
    await firstApply(stage, shop, teller)
    await playDeployment(stage, shop, await playApplication(stage, shop, teller), teller)
  }
  await play().catch((thrown: unknown) => {
    throw new Error(lines.join('\n'), { cause: thrown })
  })
  expect(teller.story.scenes.map(({ error }) => error)).toEqual(teller.story.scenes.map(() => undefined))

  const folder = await mkdtemp(join(tmpdir(), 'report-'))
  await writeReport(teller.story, join(folder, 'report/index.html'))
  const report = await readFile(join(folder, 'report/index.html'), 'utf8')
  await rm(folder, { recursive: true })
  expect(report).toContain('Everything held')
  // A key line by line, however it is indented.
  const secrets = shop.secrets
    .flatMap(secret => secret.split('\n'))
    .filter(line => /^[\w+/=-]{16,}$/.test(line))
  expect(secrets.length).toBeGreaterThan(shop.secrets.length)
  for (const secret of secrets) {
    expect(report).not.toContain(secret)
    expect(lines.join('\n')).not.toContain(secret)
  }
})
