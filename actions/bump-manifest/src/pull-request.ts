import { messageOf } from '../../../toolkit/action/errors.ts'
import { explained, statusOf } from '../../../toolkit/github/refusals.ts'
import type { Log } from '../../../toolkit/runner/log.ts'
import type { Api } from './credentials.ts'
import type { BumpInputs } from './spec.ts'

/** The pull request as it shall be. */
export interface Proposal {
  readonly head: string
  readonly base: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly autoMerge: BumpInputs['auto-merge']
}

/** A pull request as it stands. */
export interface PullRequest {
  readonly number: number
  readonly html_url: string
}

/** Opens the pull request, or updates the one that is open for the same two branches. */
export async function propose(api: Api, proposal: Proposal, log: Log): Promise<PullRequest> {
  const purpose = { repository: api.repository, permission: 'pull-requests: write' }
  const found = await explained({ ...purpose, to: 'find the pull request' }, () => find(api, proposal))
  const pull = found
    ? await explained({ ...purpose, to: `update #${found.number}` }, () => update(api, proposal, found))
    : await explained({ ...purpose, to: 'open a pull request' }, () => create(api, proposal, log))
  await explained({ ...purpose, to: `label #${pull.number}` }, () => addLabels(api, proposal, pull))
  const { autoMerge } = proposal
  if (autoMerge === 'true') await enableAutoMerge(api, pull, await usualMethod(api, purpose), log)
  else if (autoMerge !== 'off' && autoMerge !== 'false') await enableAutoMerge(api, pull, autoMerge, log)
  return pull
}

type Found = Awaited<ReturnType<typeof find>> & object

async function find({ github, owner, repo }: Api, { head, base }: Proposal) {
  const pulls = await github.paginate(github.rest.pulls.list, {
    ...{ owner, repo, base, state: 'open', per_page: 100 },
    head: `${owner}:${head}`,
  })
  return pulls.find(pull => pull.head.ref === head && pull.base.ref === base)
}

async function update({ github, owner, repo }: Api, { title, body }: Proposal, found: Found): Promise<Found> {
  if (found.title === title && found.body === body) return found
  await github.rest.pulls.update({ owner, repo, pull_number: found.number, title, body })
  return found
}

async function create(api: Api, proposal: Proposal, log: Log) {
  const { head, base, title, body } = proposal
  try {
    const { data } = await api.github.rest.pulls.create({
      ...{ owner: api.owner, repo: api.repo, head, base, title, body },
    })
    if (data.user?.login === 'github-actions[bot]')
      log.info(
        `#${data.number} was opened with the workflow's own token, so it starts no workflows (a rule of GitHub); give a token of a GitHub App or a user where its checks must run`,
      )
    return data
  } catch (thrown) {
    // Another run, or a try of ours whose answer was lost, opened it meanwhile.
    const meanwhile = statusOf(thrown) === 422 ? await find(api, proposal) : undefined
    if (meanwhile) return update(api, proposal, meanwhile)
    throw thrown
  }
}

async function addLabels(
  { github, owner, repo }: Api,
  { labels }: Proposal,
  { number, labels: present }: { number: number; labels: { name?: string }[] },
): Promise<void> {
  const missing = labels.filter(label => !present.some(({ name }) => name === label))
  if (missing.length > 0)
    await github.rest.issues.addLabels({ owner, repo, issue_number: number, labels: missing })
}

type Method = 'merge' | 'squash' | 'rebase'

const USUAL_METHOD = `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { viewerDefaultMergeMethod }
}`

/** The way that GitHub offers first to this token's owner. */
function usualMethod(
  { github, owner, repo }: Api,
  purpose: { repository: string; permission: string },
): Promise<Method> {
  return explained({ ...purpose, to: 'read the merge method' }, async () => {
    type Answer = { repository: { viewerDefaultMergeMethod: string } }
    const answer = await github.graphql<Answer>(USUAL_METHOD, { owner, repo })
    return answer.repository.viewerDefaultMergeMethod.toLowerCase() as Method
  })
}

const AUTO_MERGE = `mutation ($id: ID!, $how: PullRequestMergeMethod!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: $how }) { clientMutationId }
}`

/** A pull request that cannot be merged by itself still stands, so what goes wrong here is a warning. */
async function enableAutoMerge(
  { github, owner, repo }: Api,
  { number, node_id: id }: { number: number; node_id: string },
  method: Method,
  log: Log,
): Promise<void> {
  try {
    await github.graphql(AUTO_MERGE, { id, how: method.toUpperCase() })
    log.info(`#${number} merges by itself once its checks pass`)
  } catch (thrown) {
    if (!isAnswer(thrown)) throw thrown
    const failure = isReady(thrown) ? await mergeNow() : thrown
    if (failure === undefined) log.info(`#${number} is merged: it had no checks to wait for`)
    else
      log.warning(
        `#${number} will not merge by itself: GitHub answered '${answerOf(failure)}'. Allow auto-merge in the settings of ${owner}/${repo}, and check that the method '${method}' is allowed there`,
      )
  }

  async function mergeNow(): Promise<unknown> {
    try {
      await github.rest.pulls.merge({ owner, repo, pull_number: number, merge_method: method })
      return undefined
    } catch (thrown) {
      if (!isAnswer(thrown)) throw thrown
      return thrown
    }
  }
}

function isAnswer(thrown: unknown): boolean {
  return statusOf(thrown) !== undefined || (thrown as Error).name === 'GraphqlResponseError'
}

function answerOf(thrown: unknown): string {
  const errors = (thrown as { errors?: { message?: string }[] }).errors
  return errors?.map(({ message }) => message).join('; ') ?? messageOf(thrown)
}

// GitHub takes auto-merge only where there is something left to wait for.
function isReady(thrown: unknown): boolean {
  return /clean status/i.test(messageOf(thrown))
}
