import { createHash } from 'node:crypto'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exec } from '../../toolkit/exec/exec.ts'
import type { Layer } from './layer.ts'
import type { ImageConfig } from './recipe.ts'

/** An image that is all but packed. */
export interface Image {
  /** Its name, as a Dockerfile writes it. */
  readonly name: string
  /** `sha256:…`, as an engine will call it. */
  readonly id: string
  readonly config: string
  readonly layer: Layer
}

/** Puts an image together. The same layer and settings give the same id. */
export function imageOf(name: string, layer: Layer, config: ImageConfig): Image {
  const text = JSON.stringify({
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    os: 'linux',
    config,
    rootfs: { type: 'layers', diff_ids: [`sha256:${layer.sha256}`] },
    history: [{ created_by: `stand-in for ${name}` }],
  })
  return { name, id: `sha256:${createHash('sha256').update(text).digest('hex')}`, config: text, layer }
}

/** Writes images as one file for `docker load` (or `buildah pull docker-archive:…`). */
export async function writeArchive(images: readonly Image[], path: string): Promise<void> {
  const folder = await mkdtemp(join(dirname(path), 'archive-'))
  try {
    for (const { id, config, layer } of images) {
      await writeFile(join(folder, `${id.slice(7)}.json`), config)
      await symlink(layer.path, join(folder, `${layer.sha256}.tar`))
    }
    const manifest = images.map(({ name, id, layer }) => ({
      Config: `${id.slice(7)}.json`,
      RepoTags: [name],
      Layers: [`${layer.sha256}.tar`],
    }))
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
    await exec('tar', ['-chf', path, '-C', folder, '.'])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
