import { UserError } from '../../toolkit/action/errors.ts'
import { nginx } from './nginx.ts'
import { node } from './node.ts'
import { postgres } from './postgres.ts'
import { python } from './python.ts'
import type { Cook } from './recipe.ts'
import { socketProxy } from './socket-proxy.ts'
import { traefik } from './traefik.ts'

const cooks: readonly { readonly images: RegExp; readonly shown: string; readonly cook: Cook }[] = [
  { images: /^python:3\.13([.-]|$)/, shown: 'python:3.13…', cook: python },
  { images: /^node:24([.-]|$)/, shown: 'node:24…', cook: node },
  { images: /^nginxinc\/nginx-unprivileged:/, shown: 'nginxinc/nginx-unprivileged:…', cook: nginx },
  { images: /^postgres:18([.-]|$)/, shown: 'postgres:18…', cook: postgres },
  { images: /^traefik:v3\.7([.-]|$)/, shown: 'traefik:v3.7…', cook: traefik },
  { images: /^tecnativa\/docker-socket-proxy:/, shown: 'tecnativa/docker-socket-proxy:…', cook: socketProxy },
]

/**
 * How to make a stand-in for an image.
 * @throws UserError where there is no recipe for it.
 */
export function cookFor(image: string): Cook {
  const name = image.replace(/^docker\.io\/(library\/)?/, '')
  const known = cooks.find(({ images }) => images.test(name))
  if (known === undefined)
    throw new UserError(
      `'${image}' cannot be pulled here and has no stand-in; there are some for ${cooks.map(({ shown }) => shown).join(', ')}`,
    )
  return known.cook
}
