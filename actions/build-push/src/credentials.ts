import type { Exec } from '../../../toolkit/exec/exec.ts'
import type { Credentials, IdentityToken } from '../../../toolkit/oci/registry.ts'
import { authKey, type DockerConfig, isKeyOf } from './config.ts'

/**
 * What an earlier login step left for a registry in docker's configuration, or its credential helper knows;
 * undefined where there is nothing.
 */
export async function storedCredentials(
  host: string,
  config: DockerConfig,
  world: { readonly exec: Exec; readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<Credentials | IdentityToken | undefined> {
  const key = authKey(host)
  const helper = entryOf(config.credHelpers, key, host) || config.credsStore
  const entry = entryOf(config.auths, key, host)
  const inFile = entry?.identitytoken ? { identityToken: entry.identitytoken } : decodeAuth(entry?.auth)
  if (!helper) return inFile
  try {
    const { env, signal } = world
    const options = { env, input: key, timeout: 30_000, signal }
    const { stdout } = await world.exec(`docker-credential-${helper}`, ['get'], options)
    return fromHelper(stdout) ?? inFile
  } catch {
    // No entry, or no such program here: the registry will say whether it wants a password.
    world.signal.throwIfAborted()
    return inFile
  }
}

/** What stands under the very key, else under another spelling of it. */
function entryOf<T>(
  entries: Readonly<Record<string, T>> | undefined,
  key: string,
  host: string,
): T | undefined {
  return entries?.[key] ?? Object.entries(entries ?? {}).find(([other]) => isKeyOf(other, host))?.[1]
}

/** An `auth` of config.json: base64 of `user:password`. */
export function decodeAuth(auth: string | undefined): Credentials | undefined {
  const [, username, password] =
    /^([^:]+):(.+)$/s.exec(Buffer.from(auth ?? '', 'base64').toString('utf8')) ?? []
  return username !== undefined && password !== undefined ? { username, password } : undefined
}

/** docker/docker-credential-helpers, "get": an identity token comes under the user name `<token>`. */
function fromHelper(output: string): Credentials | IdentityToken | undefined {
  const { Username: username, Secret: password } = JSON.parse(output) as {
    Username?: string
    Secret?: string
  }
  if (!username || !password) return undefined
  return username === '<token>' ? { identityToken: password } : { username, password }
}
