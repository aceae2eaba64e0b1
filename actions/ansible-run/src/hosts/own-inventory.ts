import { mkdir, writeFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'

/** The group of hosts to play again on: by a group, as a name could also be that of a group with other hosts. */
export const LOST_GROUP = 'gitops_actions_unreachable'

const NAME = 'inventory.ini'

/**
 * Writes an inventory of ours, to be given to Ansible after all others: modules that run on the runner itself leave
 * their files, which may hold secrets, in our private folder instead of ~/.ansible/tmp. @returns its path.
 */
export async function writeOwnInventory(folder: string): Promise<string> {
  await mkdir(join(folder, 'host_vars'), { recursive: true, mode: 0o700 })
  const vars = JSON.stringify({ ansible_remote_tmp: join(folder, 'tmp') })
  await writeFile(join(folder, 'host_vars/localhost.json'), vars, { mode: 0o600 })
  await nameLost(join(folder, NAME), [])
  return join(folder, NAME)
}

/** Whether a host can stand in that group: inventories of other kinds allow names that INI reads as something else. */
export function canBeNamed(host: string): boolean {
  return /^[\w.@-]+$/.test(host) || isIPv6(host)
}

/** Puts hosts into the group of those to play again on. @param path of our inventory */
export async function nameLost(path: string, hosts: readonly string[]): Promise<void> {
  const members = hosts.map(host => `${host}\n`).join('')
  await writeFile(path, `[${LOST_GROUP}]\n${members}`, { mode: 0o600 })
}
