import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SshSettings } from './settings.ts'
import { line } from './words.ts'

/**
 * Writes variables for Ansible's command line: those outrank whatever an inventory says, so that host keys are checked
 * on every host. @returns the file's path.
 */
export async function writeSshVars({ args }: SshSettings, folder: string): Promise<string> {
  const path = join(folder, 'ssh-vars.json')
  await writeFile(path, JSON.stringify({ ansible_ssh_args: line(args) }), { mode: 0o600 })
  return path
}
