import { exec } from '../toolkit/exec/exec.ts'

/** A person's clone on this machine. */
export interface WorkingCopy {
  readonly folder: string
  /** Commits everything that lies there; returns the sha. */
  commit(message: string): Promise<string>
  push(...refspecs: string[]): Promise<void>
  /** Turns to a branch of the remote, as it is there now. */
  checkout(branch: string): Promise<void>
}

/** Someone who commits and pushes. */
export interface Person {
  readonly name: string
  readonly email: string
  readonly token: string
}

/** A folder with a git repository in it, bound to a remote. */
export async function workingCopy(folder: string, url: string, person: Person): Promise<WorkingCopy> {
  const basic = Buffer.from(`${person.name}:${person.token}`).toString('base64')
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
    GIT_TERMINAL_PROMPT: '0',
  }
  const git = async (...args: string[]) => (await exec('git', args, { cwd: folder, env })).stdout.trim()
  await git('remote', 'add', 'origin', url)
  return {
    folder,
    async commit(message) {
      await git('add', '--all')
      await git('commit', '--quiet', '--message', message)
      return git('rev-parse', 'HEAD')
    },
    async push(...refspecs) {
      await git('push', '--quiet', 'origin', ...refspecs)
    },
    async checkout(branch) {
      await git('fetch', '--quiet', 'origin', branch)
      await git('checkout', '--quiet', '-B', branch, 'FETCH_HEAD')
    },
  }
}
