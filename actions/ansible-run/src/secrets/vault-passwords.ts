import { readFile, stat } from 'node:fs/promises'

const EXECUTABLE = 0o111

/** A password of Ansible Vault. */
export interface VaultPassword {
  readonly id: string
  readonly password: string
}

/**
 * Reads the input `vault-passwords`: a password, or lines `id=password`. A line that ends in `=` is a password in
 * base64.
 * @throws Error that names the vault id that stands twice.
 */
export function parseVaultPasswords(text: string): VaultPassword[] {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const found = lines.map(line => {
    const [, id = 'default', password = line] = /^([A-Za-z0-9_-]+)=(?!=*$)(.*)$/.exec(line) ?? []
    return { id, password }
  })
  const ids = found.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined)
    throw new Error(`two passwords have the vault id '${twice}'; write lines id=password, one per vault id`)
  return found
}

/** The password in a file; empty where there is none, or a program that would print it. */
export async function storedPassword(path: string): Promise<string> {
  const { mode } = await stat(path).catch(() => ({ mode: EXECUTABLE }))
  return (mode & EXECUTABLE) === 0 ? (await readFile(path, 'utf8').catch(() => '')).trim() : ''
}
