import { mkdir, mkdtempDisposable, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { PlannedImage } from '../src/plan.ts'
import { locate } from '../src/workspace.ts'

async function checkout() {
  const outer = await mkdtempDisposable(join(tmpdir(), 'workspace-'))
  const root = join(outer.path, 'repo')
  await mkdir(join(root, 'api'), { recursive: true })
  await mkdir(join(root, 'empty'))
  await mkdir(join(outer.path, 'secret'))
  await writeFile(join(outer.path, 'secret/Dockerfile'), 'FROM scratch')
  await writeFile(join(root, 'api/Dockerfile'), 'FROM scratch')
  await symlink('../secret', join(root, 'link'))
  await symlink('api', join(root, 'fine'))
  await symlink('../../secret/Dockerfile', join(root, 'api/Linked'))
  return { root, [Symbol.asyncDispose]: () => outer.remove() }
}
const image = (context: string, file = `${context}/Dockerfile`) =>
  ({ name: 'a', context, file }) as PlannedImage

test('paths become absolute, links inside the workspace are followed', async () => {
  await using repo = await checkout()
  const api = { context: join(repo.root, 'api'), file: join(repo.root, 'api/Dockerfile') }
  expect(await locate(image('./api'), repo.root)).toMatchObject(api)
  expect(await locate(image('fine'), repo.root)).toMatchObject(api)
  expect(await locate(image(join(repo.root, 'api')), repo.root)).toMatchObject(api)
})

test('a workspace that is not there is told by name', async () => {
  await expect(locate(image('api'), '/nowhere')).rejects.toThrow("the workspace '/nowhere' does not exist")
})

describe('what is not there, or not ours, is refused', () => {
  test.each([
    [image('missing'), "image 'a' has the context 'missing': it does not exist"],
    [image('..'), "image 'a' has the context '..': it lies outside the workspace"],
    [image('/etc'), "image 'a' has the context '/etc': it lies outside the workspace"],
    [image('link'), "image 'a' has the context 'link': it lies outside the workspace"],
    [image('empty'), "image 'a' has the Dockerfile 'empty/Dockerfile': it does not exist"],
    [image('api', 'api'), "image 'a' has the Dockerfile 'api': it is no file"],
    [image('api', 'api/Linked'), "image 'a' has the Dockerfile 'api/Linked': it lies outside the workspace"],
    [image('api/Dockerfile', 'api/Dockerfile'), 'it is no folder'],
    [image('https://example.com/repo.git'), 'addresses are not built from'],
  ])('%j', async (wrong, message) => {
    await using repo = await checkout()
    await expect(locate(wrong, repo.root)).rejects.toThrow(message)
  })
})
