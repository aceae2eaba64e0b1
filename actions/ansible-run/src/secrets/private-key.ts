import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import { normaliseKey } from '../../../../toolkit/git/access.ts'

/**
 * Writes the private key to a private file, and makes sure that ssh can use it.
 * @returns the file's path.
 * @throws UserError where it has a passphrase, or is no private key.
 */
export async function writeKey(
  given: string,
  world: Pick<World, 'folder' | 'secrets' | 'exec' | 'signal'>,
): Promise<string> {
  // A key that was pasted as one line of a JSON or `.env` file.
  const key = normaliseKey(given.includes('\n') ? given : given.replaceAll('\\n', '\n'))
  world.secrets.add(key)
  if (/^(ssh-|ecdsa-|sk-)/.test(key))
    throw wrong('is a public key', 'give the other file, the one without .pub')
  if (/^PuTTY-User-Key-File/.test(key))
    throw wrong("is in PuTTY's format", 'export it as an OpenSSH key with PuTTYgen')
  const path = join(await world.folder(), 'ssh-key')
  await writeFile(path, key, { mode: 0o600 })
  const { code, stderr } = await world.exec('ssh-keygen', ['-y', '-P', '', '-f', path], {
    accept: 'any',
    signal: world.signal,
  })
  if (code === 0) return path
  if (/incorrect passphrase/i.test(stderr))
    throw wrong(
      'has a passphrase, which nobody can type here',
      'take it away from a copy with \'ssh-keygen -p -N ""\', or make a key for deployments',
    )
  const isOneLine = /^-----BEGIN [A-Z ]+-----.*\S/.test(key)
  throw wrong(
    isOneLine ? 'has lost its line breaks' : 'is no private key that ssh-keygen can read',
    "store the whole file, from '-----BEGIN' to '-----END', line by line, as the secret",
  )
}

function wrong(what: string, remedy: string): UserError {
  return new UserError(`input 'ssh-private-key' ${what}; ${remedy}`)
}
