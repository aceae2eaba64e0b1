import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs one body at a time under a lock, over all processes of this machine. The lock is a folder, which only one can
 * make; it names its owner, so that the lock of a process that died does not hold for ever.
 */
export async function withLock<T>(folder: string, body: () => Promise<T>): Promise<T> {
  await mkdir(dirname(folder), { recursive: true })
  while (!(await take(folder))) await sleep(100)
  try {
    return await body()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function take(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    await writeFile(join(folder, 'pid'), String(process.pid))
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
    if (await isOrphaned(folder)) await breakOpen(folder)
    return false
  }
}

async function isOrphaned(folder: string): Promise<boolean> {
  const owner = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''))
  return owner > 0 && !isAlive(owner)
}

/** One at a time, or the second would remove the lock that the first one has taken meanwhile. */
async function breakOpen(folder: string): Promise<void> {
  const breaking = `${folder}.breaking`
  const first = await mkdir(breaking).then(
    () => true,
    () => false,
  )
  if (!first) return
  if (await isOrphaned(folder)) await rm(folder, { recursive: true, force: true })
  await rm(breaking, { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
