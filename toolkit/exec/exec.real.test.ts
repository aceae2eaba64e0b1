import { expect, test } from '@jest/globals'
import { exec } from './exec.ts'

test('arguments reach the program as they are', async () => {
  const nasty = ['a b', '$(id)', '`id`', '"', "'", ';', '*', '']
  const { stdout } = await exec('printf', ['%s\n', ...nasty])
  expect(stdout.split('\n').slice(0, -1)).toEqual(nasty)
})

test('a missing program is the user’s to install', async () => {
  await expect(exec('no-such-program', [])).rejects.toThrow("'no-such-program' is not installed")
})

test('a failure tells what the program said', async () => {
  await expect(exec('git', ['frobnicate'])).rejects.toThrow(
    /exit code 1:\ngit: 'frobnicate' is not a git command/,
  )
})

test('a program that hangs is ended', async () => {
  await expect(exec('sleep', ['60'], { timeout: 100 })).rejects.toThrow('gave no answer within 100 ms')
})

test('a cancelled program gets SIGTERM and is waited for', async () => {
  const cancel = new AbortController()
  const script = 'trap "echo tidied; exit 0" TERM; echo up; while :; do sleep 0.05; done'
  const seen: string[] = []
  const onLine = (line: string) => {
    seen.push(line)
    cancel.abort()
  }
  await expect(exec('sh', ['-c', script], { signal: cancel.signal, onLine })).rejects.toThrow('cancelled')
  expect(seen).toEqual(['up', 'tidied'])
})

// Waiting for pipes that an orphan holds open would take @actions/exec ten seconds.
test.each([
  ['on timeout', () => ({ timeout: 300 }), 'gave no answer'],
  ['on cancel', () => ({ signal: AbortSignal.timeout(300) }), 'cancelled'],
])('what a program leaves running is ended with it, %s', async (_, options, message) => {
  const begun = performance.now()
  await expect(exec('sh', ['-c', 'sleep 61 & wait'], options())).rejects.toThrow(message)
  expect(performance.now() - begun).toBeLessThan(9500)
})

test('what a program needs to finish is ended after it', async () => {
  const cancel = new AbortController()
  const helper = 'trap "echo helper; exit" TERM; echo up; while :; do sleep 0.05; done'
  const script = `trap "sleep 0.3; echo program; exit" TERM; sh -c '${helper}' & while :; do sleep 0.05; done`
  const seen: string[] = []
  const onLine = (line: string) => {
    seen.push(line)
    if (line === 'up') cancel.abort()
  }
  await expect(exec('sh', ['-c', script], { signal: cancel.signal, onLine })).rejects.toThrow('cancelled')
  expect(seen).toEqual(['up', 'program', 'helper'])
})

test('standard input is passed on', async () => {
  expect((await exec('cat', [], { input: 's3cret' })).stdout).toBe('s3cret')
})

test('a program that asks is told that nobody answers', async () => {
  expect((await exec('cat', [], { timeout: 3000 })).stdout).toBe('')
})

test('bytes that are no text come through unchanged', async () => {
  const chunks: Buffer[] = []
  await exec('printf', ['\\377\\000\\n'], { onBytes: chunk => chunks.push(chunk) })
  expect(Buffer.concat(chunks)).toEqual(Buffer.from([0xff, 0, 0x0a]))
})

test('a program that does not read its standard input is judged by its end', async () => {
  expect((await exec('true', [], { input: 'x'.repeat(1_000_000) })).code).toBe(0)
  await expect(exec('false', [], { input: 'x'.repeat(1_000_000) })).rejects.toThrow('exit code 1')
})

test('with its whole tree, a program that only waits for another is ended by ending that', async () => {
  const cancel = new AbortController()
  const seen: string[] = []
  const onLine = (line: string, stream: string) => {
    if (stream === 'stdout') seen.push(line)
    cancel.abort()
  }
  const script = 'trap : TERM; echo up; sleep 61; echo tidied'
  const started = performance.now()
  const running = exec('sh', ['-c', script], { signal: cancel.signal, wholeTree: true, onLine })
  await expect(running).rejects.toThrow('cancelled')
  expect(seen).toEqual(['up', 'tidied'])
  expect(performance.now() - started).toBeLessThan(30_000)
})
