import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import { ExecError } from '../../../toolkit/exec/exec.ts'
import type { Manifest } from '../../../toolkit/oci/manifest.ts'
import type { Registry } from '../../../toolkit/oci/registry.ts'
import { retry } from '../../../toolkit/retry/retry.ts'
import type { Log } from '../../../toolkit/runner/log.ts'
import type { BuildSettings, Engine, Site } from './engines/engine.ts'
import { remedyFor } from './failure-advice.ts'
import { pushMayPass } from './failures.ts'
import { factsOf, type Outcome } from './outcome.ts'
import type { PlannedImage } from './plan.ts'
import { unlessStalled } from './stall.ts'

/** What building takes. */
export interface Workshop {
  readonly engine: Engine
  readonly site: Site
  readonly settings: BuildSettings
  /** Undefined where nothing is pushed. */
  readonly registry: Registry | undefined
  readonly log: Log
  /** Whether lines of the log need the image's name before them. */
  readonly prefixed: boolean
  /** How often a registry is asked for what was just pushed, and the longest wait before the second time. */
  readonly patience?: { readonly attempts: number; readonly delay: number }
}

const ATTEMPTS = 3
const PATIENCE = { attempts: 4, delay: 1_000 }
const SILENCE_LIMIT = 15 * 60_000

/**
 * Builds images, a few at a time. After a failure no further one is started, and those under way are finished.
 * @returns one outcome per image, in their order.
 */
export async function buildAll(
  images: readonly PlannedImage[],
  parallel: number,
  workshop: Workshop,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = images.map(image => ({ state: 'not started', image }))
  const waiting = [...images.entries()]
  let failed = false
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined && !failed; next = waiting.shift()) {
      const [index, image] = next
      const outcome = await buildOne(image, workshop)
      outcomes[index] = outcome
      if (outcome.state === 'failed') failed = true
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallel, images.length) }, work))
  return outcomes
}

async function buildOne(image: PlannedImage, workshop: Workshop): Promise<Outcome> {
  const started = performance.now()
  const milliseconds = () => performance.now() - started
  try {
    const digest = await buildWithRetries(image, workshop)
    const { registry, site, patience = PATIENCE } = workshop
    if (registry === undefined)
      return { state: 'built', image, platforms: image.platforms, milliseconds: milliseconds() }
    const facts = await factsOf(
      registry,
      image,
      await confirm(registry, image, digest, { ...patience, signal: site.signal }),
    )
    return { state: 'pushed', image, ...facts, milliseconds: milliseconds() }
  } catch (thrown) {
    return { state: 'failed', image, error: explain(image, thrown), milliseconds: milliseconds() }
  }
}

function buildWithRetries(image: PlannedImage, workshop: Workshop): Promise<string | undefined> {
  const { engine, site, settings, log, prefixed } = workshop
  const show = (line: string) => {
    if (line.trim() !== '') log.info(prefixed ? `${image.name} │ ${line}` : line)
  }
  const attempt = () =>
    unlessStalled(SILENCE_LIMIT, { signal: site.signal, registry: image.repository }, (signal, watch) =>
      engine.build({ ...site, signal }, image, settings, line => {
        watch(line)
        show(line)
      }),
    )
  return retry(attempt, {
    attempts: ATTEMPTS,
    delay: 2_000,
    signal: site.signal,
    retryable(thrown) {
      const again = settings.push && pushMayPass(thrown)
      if (again) log.warning(`pushing ${image.name} failed and is tried again: ${gist(messageOf(thrown))}`)
      return again
    },
  })
}

/**
 * Asks the registry what it holds now, so that nothing is said to be pushed that is not. A registry of several servers
 * may need a moment until all of them know.
 */
async function confirm(
  registry: Registry,
  image: PlannedImage,
  digest: string | undefined,
  patience: { readonly attempts: number; readonly delay: number; readonly signal: AbortSignal },
): Promise<Manifest> {
  const tag = image.tags[0] as string
  const ref = `${image.repository}:${tag}`
  let wrong: UserError | undefined
  const ask = async () => {
    const manifest = await registry.manifest(image.path, tag)
    if (manifest !== undefined && (digest === undefined || digest === manifest.digest)) return manifest
    wrong = new UserError(
      manifest === undefined
        ? `${ref} was pushed, but the registry does not have it`
        : `${ref} was pushed as ${digest}, but the registry has ${manifest.digest} there: someone else pushed the same tag`,
    )
    throw wrong
  }
  return retry(ask, { ...patience, retryable: thrown => thrown === wrong })
}

/** The last line of what a builder said, which is why it failed. */
function gist(message: string): string {
  const last = message.trimEnd().split('\n').at(-1) ?? ''
  return last.replace(/^(?:ERROR|Error): /, '')
}

function explain(image: PlannedImage, thrown: unknown): unknown {
  if (!(thrown instanceof ExecError)) return thrown
  const remedy = remedyFor(thrown.message)
  return new UserError(
    `image '${image.name}': ${thrown.message}${remedy === undefined ? '' : `\n→ ${remedy}`}`,
  )
}
