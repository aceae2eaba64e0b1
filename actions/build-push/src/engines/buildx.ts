import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlannedImage } from '../plan.ts'
import {
  type BuildSettings,
  contentOptions,
  dockerLogin,
  type Engine,
  repeated,
  sourceOptions,
} from './engine.ts'

/** BuildKit through `docker buildx`, with the builder that the job has selected. */
export const buildx: Engine = {
  name: 'buildx',
  objection: () => undefined,
  login: dockerLogin,
  build: (site, image, settings, onLine) => buildWith(undefined, site, image, settings, onLine),
}

/** One build with a builder by name, or the selected one. */
export async function buildWith(
  builder: string | undefined,
  ...[site, image, settings, onLine]: Parameters<Engine['build']>
): Promise<string | undefined> {
  const metadata = join(site.folder, `metadata-${encodeURIComponent(image.name)}.json`)
  const args = buildxArgs(image, settings, { metadata, ...(builder !== undefined && { builder }) })
  await site.exec('docker', args, { env: site.env, signal: site.signal, wholeTree: true, onLine })
  return settings.push ? digestOf(await readFile(metadata, 'utf8')) : undefined
}

/**
 * The arguments of one build.
 * @param place where the builder writes what it made, and which builder it is (default: the selected one).
 */
export function buildxArgs(
  image: PlannedImage,
  settings: BuildSettings,
  place: { readonly metadata: string; readonly builder?: string },
): string[] {
  return [
    'buildx',
    'build',
    ...(place.builder === undefined ? [] : ['--builder', place.builder]),
    ...['--progress', 'plain'],
    ...sourceOptions(image),
    ...(image.platforms.length === 0 ? [] : ['--platform', image.platforms.join(',')]),
    ...contentOptions(image, settings),
    ...repeated('--cache-from', settings.cacheFrom),
    ...repeated('--cache-to', settings.cacheTo),
    ...attestations(image, settings),
    ...['--metadata-file', place.metadata],
    ...output(image, settings, place.builder !== undefined),
    image.context,
  ]
}

function attestations(image: PlannedImage, settings: BuildSettings): string[] {
  if (settings.attestations === 'full') return ['--provenance=mode=max', '--sbom=true']
  const short = settings.attestations === 'auto' && settings.push && image.platforms.length > 1
  return [short ? '--provenance=mode=min' : '--provenance=false']
}

function output(image: PlannedImage, settings: BuildSettings, elsewhere: boolean): string[] {
  if (settings.push) return ['--push']
  // An engine without the containerd store holds no image for several platforms; and elsewhere there may be none.
  return image.platforms.length > 1 || elsewhere ? ['--output', 'type=cacheonly'] : ['--load']
}

/** The digest in a metadata file, which holds `null` where the builder had nothing to say. */
export function digestOf(metadata: string): string | undefined {
  const digest: unknown = JSON.parse(metadata)?.['containerimage.digest']
  return typeof digest === 'string' ? digest : undefined
}
