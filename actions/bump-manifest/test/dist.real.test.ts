import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { runAction } from '../../../test/support/runner.ts'

const files = { 'app.yaml': 'image: maestrops/backend:3-1111111\n' }
const inputs = { images: 'maestrops/backend:4-0a3087a' }
const job = { GITHUB_REPOSITORY: 'maestrops/shop', GITHUB_REF: 'refs/heads/main' }

test.each([
  ['by a push', {}],
  ['by the API', { sign: 'true' }],
])('%s: the built action lands a commit and leaves nothing behind', async (_, more) => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files })
  const token = github.token()
  const run = await runAction('bump-manifest', {
    inputs: { ...inputs, ...more },
    token,
    env: { ...github.env, ...job },
  })
  expect(run).toMatchObject({ code: 0, tempLeft: [] })
  expect(run.outputs.commit).toBe(await shop.head('main'))
  expect(run.summary).toContain('maestrops/backend:4-0a3087a')
  expect(withoutMasking(run.rawStdout)).not.toContain(token)
})

test('a step that is cancelled while it pushes leaves the branch and the runner clean', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files })
  const before = await shop.head('main')
  const token = github.token()
  github.fault({ method: 'POST', path: /git-receive-pack/, delayMs: 15_000, cut: true })
  const env = { ...github.env, ...job }
  const run = await runAction('bump-manifest', { inputs, token, env, killAfter: 4000 })
  expect(run).toMatchObject({ conclusion: 'cancelled', tempLeft: [] })
  expect(await shop.head('main')).toBe(before)
  expect(withoutMasking(run.rawStdout)).not.toContain(token)
})

test('a deploy key is used by ssh alone, and is gone afterwards', async () => {
  await using github = await startGitHub()
  const shop = await github.createRepository('maestrops/shop', { files })
  const folder = await mkdtemp(join(tmpdir(), 'ssh-'))
  // Stands in for ssh and the server's side of it: notes what it was asked, and serves the bare repository.
  const script = `#!/bin/sh
for last; do :; done
printf '%s\\n' "$*" >> '${folder}/asked'
while [ "$1" != -i ]; do shift; done
cat "$2" > '${folder}/key'
exec sh -c "$(printf %s "$last" | sed "s|'/maestrops/shop.git'|'${shop.path}'|")"
`
  await writeFile(join(folder, 'ssh'), script)
  await chmod(join(folder, 'ssh'), 0o755)
  try {
    const run = await runAction('bump-manifest', {
      inputs: { ...inputs, 'ssh-key': 'BEGIN KEY\r\nabcdefgh\r\nEND KEY' },
      env: { ...github.env, ...job, PATH: `${folder}:${process.env.PATH}` },
    })
    expect(run).toMatchObject({ code: 0, tempLeft: [] })
    expect(run.outputs.commit).toBe(await shop.head('main'))
    expect(await readFile(join(folder, 'key'), 'utf8')).toBe('BEGIN KEY\nabcdefgh\nEND KEY\n')
    expect(await readFile(join(folder, 'asked'), 'utf8')).toMatch(
      /IdentitiesOnly=yes.* git@127\.0\.0\.1 git-receive-pack/,
    )
    expect(withoutMasking(run.rawStdout)).not.toContain('abcdefgh')
  } finally {
    await rm(folder, { recursive: true })
  }
})

function withoutMasking(output: string): string {
  return output.replace(/^::add-mask::.*$/gm, '')
}
