import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { root as project } from '../../scripts/actions.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import type { Recipe } from './recipe.ts'

/** A layer as an uncompressed tar file. */
export interface Layer {
  readonly path: string
  /** Of the file, in hex. */
  readonly sha256: string
}

const CACHE = join(project, '.cache/stand-ins')

/** The layer of a recipe: from the cache, or made and kept there. */
export async function layerOf({ key, fill }: Recipe, making: () => void = () => {}): Promise<Layer> {
  const name = createHash('sha256').update(JSON.stringify(key)).digest('hex')
  const path = join(CACHE, `${name}.tar`)
  const noted = join(CACHE, `${name}.sha256`)
  // The note is written last: where it stands, the layer is whole.
  if (!existsSync(noted)) {
    making()
    await mkdir(CACHE, { recursive: true })
    await make(fill, path)
    await writeFile(noted, await sha256Of(path))
  }
  return { path, sha256: await readFile(noted, 'utf8') }
}

async function make(fill: Recipe['fill'], path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gitops-actions-layer-'))
  const unfinished = `${path}.${process.pid}`
  try {
    await mkdir(join(folder, 'root'), { mode: 0o755 })
    await fill(join(folder, 'root'))
    await exec('tar', ['-cf', unfinished, '--sort=name', '--numeric-owner', '-C', join(folder, 'root'), '.'])
    await rename(unfinished, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(unfinished, { force: true })
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
