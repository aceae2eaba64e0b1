import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'

/** The parts of docker's config.json that matter here. */
export interface DockerConfig {
  readonly auths?: Readonly<Record<string, { readonly auth?: string; readonly identitytoken?: string }>>
  readonly credsStore?: string
  readonly credHelpers?: Readonly<Record<string, string>>
  readonly cliPluginsExtraDirs?: readonly string[]
  readonly [other: string]: unknown
}

/** Carried over as they are: they change how docker reaches things, and hold no password. */
const KEPT = ['proxies', 'cliPluginsExtraDirs', 'plugins', 'currentContext', 'HttpHeaders', 'auths']

/** The key of a registry in `auths` and `credHelpers`. */
export function authKey(host: string): string {
  return host === 'docker.io' ? 'https://index.docker.io/v1/' : host
}

/** Whether a key of `auths` or `credHelpers` stands for a registry; docker takes addresses as well as host names. */
export function isKeyOf(key: string, host: string): boolean {
  const named = key.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')
  return host === 'docker.io' ? /^(?:(?:index|registry-1)\.)?docker\.io$/.test(named) : named === host
}

/**
 * The config of this step, from that of the user.
 * @param login the registry that the step logs in to by itself, if it does. Its entries are left out, and the
 * credential store is asked for the others only, so that our password lands in no store that outlives the step.
 */
export function privateConfig(users: DockerConfig, login: string | undefined): DockerConfig {
  const kept = Object.fromEntries(Object.entries(users).filter(([key]) => KEPT.includes(key)))
  if (login === undefined) return { ...kept, ...pick(users, 'credsStore'), ...pick(users, 'credHelpers') }
  const others = Object.entries(users.auths ?? {}).filter(([key]) => !isKeyOf(key, login))
  const stored =
    users.credsStore === undefined ? [] : others.map(([key]) => [key, users.credsStore as string])
  const helpers = Object.entries(users.credHelpers ?? {}).filter(([key]) => !isKeyOf(key, login))
  return {
    ...kept,
    auths: Object.fromEntries(others),
    credHelpers: Object.fromEntries([...stored, ...helpers]),
  }
}

function pick<K extends keyof DockerConfig>(config: DockerConfig, key: K) {
  return config[key] === undefined ? {} : { [key]: config[key] }
}

/** The user's config folder and what its config.json holds. */
export async function readUserConfig(
  env: NodeJS.ProcessEnv,
): Promise<{ folder: string; config: DockerConfig }> {
  const folder = env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker')
  const path = join(folder, 'config.json')
  const text = await readFile(path, 'utf8').catch(() => '{}')
  try {
    return { folder, config: (JSON.parse(text) ?? {}) as DockerConfig }
  } catch {
    // What the parser says would quote the file, and there are passwords in it.
    throw new UserError(`docker's configuration ${path} is no valid JSON; repair or remove it`)
  }
}

/**
 * Writes the step's own DOCKER_CONFIG, so that jobs on one machine cannot log each other out.
 * @returns its folder.
 */
export async function writePrivateConfig(
  folder: string,
  users: { folder: string; config: DockerConfig },
  login: string | undefined,
): Promise<string> {
  const own = join(folder, 'docker')
  await mkdir(own, { mode: 0o700 })
  const config = JSON.stringify(privateConfig(users.config, login))
  await writeFile(join(own, 'config.json'), config, { mode: 0o600 })
  for (const name of ['cli-plugins', 'contexts']) await symlink(join(users.folder, name), join(own, name))
  return own
}
