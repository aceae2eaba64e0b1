import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { bump } from './landing.ts'

const WRITERS = 40
const names = Array.from({ length: WRITERS }, (_, n) => `maestrops/app-${n}`)
const FILE = ['services:', ...names.map((name, n) => `  app-${n}:\n    image: ${name}:1-0000000`), ''].join(
  '\n',
)

// All write to one and the same file: whoever sends old content again reverts somebody.
test.each([
  ['pushes', {}],
  ['the API', { sign: 'true' }],
])(`${WRITERS} writers race on one branch by %s: all land, nothing is lost`, async (_, more) => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files: { 'compose.yaml': FILE } })
  const token = github.token()
  const runs = await Promise.all(
    names.map(name => bump(github, { inputs: { images: `${name}:2-1111111`, token, ...more } })),
  )
  const log = await shop.log('main')
  expect(await shop.read('main', 'compose.yaml')).toBe(FILE.replaceAll('1-0000000', '2-1111111'))
  expect(log).toHaveLength(1 + WRITERS)
  expect(log.every(({ parents }) => parents.length <= 1)).toBe(true)
  expect(new Set(log.map(({ sha }) => sha))).toEqual(
    new Set([log.at(-1)?.sha, ...runs.map(({ outputs }) => outputs.commit)]),
  )
})
