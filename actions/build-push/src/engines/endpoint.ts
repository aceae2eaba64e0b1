import { basename } from 'node:path'
import { UserError } from '../../../../toolkit/action/errors.ts'
import { buildWith } from './buildx.ts'
import { dockerLogin, type Engine, type Site } from './engine.ts'

/** A BuildKit that is reached by a buildx driver. */
export interface Endpoint {
  readonly driver: 'remote' | 'kubernetes' | 'docker-container'
  /** For the driver `remote`. */
  readonly address?: string
  readonly options: readonly string[]
}

const DRIVERS: Record<string, Endpoint['driver']> = {
  tcp: 'remote',
  unix: 'remote',
  kubernetes: 'kubernetes',
  'docker-container': 'docker-container',
}

/** Whether the input `builder` is an endpoint. */
export function isEndpoint(builder: string): boolean {
  return Object.hasOwn(DRIVERS, /^([a-z-]+):\/\//.exec(builder)?.[1] ?? '')
}

/**
 * Reads an endpoint; what follows a question mark are options of the driver.
 * @throws UserError where it has no address.
 */
export function parseEndpoint(builder: string): Endpoint {
  const [, scheme = '', place = '', query = ''] = /^([a-z-]+):\/\/([^?]*)\??(.*)$/.exec(builder) ?? []
  const driver = DRIVERS[scheme] as Endpoint['driver']
  const options = [...new URLSearchParams(query)].map(([key, value]) => `${key}=${value}`)
  if (driver !== 'remote') {
    if (place === '') return { driver, options }
    throw new UserError(
      `input 'builder' is '${builder}': write options after a question mark, as in ${scheme}://?a=b`,
    )
  }
  const wellFormed = scheme === 'unix' ? place.startsWith('/') : /^[^/]+:\d+$/.test(place)
  if (!wellFormed)
    throw new UserError(
      `input 'builder' is '${builder}': write ${scheme === 'unix' ? 'unix:///path/to/buildkitd.sock' : 'tcp://host:port'}`,
    )
  return { driver, address: `${scheme}://${place}`, options }
}

/** The arguments that make a builder. */
export function createArgs(name: string, { driver, address, options }: Endpoint): string[] {
  return [
    ...['buildx', 'create', '--name', name, '--driver', driver],
    ...options.flatMap(option => ['--driver-opt', option]),
    ...(address === undefined ? [] : [address]),
  ]
}

/** BuildKit elsewhere: through a buildx builder that only this step knows, and that goes with it. */
export function endpointEngine(endpoint: Endpoint): Engine {
  return {
    name: 'buildx',
    objection: () => undefined,
    login: dockerLogin,
    async prepare(site) {
      await site.exec('docker', createArgs(nameOf(site), endpoint), { env: site.env, signal: site.signal })
    },
    build: (site, image, settings, onLine) => buildWith(nameOf(site), site, image, settings, onLine),
    async close(site) {
      // A remote BuildKit is only forgotten, and that happens with the private folder.
      if (endpoint.driver === 'remote') return
      await site.exec('docker', ['buildx', 'rm', '--force', nameOf(site)], {
        env: site.env,
        accept: 'any',
        timeout: 60_000,
      })
    },
  }
}

// Unique, because the Kubernetes driver names its pods after it.
function nameOf(site: Site): string {
  return basename(site.folder)
}
