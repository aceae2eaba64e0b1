import { UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import { install } from './install.ts'
import { isDriven, NEWEST, versionIn } from './version.ts'

/** An Infracost that this action can drive. */
export interface Infracost {
  readonly program: string
  readonly version: string
}

const TIMEOUT = 30_000

/**
 * The Infracost on PATH where it is the wanted one (without a wish: any v0.10), else one that is downloaded.
 * @throws UserError where it cannot be downloaded or is not what its checksum says.
 */
export async function findInfracost(wanted: string | undefined, world: World): Promise<Infracost> {
  const found = await onPath(world)
  if (found !== undefined && (wanted === undefined ? isDriven(found) : found === wanted))
    return { program: 'infracost', version: found }
  const version = wanted ?? NEWEST
  if (found !== undefined)
    world.log.notice(
      isDriven(found)
        ? `Infracost v${found} is on PATH, but v${version} is asked for: that is used`
        : `Infracost v${found} is on PATH, which prices no plans and compares nothing: v${version} is used instead`,
    )
  return { program: await install(version, world), version }
}

async function onPath({ exec, env, signal }: World): Promise<string | undefined> {
  try {
    const quiet = { ...env, INFRACOST_SKIP_UPDATE_CHECK: 'true' }
    const { stdout, stderr } = await exec('infracost', ['--version'], {
      env: quiet,
      signal,
      timeout: TIMEOUT,
      accept: 'any',
    })
    return versionIn(`${stdout}\n${stderr}`)
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined
    throw thrown
  }
}
