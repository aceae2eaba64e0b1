import { expect, test } from '@jest/globals'
import { setStage } from '../stage.ts'
import { createTeller } from '../story.ts'
import { playInfrastructure } from './infrastructure.ts'
import { openShop } from './shop.ts'

// The demo plays the same with the AWS provider, where it can be had, and on servers.
test('a reviewed plan is applied, also where there is no AWS provider', async () => {
  const lines: string[] = []
  const teller = createTeller('Test', '', line => lines.push(line))
  await using real = await setStage()
  const stage = { ...real, awsProvider: false, servers: false }
  const shop = await openShop(stage, teller)
  await playInfrastructure(stage, shop, teller).catch((thrown: unknown) => {
    throw new Error(lines.join('\n'), { cause: thrown })
  })
  const comments = teller.story.scenes.flatMap(({ exhibits }) =>
    exhibits.flatMap(exhibit => (exhibit.kind === 'comment' ? [exhibit.body] : [])),
  )
  expect(comments).toEqual([
    expect.stringContaining('terraform_data.server'),
    expect.stringContaining('applied'),
  ])
  expect(lines.join('\n')).not.toContain(stage.prices.apiKey)
})
