import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { nodeProgram } from '../../test/support/runner/environment.ts'
import { outlast, outliving, survivors } from './outliving.ts'

const scratch = () => mkdtempDisposable(join(tmpdir(), 'outliving-'))

test('lines come as they are written, and nothing is left behind', async () => {
  await using folder = await scratch()
  const seen: string[] = []
  const onLine = (line: string, stream: string) => seen.push(`${stream}: ${line}`)
  const script = 'echo one; sleep 0.3; echo two >&2; sleep 0.3; printf "grüße"'
  const result = await outliving(folder.path)('sh', ['-c', script], { onLine })
  expect(result).toEqual({ code: 0, stdout: 'one\ngrüße', stderr: 'two\n' })
  expect(seen).toEqual(['stdout: one', 'stderr: two', 'stdout: grüße'])
  expect(await readdir(folder.path)).toEqual([])
})

test('exit codes, and a program that is not there', async () => {
  await using folder = await scratch()
  const run = outliving(folder.path)
  await expect(run('sh', ['-c', 'echo why >&2; exit 3'])).rejects.toThrow('exit code 3:\nwhy')
  expect(await run('sh', ['-c', 'exit 3'], { accept: 'any' })).toMatchObject({ code: 3 })
  await expect(run('no-such-program', [])).rejects.toThrow("'no-such-program' is not installed")
})

test('on cancel the program gets SIGTERM once and is waited for, and what it leaves is ended', async () => {
  await using folder = await scratch()
  const cancel = new AbortController()
  const seen: string[] = []
  const onLine = (line: string) => {
    seen.push(line)
    if (line === 'up') cancel.abort()
  }
  const script =
    'trap "echo term" TERM; sleep 62 & echo up; for i in 1 2 3 4 5; do sleep 0.1; done; echo tidied'
  const running = outliving(folder.path)('sh', ['-c', script], { signal: cancel.signal, onLine })
  await expect(running).rejects.toThrow('cancelled')
  expect(seen).toEqual(['up', 'term', 'tidied'])
})

test('where this process is killed, the program ends in peace, and can be waited for', async () => {
  await using folder = await scratch()
  const module = join(dirname(fileURLToPath(import.meta.url)), 'outliving.ts')
  const done = join(folder.path, 'done')
  const work = `sleep 1; echo still; echo here >&2; echo done > '${done}'`
  const code = `import { outliving } from '${module}'; await outliving('${folder.path}')('sh', ['-c', ${JSON.stringify(work)}])`
  const parent = spawn(nodeProgram(), ['--input-type=module-typescript', '-e', code], { stdio: 'ignore' })
  const left = async () => {
    for (;;) {
      const [one] = await survivors(folder.path)
      if (one) return one
      await sleep(50)
    }
  }
  const survivor = await left()
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  expect(await outlast(survivor, 100)).toBe(false)
  expect(await outlast(survivor, 10_000)).toBe(true)
  expect(await readFile(done, 'utf8')).toBe('done\n')
  expect(await readFile(survivor.stdout, 'utf8')).toBe('still\n')
  expect(await survivors(folder.path)).toEqual([])
})
