import { UserError } from '../../../toolkit/action/errors.ts'
import { imagesOfIndex, type Manifest } from '../../../toolkit/oci/manifest.ts'
import type { Registry } from '../../../toolkit/oci/registry.ts'
import { REVISION } from './labels.ts'
import { factsOf, type Outcome } from './outcome.ts'
import type { PlannedImage } from './plan.ts'

export type IfExists = 'reuse' | 'fail' | 'overwrite'

/**
 * Looks all images up at once, and says which need not be built.
 * @returns outcomes by image name.
 * @throws UserError where an image is there that may neither be reused nor replaced; RegistryError.
 */
export async function findReusable(
  registry: Registry,
  images: readonly PlannedImage[],
  ifExists: IfExists,
): Promise<Map<string, Outcome>> {
  const found = await Promise.all(
    images.map(async image => {
      const manifest = await registry.manifest(image.path, image.tags[0] as string)
      if (manifest === undefined || ifExists === 'overwrite') return undefined
      const revision = ifExists === 'reuse' ? await revisionOf(registry, image.path, manifest) : undefined
      checkReuse(image, revision, ifExists)
      return { image, manifest }
    }),
  )
  const reusable = found.filter(entry => entry !== undefined)
  const outcomes = reusable.map(async ({ image, manifest }): Promise<[string, Outcome]> => {
    await addMissingTags(registry, image, manifest)
    return [image.name, { state: 'reused', image, ...(await factsOf(registry, image, manifest)) }]
  })
  return new Map(await Promise.all(outcomes))
}

/** The commit that an image's label names. */
async function revisionOf(registry: Registry, path: string, manifest: Manifest): Promise<string | undefined> {
  const first = imagesOfIndex(manifest)?.[0]
  const image = first === undefined ? manifest : await registry.manifest(path, first.digest)
  const digest = image?.body.config?.digest
  if (digest === undefined) return undefined
  const config = (await registry.json(path, digest)) as {
    config?: { Labels?: Record<string, string> | null }
  } | null
  return config?.config?.Labels?.[REVISION]
}

/**
 * Makes sure that an image that exists stands for the one we would build.
 * @param revision the commit that it was built from.
 * @throws UserError where it may neither be reused nor replaced.
 */
export function checkReuse(
  image: Pick<PlannedImage, 'repository' | 'tags' | 'labels'>,
  revision: string | undefined,
  ifExists: 'reuse' | 'fail',
): void {
  const ref = `${image.repository}:${image.tags[0]}`
  const advice = "choose another tag, or set if-exists to 'overwrite'"
  if (ifExists === 'fail')
    throw new UserError(`${ref} exists already, and input 'if-exists' is 'fail': ${advice}`)
  const wanted = image.labels[REVISION]
  if (wanted !== undefined && revision === wanted) return
  const built = revision === undefined ? 'does not say from which commit' : `was built from ${revision}`
  throw new UserError(
    `${ref} exists already and ${built}, but this is ${wanted ?? 'no known commit'}: ${advice}`,
  )
}

/** An earlier run may have been stopped between two tags. Tags that are there may have moved on since, and stay. */
async function addMissingTags(registry: Registry, image: PlannedImage, manifest: Manifest): Promise<void> {
  await Promise.all(
    image.tags.slice(1).map(async tag => {
      if ((await registry.manifest(image.path, tag)) === undefined)
        await registry.tag(image.path, tag, manifest)
    }),
  )
}
