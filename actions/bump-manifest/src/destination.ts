import { UserError } from '../../../toolkit/action/errors.ts'
import type { Context } from '../../../toolkit/runner/context.ts'
import type { BumpInputs } from './spec.ts'

/** The repository and branch to change. */
export interface Destination {
  /** `owner/name`; undefined where an SSH URL leads to a host that is not the workflow's GitHub. */
  readonly repository: string | undefined
  /** Where git fetches and pushes. */
  readonly url: string
  /** undefined: the repository's default branch. */
  readonly branch: string | undefined
}

type Where = Pick<BumpInputs, 'repository' | 'branch' | 'ssh-key'>

/**
 * Where the inputs point to, seen from the event.
 * @throws UserError where they point nowhere.
 */
export function destinationOf(inputs: Where, context: Context): Destination {
  const named = inputs.repository ?? context.repository
  const ssh = inputs['ssh-key'] !== undefined
  if (/^(ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(named)) {
    if (!ssh) throw new UserError(`input 'repository' is '${named}', an SSH URL: give 'ssh-key' too`)
    return { repository: undefined, url: named, branch: branchInput(inputs.branch) }
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(named))
    throw new UserError(`input 'repository' is '${named}'; write owner/name`)
  const server = new URL(context.serverUrl)
  const url = ssh ? `ssh://git@${server.hostname}/${named}.git` : `${context.serverUrl}/${named}.git`
  const own = named.toLowerCase() === context.repository.toLowerCase()
  return {
    repository: named,
    url,
    branch: branchInput(inputs.branch) ?? (own ? eventBranch(context) : undefined),
  }
}

/**
 * The branch that an event is about: the one pushed; for a pull request its head, once it is merged its base;
 * for a tag the repository's default branch.
 * @throws UserError for the pull request of a fork, whose branch lies elsewhere.
 */
export function eventBranch({ ref, event, repository }: Context): string | undefined {
  if (ref.startsWith('refs/heads/')) return ref.slice('refs/heads/'.length)
  const pull = event.pull_request
  if (!pull) return event.repository?.default_branch
  if (pull.merged) return pull.base.ref
  if (pull.head.repo?.full_name !== repository)
    throw new UserError(
      `input 'branch' is not given, and the branch '${pull.head.ref}' of this pull request lies in a fork; name a branch of ${repository}`,
    )
  return pull.head.ref
}

/**
 * A branch name as an input gives it, `refs/heads/` taken off.
 * @throws UserError where git would not take it (git-check-ref-format).
 */
export function branchInput(given: string | undefined, input = 'branch'): string | undefined {
  if (given === undefined) return undefined
  const name = given.replace(/^refs\/heads\//, '')
  const wrong = /^[-/]|\.\.|@\{|[\x00-\x20\x7f~^:?*[\\]|\/\/|\/\.|\/$|\.$|\.lock(\/|$)|^\.|^@$|^HEAD$/.test(
    name,
  )
  if (wrong) throw new UserError(`input '${input}' is '${given}', which is no branch name; write e.g. main`)
  return name
}
