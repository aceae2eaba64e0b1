import { existsSync, globSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { World } from '../../../toolkit/action/run.ts'
import { toolEnvironment } from '../../../toolkit/terraform/run/environment.ts'
import type { RootModule } from '../../../toolkit/terraform/run/root-modules.ts'

/** Where Terraform writes a state that its backend does not take: where it runs, under Terragrunt in a copy. */
const ERRORED_STATE = 'errored.tfstate'
const PUSHES = 3
const PAUSE = 5000

/** The absolute path of a state that was never saved, if there is one. */
export function erroredState({ path }: RootModule): string | undefined {
  const direct = join(path, ERRORED_STATE)
  if (existsSync(direct)) return direct
  const [copied] = globSync(`.terragrunt-cache/**/${ERRORED_STATE}`, { cwd: path })
  return copied && join(path, copied)
}

/** Pushes a state that could not be saved. @returns its path where it still cannot be. */
export async function saveState(
  world: Pick<World, 'env' | 'exec' | 'log'>,
  program: string,
  root: RootModule,
): Promise<string | undefined> {
  const path = erroredState(root)
  if (path === undefined) return undefined
  await chmod(path, 0o600)
  world.log.warning(`the state of '${root.directory}' could not be saved; trying again`)
  for (let attempt = 1; attempt <= PUSHES; attempt++) {
    if (attempt > 1) await sleep(PAUSE)
    // Not to be cancelled: nothing matters more now.
    const { code } = await world.exec(program, ['state', 'push', '-no-color', path], {
      ...{ cwd: root.path, env: toolEnvironment(world.env, 'show'), accept: 'any' },
      onLine: line => world.log.info(line),
    })
    if (code !== 0) continue
    await rm(path)
    world.log.info(`the state of '${root.directory}' is saved`)
    return undefined
  }
  return path
}
