import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLocal } from '../../../../toolkit/http/request.ts'
import type { PlannedImage } from '../plan.ts'
import {
  type BuildSettings,
  contentOptions,
  type Engine,
  references,
  repeated,
  sourceOptions,
} from './engine.ts'

/** `buildah build` and `buildah push`, which need no engine. */
export const buildah: Engine = {
  name: 'buildah',
  objection(image, settings) {
    if (image.platforms.length > 1)
      return 'buildah builds for one platform at a time here; use buildx for several'
    if (settings.attestations === 'full') return 'buildah makes no attestations; use buildx for them'
    if ([...settings.cacheFrom, ...settings.cacheTo].some(cache => cache.startsWith('type=')))
      return 'buildah takes plain repositories as caches, such as localhost:5000/team/cache; those with type= are of buildx'
    return undefined
  },
  async login(site, host, { username, password }) {
    const place = ['--authfile', authFile(site.env), ...insecure(host)]
    const args = ['login', ...place, '--username', username, '--password-stdin', host]
    await site.exec('buildah', args, { env: site.env, input: password, timeout: 60_000, signal: site.signal })
  },
  async build(site, image, settings, onLine) {
    const options = { env: site.env, signal: site.signal, onLine }
    const auth = authFile(site.env)
    await site.exec('buildah', buildahBuildArgs(image, settings, auth), options)
    if (!settings.push) return undefined
    const digestFile = join(site.folder, `digest-${encodeURIComponent(image.name)}`)
    // The first tag last: it is the one that says that the image is there.
    for (const reference of references(image).reverse())
      await site.exec('buildah', buildahPushArgs(reference, { auth, digestFile }), options)
    return (await readFile(digestFile, 'utf8')).trim()
  },
}

/** The arguments of one build. */
export function buildahBuildArgs(image: PlannedImage, settings: BuildSettings, auth: string): string[] {
  return [
    'build',
    ...['--authfile', auth],
    ...insecure(image.repository),
    // Without it buildah keeps nothing that a second build could start from.
    '--layers',
    ...sourceOptions(image),
    ...repeated('--platform', image.platforms),
    ...contentOptions(image, settings),
    ...repeated('--cache-from', settings.cacheFrom),
    ...repeated('--cache-to', settings.cacheTo),
    image.context,
  ]
}

/** The arguments of one push. */
export function buildahPushArgs(reference: string, place: { auth: string; digestFile: string }): string[] {
  const options = ['--authfile', place.auth, '--digestfile', place.digestFile, ...insecure(reference)]
  return ['push', ...options, reference, `docker://${reference}`]
}

/** Registries on this machine speak plain HTTP; docker knows by itself, buildah has to be told. */
function insecure(reference: string): string[] {
  const hostname = /^(\[.*?\]|[^:/]*)/.exec(reference)?.[0] ?? ''
  return isLocal(hostname) ? ['--tls-verify=false'] : []
}

function authFile(env: NodeJS.ProcessEnv): string {
  return join(env.DOCKER_CONFIG as string, 'config.json')
}
