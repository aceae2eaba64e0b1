import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { program } from '../programs/program.ts'
import { openPremises } from './premises.ts'

/** buildah with storage of its own. */
export interface Buildah extends AsyncDisposable {
  /** The path of the program. */
  readonly program: string
  /** To be added to its environment; the user's images and logins are neither seen nor changed. */
  readonly env: Readonly<Record<string, string>>
}

/** Makes a place for buildah; it has no daemon. */
export async function openBuildah(): Promise<Buildah> {
  const premises = await openPremises('buildah')
  const storage = join(premises.folder, 'storage.conf')
  const [graph, run, temp] = ['graph', 'run', 'tmp'].map(name => join(premises.folder, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(temp)
  // `vfs` copies instead of mounting, so it works in any container; the images here are small.
  await writeFile(
    storage,
    `[storage]\ndriver = "vfs"\ngraphroot = ${JSON.stringify(graph)}\nrunroot = ${JSON.stringify(run)}\n`,
  )
  const containers = join(premises.folder, 'containers.conf')
  await writeFile(
    containers,
    `[network]\nnetwork_config_dir = ${JSON.stringify(join(premises.folder, 'networks'))}\n`,
  )
  return {
    program: await program('buildah'),
    env: {
      CONTAINERS_CONF: containers,
      CONTAINERS_STORAGE_CONF: storage,
      REGISTRY_AUTH_FILE: join(premises.folder, 'auth.json'),
      BUILDAH_ISOLATION: 'chroot',
      TMPDIR: temp,
    },
    [Symbol.asyncDispose]: () => premises[Symbol.asyncDispose](),
  }
}
