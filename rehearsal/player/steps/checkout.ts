import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { done, type Outcome, type StepCall } from '../job/world.ts'
import { environmentOf } from './process.ts'

const USES = 'actions/checkout'

/**
 * actions/checkout, played by git itself: a fetch from the git host at the event's commit, with the token in the
 * clone's configuration for the steps that follow, unless they are not to have it.
 */
export async function checkout(call: StepCall): Promise<Outcome> {
  const { world, show } = call
  const github = call.scope.contexts.github as Record<string, string>
  const repository = call.with.repository || github.repository!
  const token = call.with.token || world.token
  world.masks.add(token)
  const folder = insideWorkspace(world.workspace, call.with.path ?? '.')
  const url = `${world.host.url}/${repository}`
  const credentials = authorization(world.host.url, token, call)
  const git = async (...args: string[]) => {
    show(`[command]git ${args.join(' ')}`)
    const env = { ...environmentOf(call), ...credentials.environment, GIT_TERMINAL_PROMPT: '0' }
    const result = await exec('git', args, { cwd: folder, env, signal: call.signal, onLine: show })
    return result.stdout.trim()
  }
  show(`Syncing repository: ${repository}`)
  await rm(join(folder, '.git'), { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await git('init', '-q', '.')
  await git('remote', 'add', 'origin', url)
  const wanted = whatToFetch(call.with.ref, repository === github.repository, github)
  // The whole history is that of all branches and tags (actions/checkout, getRefSpecForAllHistory).
  if (call.with['fetch-depth'] === '0') await git('fetch', '-q', '--prune', 'origin', ...EVERYTHING)
  await git('fetch', '-q', '--no-tags', ...depth(call.with), 'origin', ...wanted.refspecs)
  await git('checkout', '-q', '--force', ...wanted.checkout)
  const commit = await git('rev-parse', 'HEAD')
  if (call.with['persist-credentials'] !== 'false') await keepCredentials(folder, credentials, call)
  return { ...done, outputs: { commit, ref: call.with.ref || github.ref || '' } }
}

const EVERYTHING = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']

/** What to fetch and what to check out; a branch is checked out by name, so that a later push has one. */
function whatToFetch(
  given: string | undefined,
  isOwn: boolean,
  github: Record<string, string>,
): { refspecs: string[]; checkout: string[] } {
  const ref = given || (isOwn ? github.ref! : 'HEAD')
  const sha = given ? undefined : isOwn ? github.sha : undefined
  if (/^[0-9a-f]{40}$/.test(ref)) return { refspecs: [ref], checkout: ['--detach', ref] }
  if (ref === 'HEAD') return { refspecs: ['HEAD'], checkout: ['--detach', 'FETCH_HEAD'] }
  if (ref.startsWith('refs/') && !ref.startsWith('refs/heads/')) {
    const source = sha ?? ref
    return { refspecs: [source], checkout: ['--detach', 'FETCH_HEAD'] }
  }
  const branch = ref.replace(/^refs\/heads\//, '')
  const tracking = `refs/remotes/origin/${branch}`
  return {
    refspecs: [`+${sha ?? `refs/heads/${branch}`}:${tracking}`],
    checkout: ['-B', branch, tracking],
  }
}

function depth(given: Readonly<Record<string, string>>): string[] {
  const value = given['fetch-depth'] ?? '1'
  if (!/^\d+$/.test(value)) throw new Error(`fetch-depth is '${value}': write a whole number`)
  return [
    ...(value === '0' ? [] : [`--depth=${value}`]),
    ...(given['fetch-tags'] === 'true' ? ['--tags'] : []),
  ]
}

interface Credentials {
  readonly key: string
  readonly value: string
  readonly environment: Record<string, string>
}

function authorization(hostUrl: string, token: string, { world }: StepCall): Credentials {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  world.masks.add(basic)
  const key = `http.${hostUrl}/.extraheader`
  const value = `AUTHORIZATION: basic ${basic}`
  return {
    key,
    value,
    environment: { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: key, GIT_CONFIG_VALUE_0: value },
  }
}

/** Written by hand, because an argument of git would show the token to every process of the machine. */
async function keepCredentials(folder: string, { value }: Credentials, call: StepCall): Promise<void> {
  const config = join(folder, '.git/config')
  const before = await readFile(config, 'utf8')
  await appendFile(config, `[http "${call.world.host.url}/"]\n\textraheader = ${value}\n`)
  call.world.posts.push({
    name: `Post ${call.name}`,
    kind: USES,
    condition: 'always()',
    with: {},
    env: {},
    async play({ show }) {
      show('Removing the token from the clone')
      await writeFile(config, before)
      return done
    },
  })
}

function insideWorkspace(workspace: string, path: string): string {
  const folder = resolve(workspace, path)
  const inside = relative(workspace, folder)
  if (inside.startsWith('..') || isAbsolute(inside))
    throw new Error(`Repository path '${path}' is not under '${workspace}'`)
  return folder
}
