import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { root as project } from '../../scripts/actions.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import type { Recipe } from './recipe.ts'

/** An image in one file, for `docker load` or `buildah pull docker-archive:…`. */
export interface Archive {
  readonly path: string
  /** `sha256:…`, as an engine will call the image. */
  readonly id: string
}

const CACHE = join(project, '.cache/stand-ins')

/**
 * The image of a recipe, from the cache or made and kept there.
 * @param making is told that it has to be made, which takes a while.
 */
export async function archiveOf(image: string, recipe: Recipe, making: () => void): Promise<Archive> {
  const key = sha256(JSON.stringify([image, recipe.config, recipe.key]))
  const path = join(CACHE, `${key}.tar`)
  const noted = join(CACHE, `${key}.id`)
  // The note is written last: where it stands, the archive is whole.
  if (!existsSync(noted)) {
    making()
    await mkdir(CACHE, { recursive: true })
    await writeFile(noted, await make(image, recipe, path))
  }
  return { path, id: await readFile(noted, 'utf8') }
}

/** Writes the archive and returns the image's id. */
async function make(image: string, { fill, config }: Recipe, path: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gitops-actions-image-'))
  const [root, parts] = [join(folder, 'root'), join(folder, 'parts')]
  const unfinished = `${path}.${process.pid}`
  try {
    for (const part of [root, parts]) await mkdir(part, { mode: 0o755 })
    await fill(root)
    const layer = join(parts, 'layer.tar')
    await exec('tar', ['-cf', layer, '--sort=name', '--numeric-owner', '-C', root, '.'])
    const settings = JSON.stringify({
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config,
      rootfs: { type: 'layers', diff_ids: [`sha256:${await sha256OfFile(layer)}`] },
      history: [{ created_by: `stand-in for ${image}` }],
    })
    const manifest = [{ Config: 'config.json', RepoTags: [image], Layers: ['layer.tar'] }]
    await writeFile(join(parts, 'config.json'), settings)
    await writeFile(join(parts, 'manifest.json'), JSON.stringify(manifest))
    await exec('tar', ['-cf', unfinished, '-C', parts, 'manifest.json', 'config.json', 'layer.tar'])
    await rename(unfinished, path)
    return `sha256:${sha256(settings)}`
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(unfinished, { force: true })
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
