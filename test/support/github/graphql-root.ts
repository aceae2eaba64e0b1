/** What GraphQL queries start from: lookups and mutations. */
import { type Actor, allows, type Scope } from './accounts.ts'
import type { MergeMethod } from './conversation.ts'
import { readRef, updateRef } from './git-store.ts'
import { nodeById, pullById, unresolved, visible } from './graphql-lookup.ts'
import { accountNode, commitNode, pullNode, refNode, repositoryNode } from './graphql-nodes.ts'
import { GraphqlRefusal } from './graphql-refusal.ts'
import { type UpdateRefsInput, updateRefs } from './graphql-update-refs.ts'
import type { Hub } from './hub.ts'
import { writeObject } from './objects.ts'
import { apiRefusal } from './protection.ts'
import { mergeState, writeSigned } from './pulls.ts'
import type { Repository } from './repositories.ts'
import { entryAt, type TreeChange, writeTree } from './trees.ts'
import { readNodeId } from './views/node-id.ts'

interface CommitInput {
  readonly branch: { branchName?: string; repositoryNameWithOwner?: string; id?: string }
  readonly message: { headline: string; body?: string | null }
  readonly fileChanges?: {
    additions?: { path: string; contents: string }[] | null
    deletions?: { path: string }[] | null
  } | null
  readonly expectedHeadOid: string
  readonly clientMutationId?: string | null
}

interface AutoMergeInput {
  readonly pullRequestId: string
  readonly mergeMethod?: string | null
  readonly clientMutationId?: string | null
}

/** The root value for one caller. */
export function graphqlRoot(hub: Hub, actor: Actor) {
  return {
    viewer: () => ({ ...accountNode(hub, actor.account), login: actor.account.login }),
    rateLimit: () => ({ limit: 5000, cost: 1, remaining: 4999, used: 1, nodeCount: 0 }),
    repository({ owner, name }: { owner: string; name: string }) {
      return repositoryNode(hub, visible(hub, actor, `${owner}/${name}`), actor.account)
    },
    node: ({ id }: { id: string }) => nodeById(hub, actor, id),
    nodes: ({ ids }: { ids: string[] }) => ids.map(id => nodeById(hub, actor, id)),
    updateRefs: ({ input }: { input: UpdateRefsInput }) => updateRefs(hub, actor, input),
    createCommitOnBranch: ({ input }: { input: CommitInput }) => createCommit(hub, actor, input),
    enablePullRequestAutoMerge: ({ input }: { input: AutoMergeInput }) => enableAutoMerge(hub, actor, input),
    disablePullRequestAutoMerge({ input }: { input: AutoMergeInput }) {
      const { repository, request } = pullById(hub, actor, input.pullRequestId)
      demand(actor, repository, 'pull_requests')
      request.pull.autoMerge = undefined
      return payload(input, actor, hub, { pullRequest: pullNode(hub, repository, request, actor.account) })
    },
  }
}

/** GitHub's `createCommitOnBranch`: signed, always by the caller, every added file with mode 100644. */
async function createCommit(hub: Hub, actor: Actor, input: CommitInput) {
  const { repository, branch } = branchOf(hub, actor, input.branch)
  demand(actor, repository, 'contents')
  const ref = `refs/heads/${branch}`
  const before = await readRef(repository.path, ref)
  if (before === undefined)
    throw new GraphqlRefusal('NOT_FOUND', `Could not resolve to a Ref with the name '${ref}'.`)
  const stale = () =>
    new GraphqlRefusal(
      'STALE_DATA',
      `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`,
    )
  if (before !== input.expectedHeadOid) throw stale()
  const refusal = apiRefusal(repository.protections.get(branch), actor, { forced: false, verified: true })
  if (refusal) throw new GraphqlRefusal('UNPROCESSABLE', refusal.message)
  const { headline, body } = input.message
  const after = await writeSigned(hub, repository, actor.account, {
    tree: await writeTree(repository.path, before, await changesOf(repository, before, input)),
    parents: [before],
    message: body ? `${headline}\n\n${body}` : headline,
  })
  if (!(await updateRef(repository.path, ref, after, before))) throw stale()
  await hub.landed(repository, [{ ref, before, after }], actor.account)
  return {
    clientMutationId: input.clientMutationId ?? null,
    commit: await commitNode(hub, repository, after),
    ref: refNode(hub, repository, ref, after),
  }
}

async function changesOf(
  repository: Repository,
  head: string,
  { fileChanges }: CommitInput,
): Promise<TreeChange[]> {
  const { additions = [], deletions = [] } = fileChanges ?? {}
  // Its own schema allows null here, but GitHub fails on it.
  if (additions === null || deletions === null)
    throw new Error('Something went wrong while executing your query. Please include a request ID.')
  for (const { path } of deletions)
    if (!(await entryAt(repository.path, head, path)))
      throw new GraphqlRefusal(
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist as of commit oid \`${head}\`: ${path}`,
      )
  const added = additions.map(async ({ path, contents }) => ({
    path,
    mode: '100644',
    sha: await writeObject(repository.path, 'blob', Buffer.from(contents, 'base64')),
  }))
  const deleted = deletions.map(({ path }) => ({ path, mode: '100644', sha: null }))
  return [...deleted, ...(await Promise.all(added))]
}

async function enableAutoMerge(hub: Hub, actor: Actor, input: AutoMergeInput) {
  const { repository, request } = pullById(hub, actor, input.pullRequestId)
  demand(actor, repository, 'pull_requests')
  if (!repository.allowsAutoMerge)
    throw new GraphqlRefusal('UNPROCESSABLE', 'Pull request Auto merge is not allowed for this repository')
  const state = await mergeState(repository, request)
  if (state === 'clean' || state === 'unknown')
    throw new GraphqlRefusal(
      'UNPROCESSABLE',
      `Pull request Pull request is in ${state === 'clean' ? 'clean' : 'closed'} status`,
    )
  const method = (input.mergeMethod ?? 'MERGE').toLowerCase() as MergeMethod
  request.pull.autoMerge = { by: actor.account, method }
  await hub.told(repository, request, actor.account, { action: 'auto_merge_enabled' })
  return payload(input, actor, hub, { pullRequest: pullNode(hub, repository, request, actor.account) })
}

function payload(input: AutoMergeInput, actor: Actor, hub: Hub, rest: object) {
  const clientMutationId = input.clientMutationId ?? null
  return { clientMutationId, actor: accountNode(hub, actor.account), ...rest }
}

function branchOf(
  hub: Hub,
  actor: Actor,
  { branchName, repositoryNameWithOwner, id }: CommitInput['branch'],
): { repository: Repository; branch: string } {
  if (id === undefined)
    return {
      repository: visible(hub, actor, repositoryNameWithOwner ?? ''),
      branch: (branchName ?? '').replace(/^refs\/heads\//, ''),
    }
  const [repositoryId, ref = ''] = readNodeId(id, 'REF') ?? []
  const repository = hub.repositories.byId(Number(repositoryId))
  if (!repository) throw unresolved(id)
  return { repository, branch: ref.replace(/^refs\/heads\//, '') }
}

function demand(actor: Actor, { fullName }: Repository, scope: Scope): void {
  if (!allows(actor, fullName, scope, 'write'))
    throw new GraphqlRefusal('FORBIDDEN', 'Resource not accessible by integration')
}
