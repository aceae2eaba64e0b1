import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { exec } from '../../../toolkit/exec/exec.ts'
import { unifiedDiff } from '../src/diff.ts'
import { bump } from './bump.ts'

const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: x/a:1\n  - image: x/a # end\n'

test.each([
  ['plain.yaml', pod],
  ['with space and ü.yaml', pod],
  ['windows.yaml', pod.replaceAll('\n', '\r\n')],
  ['open-end.yaml', pod.trimEnd()],
  ['bom.yaml', `\ufeff${pod}`],
  ['far-apart.yaml', `${pod}---\n${'# filler\n'.repeat(50)}${pod}`],
  ['values.yaml', 'image:\n  repository: x/a'],
])('git applies the diff of %s', async (path, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'diff-'))
  try {
    await writeFile(join(folder, path), text)
    const plan = bump({ [path]: text }, { images: 'x/a:2' })
    await exec('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: folder,
      input: unifiedDiff(plan.changes),
    })
    expect(await readFile(join(folder, path), 'utf8')).toBe(plan.changes[0]?.after)
  } finally {
    await rm(folder, { recursive: true })
  }
})
