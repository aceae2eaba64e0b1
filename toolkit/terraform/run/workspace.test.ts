import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { workspaceOf } from './workspace.ts'

test.each<[string, NodeJS.ProcessEnv, string | undefined, Record<string, string>, string]>([
  ['nothing selected', {}, undefined, {}, 'default'],
  ['one that an earlier step selected', {}, undefined, { '.terraform': 'blue' }, 'blue'],
  ['the same, with the data elsewhere', { TF_DATA_DIR: 'data' }, undefined, { data: 'green' }, 'green'],
  [
    'the data elsewhere, nothing there',
    { TF_DATA_DIR: 'data' },
    undefined,
    { '.terraform': 'blue' },
    'default',
  ],
  ['an empty note', {}, undefined, { '.terraform': '\n' }, 'default'],
  ['TF_WORKSPACE', { TF_WORKSPACE: 'red' }, undefined, { '.terraform': 'blue' }, 'red'],
  ['an empty TF_WORKSPACE', { TF_WORKSPACE: '' }, undefined, { '.terraform': 'blue' }, 'blue'],
  ['the input', { TF_WORKSPACE: 'red' }, 'white', { '.terraform': 'blue' }, 'white'],
])('%s', async (_, env, workspace, noted, expected) => {
  await using root = await mkdtempDisposable(join(tmpdir(), 'workspace-'))
  for (const [folder, name] of Object.entries(noted)) {
    await mkdir(join(root.path, folder))
    await writeFile(join(root.path, folder, 'environment'), name)
  }
  expect(workspaceOf(env, root, { workspace })).toBe(expected)
})
