import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { bump } from './landing.ts'

const FILE = 'image: maestrops/backend:3-1111111\n'
const images = 'maestrops/backend:4-0a3087a'

async function workspace() {
  const outside = await mkdtemp(join(tmpdir(), 'workspace-'))
  const folder = join(outside, 'shop')
  await mkdir(join(folder, '.git'), { recursive: true })
  await writeFile(join(outside, 'outside.yaml'), FILE)
  await writeFile(join(folder, '.git/app.yaml'), FILE)
  await writeFile(join(folder, 'app.yaml'), FILE)
  await symlink('../outside.yaml', join(folder, 'link.yaml'))
  await symlink('..', join(folder, 'up'))
  const write = (inputs: Record<string, string>) =>
    bump({ env: {} }, { inputs: { mode: 'write', images, ...inputs }, env: { GITHUB_WORKSPACE: folder } })
  const read = (path: string) => readFile(join(folder, path), 'utf8')
  return { folder, write, read, [Symbol.asyncDispose]: () => rm(outside, { recursive: true }) }
}

test('only regular files inside the workspace are written, in one step, modes kept', async () => {
  await using there = await workspace()
  await chmod(join(there.folder, 'app.yaml'), 0o755)
  const { outputs } = await there.write({})
  expect(outputs).toMatchObject({ changed: true, 'changed-files': 'app.yaml', commit: undefined })
  expect(await there.read('app.yaml')).toBe('image: maestrops/backend:4-0a3087a\n')
  expect((await stat(join(there.folder, 'app.yaml'))).mode & 0o777).toBe(0o755)
  expect(await there.read('../outside.yaml')).toBe(FILE)
  expect(await there.read('.git/app.yaml')).toBe(FILE)
  expect(await readdir(there.folder)).toEqual(['.git', 'app.yaml', 'link.yaml', 'up'])
})

test('a folder of somebody else is left alone', async () => {
  await using there = await workspace()
  const folder = join(there.folder, 'data')
  await mkdir(folder)
  await chmod(there.folder, 0o777)
  await chmod(dirname(there.folder), 0o755)
  await chmod(folder, 0)
  await writeFile(join(there.folder, '.env'), 'TAG=1', { mode: 0 })
  // Root may read everything; the runner is another user.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    expect((await there.write({ 'dry-run': 'true' })).outputs).toMatchObject({ 'changed-files': 'app.yaml' })
  } finally {
    if (isRoot) process.seteuid?.(0)
    await chmod(folder, 0o700)
  }
})

test('dry-run writes nothing', async () => {
  await using there = await workspace()
  expect((await there.write({ 'dry-run': 'true' })).outputs.diff).toContain(
    '+image: maestrops/backend:4-0a3087a',
  )
  expect(await there.read('app.yaml')).toBe(FILE)
})

test.each([
  [{ files: 'link.yaml' }, "input 'files' names 'link.yaml', which is a symbolic link"],
  [{ files: '../*.yaml' }, "input 'files' names '../*.yaml'"],
  [{ files: '/etc/*.yaml' }, "input 'files' names '/etc/*.yaml'"],
  [{ set: 'up/outside.yaml#image=x' }, "input 'set' names the file 'up/outside.yaml', which is not there"],
  [{ repository: 'a/b' }, "input 'repository' has no use in mode 'write'"],
])('%o is refused, and nothing is written', async (inputs, message) => {
  await using there = await workspace()
  await expect(there.write(inputs)).rejects.toThrow(message)
  expect(await there.read('app.yaml')).toBe(FILE)
  expect(await there.read('../outside.yaml')).toBe(FILE)
})
