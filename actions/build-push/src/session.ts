import { join } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import { type Credentials, openRegistry, type Registry } from '../../../toolkit/oci/registry.ts'
import { type DockerConfig, writePrivateConfig } from './config.ts'
import { storedCredentials } from './credentials.ts'
import type { BuildSettings, Site } from './engines/engine.ts'
import type { BuildInputs } from './plan.ts'
import { secretsOf, writeSecrets } from './secrets.ts'
import type { Target } from './target.ts'

/** Everything that is open while images are built. */
export interface Session {
  readonly site: Site
  readonly settings: BuildSettings
  /** Undefined where nothing is pushed. */
  readonly registry: Registry | undefined
  /** What to log in with; undefined where an earlier step has logged in, or nobody has to. */
  readonly login: Credentials | undefined
}

/** Finds credentials, and makes the private DOCKER_CONFIG. */
export async function openSession(
  inputs: BuildInputs,
  target: Target,
  users: { readonly folder: string; readonly config: DockerConfig },
  world: World,
): Promise<Session> {
  const { env, exec, signal } = world
  const folder = await world.folder()
  const login = await ownCredentials(inputs, target, world)
  const config = await writePrivateConfig(folder, users, login && target.host)
  const site = { exec, env: programEnvironment(env, config, users.folder, inputs.builder), folder, signal }
  const settings = {
    push: inputs.push,
    attestations: inputs.attestations,
    cacheFrom: inputs['cache-from'],
    cacheTo: inputs['cache-to'],
    secrets: await writeSecrets(folder, secretsOf(inputs.secrets)),
  }
  if (!inputs.push) return { site, settings, login, registry: undefined }
  const credentials = login ?? (await storedCredentials(target.host, users.config, world))
  if (credentials)
    world.secrets.add('password' in credentials ? credentials.password : credentials.identityToken)
  const mustExist = target.kind !== 'other' && !inputs['create-repository']
  const registry = await openRegistry({
    ...{ host: target.host, env, signal },
    ...(credentials && { credentials }),
    ...(mustExist && { missingRepository: "set create-repository to 'true', or create it" }),
  })
  return { site, settings, login, registry }
}

async function ownCredentials(
  inputs: BuildInputs,
  target: Target,
  world: World,
): Promise<Credentials | undefined> {
  const { username, password } = inputs
  if (username !== undefined && password !== undefined) return { username, password }
  // Building alone must work where a job has no AWS credentials, as on a fork's pull request.
  if (target.kind === 'other' || !inputs.push) return undefined
  const { ecrCredentials } = await import('./ecr/login.ts')
  return ecrCredentials(target, world)
}

/** What the programs we start see: not our inputs, some of which are secrets. */
function programEnvironment(
  env: NodeJS.ProcessEnv,
  config: string,
  usersFolder: string,
  builder: string,
): NodeJS.ProcessEnv {
  const passed = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')))
  // A builder that an earlier step has set up is used where it is; one of our own is made where it goes with us.
  const buildx = builder.includes('://')
    ? join(config, 'buildx')
    : (env.BUILDX_CONFIG ?? join(usersFolder, 'buildx'))
  return { ...passed, DOCKER_CONFIG: config, BUILDX_CONFIG: buildx }
}
