import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import type { SshSettings } from './settings.ts'

/** Ends the connections that Ansible leaves open for a minute; they would outlive the key in the runner's memory. */
export async function closeConnections(
  { controlFolder }: SshSettings,
  { exec }: Pick<World, 'exec'>,
): Promise<void> {
  if (controlFolder === undefined) return
  const sockets = await readdir(controlFolder).catch(() => [])
  await Promise.all(
    sockets.map(socket =>
      exec(
        'ssh',
        ['-F', '/dev/null', '-o', `ControlPath=${join(controlFolder, socket)}`, '-O', 'exit', 'x'],
        {
          accept: 'any',
          timeout: 2000,
        },
      ).catch(() => undefined),
    ),
  )
}
