import { CancelledError, messageOf, UserError } from '../../../toolkit/action/errors.ts'
import { ExecError } from '../../../toolkit/exec/exec.ts'
import { compressedSize, imagesOfIndex, type Manifest } from '../../../toolkit/oci/manifest.ts'
import type { Registry } from '../../../toolkit/oci/registry.ts'
import { retry } from '../../../toolkit/retry/retry.ts'
import type { Log } from '../../../toolkit/runner/log.ts'
import type { BuildSettings, Engine, Site } from './engines/engine.ts'
import { mayPassByItself } from './failures.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedImage } from './plan.ts'

/** What building takes. */
export interface Workshop {
  readonly engine: Engine
  readonly site: Site
  readonly settings: BuildSettings
  /** Undefined where nothing is pushed. */
  readonly registry: Registry | undefined
  readonly log: Log
}

/**
 * Builds images, a few at a time. After a failure no further one is started, and those under way are finished.
 * @returns one outcome per image, in their order.
 * @throws CancelledError
 */
export async function buildAll(
  images: readonly PlannedImage[],
  parallel: number,
  workshop: Workshop,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = images.map(image => ({ state: 'not started', image }))
  const prefixed = images.length > 1
  const waiting = [...images.entries()]
  let failed = false
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined && !failed; next = waiting.shift()) {
      const [index, image] = next
      const outcome = await buildOne(image, workshop, prefixed)
      outcomes[index] = outcome
      if (outcome.state === 'failed') failed = true
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallel, images.length) }, worker))
  workshop.site.signal.throwIfAborted()
  return outcomes
}

async function buildOne(image: PlannedImage, workshop: Workshop, prefixed: boolean): Promise<Outcome> {
  const { engine, site, settings, registry, log } = workshop
  const started = performance.now()
  const milliseconds = () => performance.now() - started
  const onLine = (line: string) => {
    if (line.trim() !== '') log.info(prefixed ? `${image.name} │ ${line}` : line)
  }
  try {
    const digest = await retry(() => engine.build(site, image, settings, onLine), {
      attempts: 3,
      delay: 2_000,
      signal: site.signal,
      retryable(thrown) {
        const again = mayPassByItself(thrown)
        if (again) log.warning(`pushing ${image.name} failed and is tried again: ${messageOf(thrown)}`)
        return again
      },
    })
    if (registry === undefined)
      return {
        state: 'built',
        image,
        digest: undefined,
        size: undefined,
        platforms: image.platforms,
        milliseconds: milliseconds(),
      }
    const manifest = await confirm(registry, image, digest)
    return {
      state: 'pushed',
      image,
      ...(await factsOf(registry, image, manifest)),
      milliseconds: milliseconds(),
    }
  } catch (error) {
    if (error instanceof CancelledError) throw error
    return { state: 'failed', image, error: explain(image, error), milliseconds: milliseconds() }
  }
}

/** Asks the registry what it holds now, so that nothing is said to be pushed that is not. */
async function confirm(
  registry: Registry,
  image: PlannedImage,
  digest: string | undefined,
): Promise<Manifest> {
  const tag = image.tags[0] as string
  const manifest = await registry.manifest(image.path, tag)
  const ref = `${image.repository}:${tag}`
  if (manifest === undefined) throw new UserError(`${ref} was pushed, but the registry does not have it`)
  if (digest !== undefined && digest !== manifest.digest)
    throw new UserError(
      `${ref} was pushed as ${digest}, but the registry has ${manifest.digest} there: someone else pushed the same tag`,
    )
  return manifest
}

/** What the summary tells about an image in the registry. */
export async function factsOf(
  registry: Registry,
  image: PlannedImage,
  manifest: Manifest,
): Promise<{ digest: string; size: number | undefined; platforms: readonly string[] }> {
  const children = imagesOfIndex(manifest)
  const first = children?.[0] && (await registry.manifest(image.path, children[0].digest))
  return {
    digest: manifest.digest,
    size: compressedSize(first ?? manifest),
    platforms: children?.map(child => child.platform) ?? image.platforms,
  }
}

function explain(image: PlannedImage, error: unknown): unknown {
  if (!(error instanceof ExecError)) return error
  return new UserError(`image '${image.name}': ${error.message}`)
}
