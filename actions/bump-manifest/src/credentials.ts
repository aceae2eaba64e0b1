import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import { type Access, sshAccess, tokenAccess } from '../../../toolkit/git/access.ts'
import { createGitHub, type GitHub } from '../../../toolkit/github/client.ts'
import type { Destination } from './destination.ts'
import type { BumpInputs } from './spec.ts'

/** What the step needs beyond git: GitHub's API for one repository. */
export interface Api {
  readonly github: GitHub
  readonly owner: string
  readonly repo: string
  /** `owner/name` */
  readonly repository: string
}

/** How git reaches the destination: by the deploy key where one is given, else by the token. */
export function accessTo({ url }: Destination, inputs: BumpInputs, world: World): Promise<Access> {
  const key = inputs['ssh-key']
  return key === undefined
    ? Promise.resolve(tokenAccess(url, inputs.token, world.secrets))
    : sshAccess(url, key, world)
}

/**
 * GitHub's API for the destination, where the mode asks for it.
 * @throws UserError where the destination has none, or no token is there.
 */
export async function apiFor(
  { repository, url }: Destination,
  inputs: BumpInputs,
  world: World,
): Promise<Api> {
  const asked = inputs.sign ? "'sign'" : "mode 'pull-request'"
  if (repository === undefined)
    throw new UserError(
      `${asked} works through the API of ${world.context.serverUrl}, but 'repository' is '${url}'; write owner/name`,
    )
  if (inputs.token === undefined) throw new UserError(`${asked} works through GitHub's API: give 'token'`)
  const [owner = '', repo = ''] = repository.split('/')
  return { github: await createGitHub(world, inputs.token), owner, repo, repository }
}
