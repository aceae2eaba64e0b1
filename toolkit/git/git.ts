import { join } from 'node:path'
import type { World } from '../action/run.ts'
import type { ExecOptions, ExecResult } from '../exec/exec.ts'
import type { Access } from './access.ts'
import { gitEnvironment, routeSettings } from './environment.ts'

/** A private bare repository beside one remote: no working tree, no remote, no credentials on disk. */
export interface Git {
  readonly url: string
  /** Runs git on local objects. @throws ExecError where git fails. */
  run(args: readonly string[], options?: RunOptions): Promise<ExecResult>
  /** Runs git against the remote, within the time allowed for the network. @throws ExecError where git fails. */
  network(args: readonly string[]): Promise<ExecResult>
}

type RunOptions = Pick<ExecOptions, 'input' | 'onBytes' | 'accept'>

/** Milliseconds that one exchange with the server may take. */
const NETWORK_TIMEOUT = 180_000

/**
 * Makes the private repository, in the step's private folder.
 * @param timeout milliseconds for one exchange with the server.
 */
export async function openGit(
  world: Pick<World, 'env' | 'exec' | 'folder' | 'signal'>,
  access: Access,
  { timeout = NETWORK_TIMEOUT } = {},
): Promise<Git> {
  const parent = await world.folder()
  const folder = join(parent, 'repository.git')
  const callers = await world.exec('git', ['config', '--null', '--get-regexp', '^http\\.'], {
    cwd: parent,
    env: world.env,
    accept: [0, 1],
    signal: world.signal,
  })
  const settings = [...routeSettings(callers.stdout), ...access.config]
  const env = { ...gitEnvironment(world.env, folder, settings), ...access.env }
  const git = (args: readonly string[], options: ExecOptions = {}) =>
    world.exec('git', args, { ...options, cwd: parent, env, signal: world.signal })
  await git(['init', '--quiet', '--bare', '--template=', '--initial-branch=none', folder])
  return { url: access.url, run: git, network: args => git(args, { timeout }) }
}
