import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { catalogue } from './catalogue.ts'
import { findOnMachine } from './find.ts'
import { withLock } from './lock.ts'

const path = process.env.PATH
afterEach(() => {
  process.env.PATH = path
})

/** Puts a program of our own first on PATH. */
async function plant(file: string, says: string) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-find-'))
  const program = join(folder.path, file)
  await writeFile(program, `#!/bin/sh\necho '${says}'\n`)
  await chmod(program, 0o755)
  process.env.PATH = `${folder.path}${delimiter}${path}`
  return { program, [Symbol.asyncDispose]: () => folder.remove() }
}

test('a program that says it is the right one is taken', async () => {
  await using planted = await plant('yq', 'yq (https://github.com/mikefarah/yq/) version v4.99.0')
  expect(await findOnMachine(catalogue.yq)).toBe(planted.program)
})

test.each([
  ['another of that name', 'yq 3.4.3'],
  ['one that is too old', 'yq (https://github.com/mikefarah/yq/) version v4.2.0'],
])('%s is passed by', async (_, says) => {
  await using planted = await plant('yq', says)
  expect(await findOnMachine(catalogue.yq)).not.toBe(planted.program)
})

test('a lock lets one body run at a time, and that of a dead process does not hold', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'gitops-actions-lock-'))
  const lock = join(folder.path, 'a.lock')
  let inside = 0
  const most: number[] = []
  const body = async () => {
    most.push(++inside)
    await new Promise(resolve => setTimeout(resolve, 20))
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(lock, body)))
  expect(most).toEqual([1, 1, 1])

  const dead = spawnSync(process.execPath, ['-e', '']).pid
  await mkdir(lock)
  await writeFile(join(lock, 'pid'), String(dead))
  expect(await withLock(lock, async () => 'taken over')).toBe('taken over')
})
