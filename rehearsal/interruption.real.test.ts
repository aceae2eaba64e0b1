import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { machineEnvironment } from '../test/support/runner/environment.ts'

const SCRIPT = join(import.meta.dirname, 'test-rehearsal.ts')

test.each<{ phase: string; under: string; signals: NodeJS.Signals[]; code: number }>([
  { phase: 'workflow', under: 'sleep 301', signals: ['SIGTERM'], code: 143 },
  { phase: 'program', under: 'sleep 302', signals: ['SIGINT'], code: 130 },
  // What does not end by itself is left at the second signal; nothing remains of that either.
  { phase: 'stubborn', under: 'sleep 303', signals: ['SIGTERM', 'SIGTERM'], code: 143 },
])('$signals while in a $phase: nothing more begins, and nothing is left', async told => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'interrupted-'))
  const temp = join(folder.path, 'tmp')
  await mkdir(temp)
  const env = { ...machineEnvironment(), TMPDIR: temp }
  const args = ['--disable-warning=ExperimentalWarning', SCRIPT, told.phase, join(folder.path, 'report.html')]
  const rehearsal = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  using _ended = { [Symbol.dispose]: () => void rehearsal.kill('SIGKILL') }
  const [output, exit] = [text(rehearsal.stdout), once(rehearsal, 'exit')]
  await until(async () => (await runningIn(temp)).some(line => line.endsWith(told.under)))
  await sleep(200)
  const at = Date.now()
  for (const signal of told.signals) {
    rehearsal.kill(signal)
    await sleep(100)
  }
  await exit
  expect(rehearsal.exitCode).toBe(told.code)
  expect(Date.now() - at).toBeLessThan(8_000)
  await until(async () => (await runningIn(temp)).length === 0)
  expect(await readdir(temp)).toEqual([])
  const said = await output
  expect(said).toContain(`${told.signals[0]}: ending what runs`)
  expect(said).not.toMatch(/✔|always|after|Go on$/m)
})

/** The command lines of all programs that have a folder as their TMPDIR. */
async function runningIn(temp: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const read = (pid: string, what: string) => readFile(`/proc/${pid}/${what}`, 'utf8').catch(() => '')
  const found = await Promise.all(
    pids.map(async pid => {
      const isOurs = (await read(pid, 'environ')).split('\0').includes(`TMPDIR=${temp}`)
      return isOurs ? [(await read(pid, 'cmdline')).split('\0').join(' ').trim()] : []
    }),
  )
  return found.flat()
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within 30 s: ${holds}`)
    await sleep(50)
  }
}
