import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'

/**
 * The build secrets by their ids.
 * @throws UserError where an id could not stand in a Dockerfile or comes twice. A line without a good id is never
 * repeated: it may be a piece of a secret of several lines.
 */
export function secretsOf(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const secrets = new Map<string, string>()
  for (const [index, [id, value]] of pairs.entries()) {
    if (!/^[A-Za-z0-9_.-]+$/.test(id))
      throw new UserError(
        `input 'secrets', entry ${index + 1}: write id=value, the id of letters, digits, _ . and -, the value on one line`,
      )
    if (secrets.has(id)) throw new UserError(`input 'secrets' has the id '${id}' twice`)
    secrets.set(id, value)
  }
  return secrets
}

/** A build secret as a file that only this user can read. */
export interface SecretFile {
  readonly id: string
  readonly path: string
}

/** Writes build secrets where builders read them from; files, because an environment shows in the process list. */
export async function writeSecrets(
  folder: string,
  secrets: ReadonlyMap<string, string>,
): Promise<SecretFile[]> {
  if (secrets.size === 0) return []
  const place = join(folder, 'build-secrets')
  await mkdir(place, { mode: 0o700 })
  return Promise.all(
    [...secrets].map(async ([id, value], index) => {
      const path = join(place, String(index))
      await writeFile(path, value, { mode: 0o600 })
      return { id, path }
    }),
  )
}
