import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { handDownControllers } from './cgroups.ts'

/** Files as the kernel has them, which keep what was written to them last. */
async function groups(files: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-cgroups-'))
  await mkdir(join(folder.path, 'init'))
  await writeFile(join(folder.path, 'init/cgroup.procs'), '')
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder.path, name), content)
  return folder
}

describe('control groups', () => {
  test('of a container hand nothing down, until its processes move', async () => {
    await using root = await groups({
      'cgroup.controllers': 'cpuset cpu io memory pids\n',
      'cgroup.subtree_control': '\n',
      'cgroup.procs': '17\n',
    })
    await handDownControllers(root.path)
    expect(await readFile(join(root.path, 'init/cgroup.procs'), 'utf8')).toBe('17')
    expect(await readFile(join(root.path, 'cgroup.subtree_control'), 'utf8')).toContain('+pids')
  })

  test.each([
    [
      'of a machine with systemd hand all down',
      {
        'cgroup.controllers': 'cpu memory pids io\n',
        'cgroup.subtree_control': 'cpu memory pids\n',
        'cgroup.procs': '1\n',
      },
    ],
    ['of version 1 have no such files', {}],
  ])('%s, and stay as they are', async (_which, files) => {
    await using root = await groups(files)
    await handDownControllers(root.path)
    expect(await readFile(join(root.path, 'init/cgroup.procs'), 'utf8')).toBe('')
    expect((await readdir(root.path)).toSorted()).toEqual([...Object.keys(files), 'init'].toSorted())
  })
})
