import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cleanUp, type Leftovers } from './cleanup.ts'

/** All that one service holds on this machine. Disposing of it removes every trace, and so does our own death. */
export interface Premises extends AsyncDisposable {
  /** A private folder (mode 0700). */
  readonly folder: string
  /** Notes a process group to end. The latest is ended first. */
  holdGroup(leader: number): void
  /** Notes an engine whose containers end with it. */
  holdEngine(docker: string, host: string): void
  /** Notes a command that takes back something set up outside the folder. The latest is run first. */
  holdUndo(program: string, ...args: string[]): void
}

let guard: ChildProcess | undefined

/** A place for a service, with a private folder whose name begins with `gitops-actions-NAME`. */
export async function openPremises(name: string): Promise<Premises> {
  const folder = await mkdtemp(join(tmpdir(), `gitops-actions-${name}-`))
  let held: Leftovers = { engines: [], groups: [], undo: [], folders: [folder] }
  const hold = (more: Partial<Leftovers>) => {
    held = { ...held, ...more }
    tellGuard({ id: folder, leftovers: held })
  }
  hold({})
  return {
    folder,
    holdGroup: leader => hold({ groups: [leader, ...held.groups] }),
    holdEngine: (docker, host) => hold({ engines: [{ docker, host }, ...held.engines] }),
    holdUndo: (...command) => hold({ undo: [command, ...held.undo] }),
    async [Symbol.asyncDispose]() {
      await cleanUp(held)
      tellGuard({ id: folder })
    },
  }
}

/** One guard serves all services of this process. It is no reason for this process to live on. */
function tellGuard(message: { id: string; leftovers?: Leftovers }): void {
  if (guard === undefined) {
    const program = join(dirname(fileURLToPath(import.meta.url)), 'guard.ts')
    guard = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    guard.unref()
    const pipe = guard.stdin as NonNullable<typeof guard.stdin> & { unref(): void }
    pipe.unref()
  }
  guard.stdin?.write(`${JSON.stringify(message)}\n`)
}
