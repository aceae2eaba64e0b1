import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A private folder (mode 0700) under the runner's temporary folder, made when first asked for.
 * @param remember is told its path before it is made, so that a later process can remove it if this one is killed.
 */
export function privateFolder(env: NodeJS.ProcessEnv, remember: (path: string) => void) {
  let path: string | undefined
  return {
    async path(): Promise<string> {
      if (path === undefined) {
        path = join(env.RUNNER_TEMP ?? tmpdir(), `gitops-actions-${randomBytes(8).toString('hex')}`)
        remember(path)
        await mkdir(path, { recursive: true, mode: 0o700 })
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
