import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { setTimeout as sleep } from 'node:timers/promises'
import { CancelledError, UserError } from '../action/errors.ts'
import { isRunning, type Process, processOf } from './descendants.ts'
import { type Exec, ExecError, type ExecOptions } from './exec.ts'

const POLL = 100

/** A program that was left running. */
export interface Survivor {
  readonly program: string
  /** The file that its standard output goes to. */
  readonly stdout: string
  readonly process: Process
}

/**
 * Runs programs that must not be cut off: their output goes into files and not into pipes, whose end would kill them,
 * and they have a session of their own, so that no signal for this process reaches them by itself. On abort the program
 * gets SIGTERM, once, and is waited for. Should this process be killed meanwhile (GitHub's runner does so 10 s after
 * cancelling a step, and kills nothing else), the program ends in peace, and a later process can wait for it.
 * @param folder an existing private folder that outlives this process; `survivors` looks for programs there.
 */
export function outliving(folder: string): Exec {
  return async (program, args, options = {}) => {
    options.signal?.throwIfAborted()
    const own = join(folder, `${Date.now()}-${Math.random().toString(36).slice(2)}`)
    await mkdir(own, { mode: 0o700 })
    const stdout = follow(join(own, 'stdout'), line => options.onLine?.(line, 'stdout'))
    const stderr = follow(join(own, 'stderr'), line => options.onLine?.(line, 'stderr'))
    try {
      const child = spawn(program, args, {
        detached: true,
        env: options.env ?? process.env,
        stdio: ['ignore', stdout.fd, stderr.fd],
        ...(options.cwd !== undefined && { cwd: options.cwd }),
      })
      const code = await watched(child, options, async () => {
        const running = child.pid === undefined ? undefined : processOf(child.pid)
        const note: Survivor | undefined = running && { program, stdout: stdout.path, process: running }
        if (note) await writeFile(join(own, 'running.json'), JSON.stringify(note), { mode: 0o600 })
      })
      const result = { code, stdout: stdout.end(), stderr: stderr.end() }
      if (options.signal?.aborted) throw new CancelledError()
      const { accept = [0] } = options
      if (accept !== 'any' && !accept.includes(code))
        throw new ExecError(program, args, result, `failed with exit code ${code}`)
      return result
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT')
        throw new UserError(`'${program}' is not installed on this runner; install it in an earlier step`)
      throw thrown
    } finally {
      stdout.close()
      stderr.close()
      await rm(own, { recursive: true, force: true })
    }
  }
}

/** The programs that `outliving` started in a folder and that still run. */
export async function survivors(folder: string): Promise<Survivor[]> {
  const entries = await readdir(folder).catch(() => [])
  const notes = await Promise.all(
    entries.map(entry => readFile(join(folder, entry, 'running.json'), 'utf8').catch(() => undefined)),
  )
  return notes
    .flatMap(note => (note === undefined ? [] : [JSON.parse(note) as Survivor]))
    .filter(({ process }) => isRunning(process))
}

/** Waits for a program to end. @returns false where it still runs after so many milliseconds. */
export async function outlast({ process }: Survivor, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; isRunning(process); await sleep(POLL))
    if (Date.now() > until) return false
  return true
}

async function watched(
  child: ChildProcess,
  { signal }: ExecOptions,
  onSpawn: () => Promise<void>,
): Promise<number> {
  const cancel = () => void child.kill('SIGTERM')
  try {
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', code => resolve(code ?? 1))
    })
    await Promise.all([
      new Promise(resolve => child.once('spawn', resolve).once('error', resolve)),
      onSpawn(),
    ])
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel)
    return await ended
  } finally {
    signal?.removeEventListener('abort', cancel)
    if (signal?.aborted) endGroup(child)
  }
}

/** What a cancelled program has started and left behind would hold up the job. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM')
  } catch {
    // Nothing was left.
  }
}

/** A new file (mode 0600) that is read line by line while another process writes to it. */
function follow(path: string, onLine: (line: string) => void) {
  const [fd, reading] = [openSync(path, 'wx', 0o600), openSync(path, 'r')]
  const decoder = new StringDecoder('utf8')
  const chunk = Buffer.alloc(65_536)
  let [all, rest] = ['', '']
  const read = () => {
    for (;;) {
      const size = readSync(reading, chunk)
      if (size === 0) return
      const text = decoder.write(chunk.subarray(0, size))
      all += text
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line.replace(/\r$/, ''))
    }
  }
  const timer = setInterval(read, POLL)
  return {
    fd,
    path,
    /** Reads what is left. @returns all that was written. */
    end(): string {
      clearInterval(timer)
      read()
      if (rest !== '') onLine(rest)
      return all
    },
    close(): void {
      clearInterval(timer)
      closeSync(fd)
      closeSync(reading)
    },
  }
}
