import { messageOf } from '../action/errors.ts'
import { ExecError } from '../exec/exec.ts'
import type { Git } from './git.ts'
import { classify, type Verdict } from './verdict.ts'

/** The remote refused, or could not be reached; `said` is what it and git had to say. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
  readonly verdict: Verdict
  readonly said: string
  constructor(verdict: Verdict, said: string) {
    super(said)
    this.verdict = verdict
    this.said = said
  }
}

/**
 * Fetches the tips of branches, without their history, to `refs/tips/<branch>`.
 * @param branch must exist.
 * @param maybe may be missing; its ref is then gone here too.
 * @throws RemoteError
 */
export async function fetchTips(git: Git, branch: string, maybe?: string): Promise<void> {
  // A pattern that matches nothing is no error to git, a plain name is.
  const optional = maybe === undefined ? [] : [`+refs/heads/${maybe}*:${tipOf(maybe)}*`]
  await remote(() =>
    git.network([
      'fetch',
      ...['--quiet', '--depth=1', '--no-tags', '--no-write-fetch-head', '--prune', '--'],
      git.url,
      `+refs/heads/${branch}:${tipOf(branch)}`,
      ...optional,
    ]),
  )
}

/** Where `fetchTips` keeps the tip of a branch. */
export function tipOf(branch: string): string {
  return `refs/tips/${branch}`
}

/** The branch that the remote's HEAD names. @throws RemoteError */
export async function defaultBranch(git: Git): Promise<string | undefined> {
  const { stdout } = await remote(() => git.network(['ls-remote', '--symref', '--', git.url, 'HEAD']))
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(stdout)?.[1]
}

/** A branch to be moved. */
export interface Push {
  readonly branch: string
  /** Where it must be now; undefined: it must not exist. */
  readonly from: string | undefined
  readonly to: string
}

/**
 * Moves one branch of the remote, only if it is where it was read: git's lease is a compare-and-swap, so that a
 * branch that was moved, deleted or made meanwhile is never overwritten.
 * @throws RemoteError; of kind `race` where it was not there any more.
 */
export async function push(git: Git, { branch, from, to }: Push): Promise<void> {
  const ref = `refs/heads/${branch}`
  const lease = `--force-with-lease=${ref}:${from ?? ''}`
  try {
    await remote(() =>
      git.network(['push', '--porcelain', '--no-follow-tags', lease, '--', git.url, `${to}:${ref}`]),
    )
  } catch (thrown) {
    // curl sends a request again when its connection dies before the answer; the second one then finds our own push.
    if (thrown instanceof RemoteError && thrown.said.includes(`is at ${to} `)) return
    throw thrown
  }
}

async function remote<T>(talk: () => Promise<T>): Promise<T> {
  try {
    return await talk()
  } catch (thrown) {
    if (!(thrown instanceof ExecError)) throw thrown
    const said = `${messageOf(thrown)}\n${thrown.result.stdout}\n${thrown.result.stderr}`
    throw new RemoteError(classify(said), (thrown.result.stderr || messageOf(thrown)).trim())
  }
}
