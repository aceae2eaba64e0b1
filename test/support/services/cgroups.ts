import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What limits on containers are made of. */
const WANTED = ['cpu', 'memory', 'pids']

/**
 * Lets an engine limit its containers where this machine is itself a container with control groups of version 2. There
 * a group hands its controllers down only while no process is in it (cgroups(7), "no internal processes"), so all move
 * to a group below. Elsewhere nothing is done; where it is forbidden, containers go without limits.
 * @param root where the control groups are mounted.
 */
export async function handDownControllers(root = '/sys/fs/cgroup'): Promise<void> {
  const [offered, handed] = [
    await words(root, 'cgroup.controllers'),
    await words(root, 'cgroup.subtree_control'),
  ]
  const missing = WANTED.filter(name => offered.includes(name) && !handed.includes(name))
  if (missing.length === 0) return
  const below = join(root, 'init')
  await mkdir(below, { recursive: true }).catch(() => {})
  for (const process of await words(root, 'cgroup.procs')) await tell(below, 'cgroup.procs', process)
  for (const name of missing) await tell(root, 'cgroup.subtree_control', `+${name}`)
}

async function words(group: string, file: string): Promise<string[]> {
  const text = await readFile(join(group, file), 'utf8').catch(() => '')
  return text.split(/\s+/).filter(word => word !== '')
}

/** A process may have ended meanwhile. */
async function tell(group: string, file: string, word: string): Promise<void> {
  await writeFile(join(group, file), word, { flag: 'r+' }).catch(() => {})
}
