import { UserError } from '../../../toolkit/action/errors.ts'
import { RemoteError } from '../../../toolkit/git/remote.ts'
import type { Refusal } from '../../../toolkit/git/verdict.ts'

/** What a remote operation was about. */
export interface About {
  readonly url: string
  /** The branch that is written to. */
  readonly branch: string
  /** The branch that is read, where that is another. */
  readonly base?: string
  readonly ssh: boolean
}

/**
 * Talks to a remote.
 * @throws UserError with the remedy where the remote refuses or fails; all else as it was thrown.
 */
export async function explainRemote<T>(about: About, talk: () => Promise<T>): Promise<T> {
  try {
    return await talk()
  } catch (thrown) {
    throw thrown instanceof RemoteError ? explain(thrown, about) : thrown
  }
}

function explain({ verdict, said }: RemoteError, about: About): UserError {
  const told = said
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(-12)
    .join('\n')
  const sentence =
    verdict.kind === 'final'
      ? refusal(verdict.because, about)
      : `${about.url} could not be reached, or failed; run the job again`
  return new UserError(`${sentence}. It said:\n${told}`)
}

function refusal(because: Refusal, { url, branch, base = branch, ssh }: About): string {
  const key = ssh ? "the deploy key in 'ssh-key'" : "the 'token'"
  switch (because) {
    case 'protected':
      return `the branch '${branch}' of ${url} is protected; use mode: pull-request, or credentials that may bypass the protection`
    case 'read-only':
      return ssh
        ? `the deploy key in 'ssh-key' may not write to ${url}; allow it write access in the repository's settings`
        : `the 'token' may not write to ${url}; grant it 'contents: write' (github.token writes only to the workflow's own repository)`
    case 'credentials':
      return `${url} did not accept ${key}; check that it is complete, not expired, and made for this repository`
    case 'ssh-key':
      return `input 'ssh-key' is no usable private key; give the whole file, from BEGIN to END, without a passphrase`
    case 'host-key':
      return `${url} did not show the host key it is known for, so nothing was sent to it`
    case 'not-found':
      return `${url} is not there, or ${key} may not see it; check 'repository' (github.token reaches only the workflow's own repository)`
    case 'no-branch':
      return `the branch '${base}' does not exist in ${url}; check 'branch', or make it first`
    case 'unknown':
      return `git could not work with '${branch}' of ${url}`
  }
}
