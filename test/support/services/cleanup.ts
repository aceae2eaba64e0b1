import { readFile, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { exec } from '../../../toolkit/exec/exec.ts'

/** What a service would leave behind on this machine: data, so that another process can clean up after a crash. */
export interface Leftovers {
  /** Engines whose containers are killed first: each may ignore SIGTERM, and its engine would wait ten seconds. */
  readonly engines: readonly { readonly docker: string; readonly host: string }[]
  /** Leaders of process groups, in the order in which they are ended. */
  readonly groups: readonly number[]
  /** Commands that take back what was set up; each may fail. */
  readonly undo: readonly (readonly [program: string, ...args: string[]])[]
  /** Private folders, with whatever is mounted in them. */
  readonly folders: readonly string[]
}

const TERM_PATIENCE = 15_000

/** Ends the processes, takes back the set-up, unmounts and removes the folders. Doing it twice does no harm. */
export async function cleanUp(leftovers: Leftovers): Promise<void> {
  for (const engine of leftovers.engines) await killContainers(engine)
  for (const group of leftovers.groups) await endGroup(group)
  for (const [program, ...args] of leftovers.undo) await attempt(program, args)
  for (const folder of leftovers.folders) await removeFolder(folder)
}

/** An engine that was killed while it started may mount once more after we looked, so we look again. */
async function removeFolder(folder: string): Promise<void> {
  for (let triesLeft = 20; ; triesLeft--) {
    for (const mount of await mountsBelow(folder)) await attempt('umount', ['-l', mount])
    try {
      return await rm(folder, { recursive: true, force: true })
    } catch (thrown) {
      if (triesLeft === 0) throw thrown
      await sleep(100)
    }
  }
}

async function killContainers({ docker, host }: Leftovers['engines'][number]): Promise<void> {
  const run = (...args: string[]) =>
    exec(docker, ['--host', host, ...args], { accept: 'any', timeout: TERM_PATIENCE }).catch(() => undefined)
  const running = (await run('ps', '--quiet'))?.stdout.split('\n').filter(id => id !== '') ?? []
  if (running.length > 0) await run('kill', ...running)
}

async function attempt(program: string, args: string[]): Promise<void> {
  await exec(program, args, { accept: 'any' }).catch(() => {})
}

async function endGroup(leader: number): Promise<void> {
  send(leader, 'SIGTERM')
  const deadline = Date.now() + TERM_PATIENCE
  while (isRunning(leader) && Date.now() < deadline) await sleep(20)
  send(-leader, 'SIGKILL')
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal)
  } catch {
    // Gone already.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Mount points in a folder, the innermost first (proc(5), mountinfo: the fifth field, with octal escapes). */
async function mountsBelow(folder: string): Promise<string[]> {
  const table = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return table
    .split('\n')
    .map(line =>
      (line.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(parseInt(code, 8))),
    )
    .filter(mount => mount.startsWith(`${folder}/`))
    .reverse()
}
