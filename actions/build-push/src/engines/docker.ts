import { UserError } from '../../../../toolkit/action/errors.ts'
import type { PlannedImage } from '../plan.ts'
import {
  type BuildSettings,
  contentOptions,
  dockerLogin,
  type Engine,
  references,
  repeated,
  sourceOptions,
} from './engine.ts'

/** Plain `docker build` and `docker push`, for machines without buildx. */
export const docker: Engine = {
  name: 'docker',
  objection(image, settings) {
    if (image.platforms.length > 1)
      return `docker without buildx builds for one platform at a time; ${REMEDY}`
    if (settings.cacheTo.length > 0) return `docker without buildx exports no cache; ${REMEDY}`
    if (settings.attestations === 'full') return `docker without buildx makes no attestations; ${REMEDY}`
    return undefined
  },
  login: dockerLogin,
  async build(site, image, settings, onLine) {
    const env = {
      ...site.env,
      // Where buildx is there after all, its builder must be the engine itself, or there is nothing to push.
      BUILDX_BUILDER: 'default',
      ...(settings.secrets.length > 0 && { DOCKER_BUILDKIT: '1' }),
    }
    const options = { env, signal: site.signal, wholeTree: true, onLine }
    await site.exec('docker', dockerBuildArgs(image, settings), options)
    if (!settings.push) return undefined
    let digest: string | undefined
    // The first tag last: it is the one that says that the image is there.
    for (const reference of references(image).reverse()) {
      const { stdout } = await site.exec('docker', ['push', reference], options)
      digest = pushedDigest(stdout, reference)
    }
    return digest
  },
}

const REMEDY = 'install buildx (docker/setup-buildx-action does)'

/** The arguments of one build. */
export function dockerBuildArgs(image: PlannedImage, settings: BuildSettings): string[] {
  return [
    'build',
    ...sourceOptions(image),
    ...repeated('--platform', image.platforms),
    ...contentOptions(image, settings),
    ...repeated('--cache-from', settings.cacheFrom),
    image.context,
  ]
}

/** The digest that `docker push` names in its last line. */
export function pushedDigest(output: string, reference: string): string {
  const digest = /^\S+: digest: (sha256:[0-9a-f]{64}) size: \d+/m.exec(output)?.[1]
  if (digest === undefined)
    throw new UserError(`docker pushed ${reference} without naming a digest:\n${output}`)
  return digest
}
