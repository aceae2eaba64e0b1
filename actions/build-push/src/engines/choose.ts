import { UserError } from '../../../../toolkit/action/errors.ts'

/** Which builders this machine has. */
export interface Found {
  readonly docker: boolean
  readonly buildx: boolean
  readonly buildah: boolean
}

/** A builder, and the words that tell the user why it is this one. */
export interface Choice {
  readonly name: 'buildx' | 'docker' | 'buildah' | 'endpoint'
  readonly why: string
}

const ENDPOINT = /^(tcp|unix|kubernetes):\/\//

/**
 * Decides on a builder from the input `builder`.
 * @throws UserError where the input is no builder, or nothing is there to build with.
 */
export function chooseBuilder(wanted: string, found: Found): Choice {
  if (wanted === 'buildx' || wanted === 'docker' || wanted === 'buildah')
    return { name: wanted, why: 'asked for' }
  if (ENDPOINT.test(wanted)) return { name: 'endpoint', why: `at ${wanted}` }
  if (wanted !== 'auto')
    throw new UserError(
      `input 'builder' is '${wanted}': write auto, buildx, docker, buildah, or an address that starts with tcp://, unix:// or kubernetes://`,
    )
  if (found.docker && found.buildx) return { name: 'buildx', why: 'found here' }
  if (found.docker) return { name: 'docker', why: 'docker has no buildx here' }
  if (found.buildah) return { name: 'buildah', why: 'there is no docker here' }
  throw new UserError(
    "input 'builder' is 'auto', but this runner has neither docker nor buildah; install one in an earlier step, or name a BuildKit endpoint",
  )
}
