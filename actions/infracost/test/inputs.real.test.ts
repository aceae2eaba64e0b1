import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../../../test/support/runner.ts'

const costs = (currency: string) => JSON.stringify({ version: '0.2', currency, projects: [] })

async function workspace() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'cost-'))
  await mkdir(join(folder.path, 'base'))
  for (const currency of ['USD', 'EUR'])
    await writeFile(join(folder.path, `${currency}.json`), costs(currency))
  await writeFile(join(folder.path, 'plan.json'), '{"format_version":"1.2"')
  return folder
}

test.each<[string, Record<string, string>, RegExp]>([
  [
    'two sources',
    { json: 'USD.json', directories: '.' },
    /'json' and 'directories' are both given; choose one/,
  ],
  ['nothing', { 'plan-json': '' }, /nothing to price: give 'plan-json', 'directories' or 'json'/],
  ['a file without projects', { json: 'USD.json' }, /USD.json: Infracost has found nothing to price/],
  ['a missing file', { json: 'no.json' }, /no.json' cannot be read/],
  [
    'a missing plan',
    { 'plan-json': 'a=no.json' },
    /'plan-json' names '.*no.json', and there is no such file/,
  ],
  ['a plan that is cut off', { 'plan-json': 'a=plan.json' }, /plan.json'/],
  ['a missing folder', { directories: 'infra' }, /names 'infra', and there is no such folder/],
  ['two currencies', { json: 'USD.json\nEUR.json' }, /'EUR.json' is in EUR and the rest in USD/],
  ['a baseline in another', { json: 'USD.json', baseline: 'EUR.json' }, /'EUR.json' is in EUR/],
  ['a folder as the baseline of files', { json: 'USD.json', baseline: 'base' }, /is for 'directories' only/],
  [
    'a limit on growth, and nothing before',
    { directories: '.', 'max-increase': '5' },
    /code alone knows no past: give 'baseline'/,
  ],
  [
    'a missing usage file',
    { directories: '.', 'usage-file': 'no.yml' },
    /'usage-file' is 'no.yml', and there is no such file/,
  ],
  [
    'a budget with a sign',
    { 'budget-monthly': '$500' },
    /input 'budget-monthly' is '\$500': write an amount/,
  ],
  ['a currency in words', { currency: 'Euro' }, /input 'currency' is 'Euro': write the three letters/],
])('%s is refused before anything is priced', async (_, inputs, message) => {
  await using folder = await workspace()
  await writeFile(join(folder.path, 'infracost'), '#!/bin/sh\necho "Infracost v0.10.45"\n', { mode: 0o755 })
  const env = { INFRACOST_API_KEY: 'key', PATH: `${folder.path}:${process.env.PATH}` }
  const run = await runAction('infracost', { cwd: folder.path, inputs, env })
  expect(run).toMatchObject({ code: 1, tempLeft: [], summary: '' })
  expect(run.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(message)])
})

test('a cancelled step ends Infracost and leaves nothing behind', async () => {
  await using folder = await workspace()
  const script = '#!/bin/sh\n[ "$1" = --version ] && { echo "Infracost v0.10.45"; exit; }\nexec sleep 60\n'
  await writeFile(join(folder.path, 'infracost'), script, { mode: 0o755 })
  const run = await runAction('infracost', {
    cwd: folder.path,
    inputs: { directories: '.' },
    env: { INFRACOST_API_KEY: 'key', PATH: `${folder.path}:${process.env.PATH}` },
    killAfter: line => line.includes('Pricing'),
  })
  expect(run).toMatchObject({ conclusion: 'cancelled', tempLeft: [] })
  expect(run.duration).toBeLessThan(20_000)
})
