import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'
import type { Report } from '../../../toolkit/action/spec.ts'
import { type Git, openGit } from '../../../toolkit/git/git.ts'
import { defaultBranch } from '../../../toolkit/git/remote.ts'
import { commitMessage } from './commit-message.ts'
import { type Api, accessTo, apiFor } from './credentials.ts'
import { branchInput, type Destination, destinationOf } from './destination.ts'
import { type Landed, land } from './land.ts'
import { reportOf } from './outcome.ts'
import { proposalBody } from './proposal-body.ts'
import { type PullRequest, propose } from './pull-request.ts'
import { explainRemote } from './refused.ts'
import { readRequest } from './request.ts'
import type { BumpInputs, spec } from './spec.ts'
import { branchTarget } from './targets/branch.ts'
import { proposalBranch, proposalTarget } from './targets/proposal.ts'
import type { Remote } from './targets/remote.ts'

/** Lands the request in a remote repository, by commit or by pull request. */
export async function bumpRepository(inputs: BumpInputs, world: World): Promise<Report<typeof spec>> {
  const request = readRequest(inputs)
  const destination = destinationOf(inputs, world.context)
  const author = authorInput(inputs.author)
  const named = branchInput(inputs['pull-request-branch'], 'pull-request-branch')
  const proposes = inputs.mode === 'pull-request'
  const api = proposes || inputs.sign ? await apiFor(destination, inputs, world) : undefined
  const about = { url: destination.url, ssh: inputs['ssh-key'] !== undefined }
  const git = await openGit(world, await accessTo(destination, inputs, world))
  const branch = await explainRemote({ ...about, branch: 'HEAD' }, () => branchOf(destination, git))
  const proposal = proposes ? (named ?? proposalBranch(branch, request)) : undefined
  if (proposal === branch)
    throw new UserError(
      `input 'pull-request-branch' is '${proposal}', the very branch to change; name another`,
    )
  const remote: Remote = {
    name: destination.repository ?? destination.url,
    ...{ git, branch, request, author, now: world.now },
    message: commitMessage(inputs['commit-message'], request, world.context),
    ...(inputs.sign && api && { api }),
  }
  const target = proposal === undefined ? branchTarget(remote) : proposalTarget({ ...remote, proposal })
  const landed = await explainRemote({ ...about, branch: proposal ?? branch, base: branch }, () =>
    land(target, request, inputs, world),
  )
  const pull =
    api && proposal !== undefined
      ? await pullRequest({ api, remote, proposal, landed }, inputs, world)
      : undefined
  return reportOf({ target, ...landed, ...(pull && { pull }) }, inputs, world)
}

async function branchOf(destination: Destination, git: Git): Promise<string> {
  const branch = destination.branch ?? (await defaultBranch(git))
  if (branch === undefined)
    throw new UserError(`${destination.url} has no default branch (it may be empty); give 'branch'`)
  return branch
}

interface Proposed {
  readonly api: Api
  readonly remote: Remote
  readonly proposal: string
  readonly landed: Landed
}

async function pullRequest(
  { api, remote, proposal, landed }: Proposed,
  inputs: BumpInputs,
  world: World,
): Promise<PullRequest | undefined> {
  if (landed.outcome !== 'landed' && landed.outcome !== 'pending') return undefined
  if (inputs['dry-run']) return undefined
  const subject = remote.message.split('\n', 1)[0] ?? ''
  return propose(
    api,
    {
      head: proposal,
      base: remote.branch,
      title: inputs['pull-request-title'] ?? subject,
      body: proposalBody(landed.plan, remote.request, world.context),
      labels: inputs.labels,
      autoMerge: inputs['auto-merge'],
    },
    world.log,
  )
}

/**
 * The author of the commit.
 * @throws UserError where git could not read it again.
 */
export function authorInput(given: BumpInputs['author']): string {
  if (!/^[^<>\n\r\0]+ <[^<>\s\0]+>$/.test(given))
    throw new UserError(`input 'author' is '${given}'; write Name <email>`)
  return given
}
