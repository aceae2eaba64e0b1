import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Found } from './choose.ts'

// Where the docker client looks for plugins (docker/cli, cli-plugins/manager), after those the user has configured.
const PLUGINS = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
]

/**
 * Looks which builders this machine has, without starting any.
 * @param pluginFolders those of the user's docker configuration.
 */
export async function findBuilders(path: string, pluginFolders: readonly string[]): Promise<Found> {
  const programs = path.split(delimiter).filter(Boolean)
  const [docker, buildx, buildah] = await Promise.all([
    anywhere(programs, 'docker'),
    anywhere([...pluginFolders, ...PLUGINS], 'docker-buildx'),
    anywhere(programs, 'buildah'),
  ])
  return { docker, buildx, buildah }
}

async function anywhere(folders: readonly string[], name: string): Promise<boolean> {
  const checks = folders.map(folder => access(join(folder, name), constants.X_OK))
  return Promise.any(checks).then(
    () => true,
    () => false,
  )
}
