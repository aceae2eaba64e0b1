import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { dotenv } from '../src/secrets/env-file.ts'

const PIECES = [
  "'",
  '"',
  '\\',
  '$',
  '$$',
  '${A}',
  '#',
  ' #',
  '=',
  '\n',
  '\r\n',
  ' ',
  'a',
  'n',
  '0',
  'ü',
  '{',
  '`',
  '!',
]

/** Values of every mixture of characters that a reader of `.env` files may stumble over; the same in every run. */
function oddValues(count: number): string[] {
  let seed = 1
  const below = (limit: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * limit)
  }
  return Array.from({ length: count }, () =>
    Array.from({ length: below(9) }, () => PIECES[below(PIECES.length)]).join(''),
  )
}

test('Docker Compose reads exactly the values that were written', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'env-file-'))
  const values = new Map(oddValues(500).map((value, index) => [`V${index}`, value]))
  const environment = Object.fromEntries([...values.keys()].map(name => [name, `\${${name}}`]))
  const files = {
    '.env': dotenv(values),
    'app.yaml': JSON.stringify({ services: { app: { image: 'app', environment } } }),
    'compose.yaml': JSON.stringify({ name: 'x', include: [{ path: 'app.yaml', env_file: ['.env'] }] }),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder.path, name), content)
  const { stdout } = await exec(await program('compose-spec'), ['--format', 'json', 'compose.yaml'], {
    cwd: folder.path,
  })
  expect(JSON.parse(stdout).services.app.environment).toEqual(Object.fromEntries(values))
})
