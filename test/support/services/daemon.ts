import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../../../toolkit/action/errors.ts'
import type { Premises } from './premises.ts'

/** A program that runs until its premises are disposed of. */
export interface Daemon {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Record<string, string | undefined>
  /**
   * Whether it answers; asked again and again, with what it wrote so far. Throwing means not yet.
   * What it returns once it is ready is the result of starting.
   */
  readonly ready: (log: string) => Promise<unknown> | unknown
  /** Milliseconds until starting has failed; default 60,000. */
  readonly patience?: number
}

/**
 * Starts a daemon as its own process group, writing to a log in the premises' folder, and waits until it is ready.
 * @throws Error with the end of its log where it stops or does not get ready.
 */
export async function startDaemon<T>(
  premises: Premises,
  daemon: Omit<Daemon, 'ready'> & { ready: (log: string) => Promise<T> | T },
): Promise<T> {
  const name = basename(daemon.program)
  const log = join(premises.folder, `${name}.log`)
  const child = spawnDetached(daemon, premises.folder, log)
  const failed = new Promise<never>((_, reject) => child.once('error', reject))
  failed.catch(() => {})
  if (child.pid !== undefined) premises.holdGroup(child.pid)
  const deadline = Date.now() + (daemon.patience ?? 60_000)
  for (;;) {
    const said = await readFile(log, 'utf8')
    let why: unknown
    try {
      return await Promise.race([daemon.ready(said), failed])
    } catch (thrown) {
      why = thrown
    }
    const ended = child.exitCode !== null || child.signalCode !== null || child.pid === undefined
    if (ended || Date.now() > deadline) throw notStarted(name, ended, why, said)
    await sleep(50)
  }
}

function spawnDetached(daemon: Omit<Daemon, 'ready'>, folder: string, log: string): ChildProcess {
  const output = openSync(log, 'a', 0o600)
  try {
    const child = spawn(daemon.program, daemon.args, {
      cwd: folder,
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, PATH: systemPath(), ...daemon.env },
    })
    child.unref()
    return child
  } finally {
    closeSync(output)
  }
}

/** Daemons look for their own programs (runc, iptables) in folders that a user's PATH may lack. */
export function systemPath(): string {
  return `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin`
}

function notStarted(name: string, ended: boolean, why: unknown, said: string): Error {
  const tail = said.trimEnd().split('\n').slice(-20).join('\n')
  return new Error(
    `${name} ${ended ? 'stopped' : 'does not get ready'} (${messageOf(why)}); its log ends:\n${tail}`,
  )
}
