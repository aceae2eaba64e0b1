import { UserError } from '../../../toolkit/action/errors.ts'
import { imagesOfIndex, type Manifest } from '../../../toolkit/oci/manifest.ts'
import type { Registry } from '../../../toolkit/oci/registry.ts'
import { REVISION } from './labels.ts'
import type { PlannedImage } from './plan.ts'

/** What the registry holds under an image's first tag. */
export interface Existing {
  readonly manifest: Manifest
  /** The commit that its label names. */
  readonly revision: string | undefined
}

/** Looks an image up; undefined where its first tag is not there. */
export async function findExisting(registry: Registry, image: PlannedImage): Promise<Existing | undefined> {
  const manifest = await registry.manifest(image.path, image.tags[0] as string)
  return manifest && { manifest, revision: await revisionOf(registry, image.path, manifest) }
}

async function revisionOf(registry: Registry, path: string, manifest: Manifest): Promise<string | undefined> {
  const first = imagesOfIndex(manifest)?.[0]
  const image = first === undefined ? manifest : await registry.manifest(path, first.digest)
  const digest = image?.body.config?.digest
  if (digest === undefined) return undefined
  const config = (await registry.json(path, digest)) as {
    config?: { Labels?: Record<string, string> | null }
  }
  return config.config?.Labels?.[REVISION]
}

/**
 * Whether an image that exists stands for the one we would build.
 * @returns true where it is reused, false where it is built.
 * @throws UserError where it may neither be reused nor replaced.
 */
export function mayReuse(
  image: Pick<PlannedImage, 'repository' | 'tags' | 'labels'>,
  existing: Pick<Existing, 'revision'> | undefined,
  ifExists: 'reuse' | 'fail' | 'overwrite',
): boolean {
  if (existing === undefined || ifExists === 'overwrite') return false
  const ref = `${image.repository}:${image.tags[0]}`
  const advice = "choose another tag, or set if-exists to 'overwrite'"
  if (ifExists === 'fail')
    throw new UserError(`${ref} exists already, and input 'if-exists' is 'fail': ${advice}`)
  const wanted = image.labels[REVISION]
  if (wanted !== undefined && existing.revision === wanted) return true
  const built =
    existing.revision === undefined ? 'does not say from which commit' : `was built from ${existing.revision}`
  throw new UserError(
    `${ref} exists already and ${built}, but this is ${wanted ?? 'an unknown commit'}: ${advice}`,
  )
}
