import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf, UserError } from '../action/errors.ts'

/**
 * A private folder (mode 0700) under the runner's temporary folder, made when first asked for.
 * @param remember is told its path before it is made, so that a later process can remove it if this one is killed.
 * `path` throws UserError where the temporary folder is missing, full or not writable.
 */
export function privateFolder(env: NodeJS.ProcessEnv, remember: (path: string) => void) {
  let path: string | undefined
  return {
    async path(): Promise<string> {
      if (path === undefined) {
        const temp = env.RUNNER_TEMP || tmpdir()
        path = join(temp, `gitops-actions-${randomBytes(8).toString('hex')}`)
        remember(path)
        await mkdir(path, { mode: 0o700 }).catch(thrown => {
          throw new UserError(
            `cannot make a folder in '${temp}' (RUNNER_TEMP): ${messageOf(thrown)}; is it there, writable, and not full?`,
          )
        })
      }
      return path
    },
    async remove(): Promise<void> {
      if (path !== undefined) await removeFolder(path)
    },
  }
}

/** Removes a folder and all in it; gone already is fine. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 })
}
