import { UserError } from '../../../../toolkit/action/errors.ts'
import { buildah } from './buildah.ts'
import { buildx } from './buildx.ts'
import { docker } from './docker.ts'
import { endpointEngine, isEndpoint, parseEndpoint } from './endpoint.ts'
import type { Engine } from './engine.ts'

/** Which builders this machine has. */
export interface Found {
  readonly docker: boolean
  readonly buildx: boolean
  readonly buildah: boolean
}

/** A builder, and the words that tell the user why it is this one. */
export interface Choice {
  readonly engine: Engine
  readonly why: string
}

const missing = {
  docker: 'docker is not installed on this runner',
  buildx: "docker's plugin buildx is not installed on this runner; docker/setup-buildx-action installs it",
  buildah: 'buildah is not installed on this runner',
}

/**
 * Decides on a builder from the input `builder`.
 * @throws UserError where the input is no builder, or what it takes is not there.
 */
export function chooseBuilder(wanted: string, found: Found): Choice {
  const take = (engine: Engine, why: string, ...needed: (keyof Found)[]): Choice => {
    const lacking = needed.find(program => !found[program])
    if (lacking !== undefined) throw new UserError(`input 'builder' is '${wanted}', but ${missing[lacking]}`)
    return { engine, why }
  }
  if (wanted === 'auto') return first(found)
  if (wanted === 'buildx') return take(buildx, 'asked for', 'docker', 'buildx')
  if (wanted === 'docker') return take(docker, 'asked for', 'docker')
  if (wanted === 'buildah') return take(buildah, 'asked for', 'buildah')
  if (isEndpoint(wanted))
    return take(endpointEngine(parseEndpoint(wanted)), `at ${wanted}`, 'docker', 'buildx')
  throw new UserError(
    `input 'builder' is '${wanted}': write auto, buildx, docker, buildah, or an address that starts with tcp://, unix://, kubernetes:// or docker-container://`,
  )
}

function first(found: Found): Choice {
  if (found.docker && found.buildx) return { engine: buildx, why: 'the first choice, and it is here' }
  if (found.docker) return { engine: docker, why: 'docker is here, its plugin buildx is not' }
  if (found.buildah) return { engine: buildah, why: 'there is no docker here' }
  throw new UserError(
    "input 'builder' is 'auto', but this runner has neither docker nor buildah; install one in an earlier step",
  )
}
