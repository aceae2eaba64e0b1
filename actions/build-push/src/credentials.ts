import type { Exec } from '../../../toolkit/exec/exec.ts'
import type { Credentials } from '../../../toolkit/oci/registry.ts'
import { authKey, type DockerConfig } from './config.ts'

/**
 * What an earlier login step left for a registry in docker's configuration, or its credential helper knows;
 * undefined where there is nothing.
 */
export async function storedCredentials(
  host: string,
  config: DockerConfig,
  world: { readonly exec: Exec; readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<Credentials | undefined> {
  const key = authKey(host)
  const helper = config.credHelpers?.[key] ?? config.credHelpers?.[host] ?? config.credsStore
  if (helper === undefined) return decodeAuth(config.auths?.[key]?.auth)
  const inFile = decodeAuth(config.auths?.[key]?.auth)
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

/** An `auth` of config.json: base64 of `user:password`. */
export function decodeAuth(auth: string | undefined): Credentials | undefined {
  const [, username, password] =
    /^([^:]+):(.+)$/s.exec(Buffer.from(auth ?? '', 'base64').toString('utf8')) ?? []
  return username !== undefined && password !== undefined ? { username, password } : undefined
}

/** docker/docker-credential-helpers, "get": an identity token comes under the user name `<token>`, and is no password. */
function fromHelper(output: string): Credentials | undefined {
  const { Username: username, Secret: password } = JSON.parse(output) as {
    Username?: string
    Secret?: string
  }
  return username && password && username !== '<token>' ? { username, password } : undefined
}
