import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { writeReport } from '../report-page/write.ts'
import { setStage } from '../stage.ts'
import { createTeller } from '../story.ts'
import { playApplication } from './application.ts'
import { openShop } from './shop.ts'

test('a push to integration becomes images and one commit that names them', async () => {
  const lines: string[] = []
  const teller = createTeller('Test', '', line => lines.push(line))
  await using stage = await setStage()
  const shop = await openShop(stage, teller)
  await playApplication(stage, shop, teller).catch((thrown: unknown) => {
    throw new Error(lines.join('\n'), { cause: thrown })
  })
  expect(teller.story.scenes.map(({ error }) => error)).toEqual(teller.story.scenes.map(() => undefined))

  const folder = await mkdtemp(join(tmpdir(), 'report-'))
  await writeReport(teller.story, join(folder, 'report/index.html'))
  const report = await readFile(join(folder, 'report/index.html'), 'utf8')
  await rm(folder, { recursive: true })
  expect(report).toContain('Everything held')
  expect(report).not.toContain(stage.registry.password)
  expect(lines.join('\n')).not.toContain(stage.registry.password)
})
