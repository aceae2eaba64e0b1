import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from './host.ts'
import { INVENTORY, inventoryFiles } from './inventory.ts'

/** Writes an inventory into a new folder. @returns the path that Ansible is given. */
export async function writeInventory(folder: string, hosts: readonly Host[]): Promise<string> {
  await mkdir(join(folder, 'host_vars'), { recursive: true, mode: 0o700 })
  const files = inventoryFiles(hosts)
  await Promise.all(files.map(({ path, content }) => writeFile(join(folder, path), content, { mode: 0o600 })))
  return join(folder, INVENTORY)
}
