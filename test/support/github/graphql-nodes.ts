/** The objects of the GraphQL schema, their fields computed when asked for. */
import type { Account } from './accounts.ts'
import { isoDate, isSigned } from './commit-object.ts'
import { isPull, type PullRequest, pullsOf } from './conversation.ts'
import { readRef, resolve } from './git-store.ts'
import { connection, type Page } from './graphql-connection.ts'
import { commentsOf, issueNode, spoken } from './graphql-conversation.ts'
import type { Hub } from './hub.ts'
import { objectInfo } from './objects.ts'
import { mergeState } from './pulls.ts'
import type { Repository } from './repositories.ts'
import { accountOf, commitOf } from './views/commits.ts'
import { htmlUrl } from './views/git.ts'
import { nodeId } from './views/node-id.ts'
import { iso, userView } from './views/people.ts'

/** GraphQL names a bot without its `[bot]`. */
export function accountNode(hub: Hub, account: Account) {
  return {
    __typename: account.type,
    id: nodeId('U', account.id),
    databaseId: account.id,
    login: account.login.replace('[bot]', ''),
    url: userView(hub, account).html_url,
    avatarUrl: userView(hub, account).avatar_url,
  }
}

export function repositoryNode(hub: Hub, repository: Repository, viewer: Account) {
  const ref = async (name: string) => {
    const sha = await readRef(repository.path, name)
    return sha === undefined ? null : refNode(hub, repository, name, sha)
  }
  return {
    __typename: 'Repository',
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    url: htmlUrl(hub, repository),
    isPrivate: repository.private,
    autoMergeAllowed: repository.allowsAutoMerge,
    viewerDefaultMergeMethod: 'MERGE',
    owner: accountNode(hub, repository.owner),
    defaultBranchRef: () => ref(`refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      ref(qualifiedName.startsWith('refs/') ? qualifiedName : `refs/heads/${qualifiedName}`),
    async object({ expression, oid }: { expression?: string; oid?: string }) {
      const sha = await resolve(repository.path, expression ?? oid ?? '')
      return sha === undefined ? null : commitNode(hub, repository, sha)
    },
    pullRequest({ number }: { number: number }) {
      const request = repository.issues.get(number)
      return request && isPull(request) ? pullNode(hub, repository, request, viewer) : null
    },
    issue({ number }: { number: number }) {
      const issue = repository.issues.get(number)
      return issue && !isPull(issue) ? issueNode(hub, repository, issue, viewer) : null
    },
    issueOrPullRequest({ number }: { number: number }) {
      const issue = repository.issues.get(number)
      if (!issue) return null
      return isPull(issue)
        ? pullNode(hub, repository, issue, viewer)
        : issueNode(hub, repository, issue, viewer)
    },
    pullRequests(wanted: Page & { states?: string[]; headRefName?: string; baseRefName?: string }) {
      const found = pullsOf(repository)
        .filter(request => !wanted.states || wanted.states.includes(stateOf(request)))
        .filter(({ pull }) => pull.headRef === (wanted.headRefName ?? pull.headRef))
        .filter(({ pull }) => pull.baseRef === (wanted.baseRefName ?? pull.baseRef))
      return connection('pullRequests', found, wanted, request => pullNode(hub, repository, request, viewer))
    },
  }
}

export function refNode(hub: Hub, repository: Repository, ref: string, sha: string) {
  return {
    __typename: 'Ref',
    id: nodeId('REF', repository.id, ref),
    name: ref.replace(/^refs\/(heads|tags)\//, ''),
    prefix: ref.replace(/[^/]+$/, ''),
    target: async () =>
      (await objectInfo(repository.path, sha))?.type === 'commit' ? commitNode(hub, repository, sha) : null,
  }
}

export async function commitNode(hub: Hub, repository: Repository, sha: string) {
  const commit = await commitOf(repository, sha)
  const person = (who: typeof commit.author) => {
    const account = accountOf(hub, who)
    const user = account?.type === 'User' ? accountNode(hub, account) : null
    return { name: who.name, email: who.email, date: isoDate(who), user }
  }
  const [headline = '', ...body] = commit.message.trimEnd().split('\n\n')
  const isValid = isSigned(commit, hub.signingKey)
  const page = htmlUrl(hub, repository, `/commit/${sha}`)
  return {
    __typename: 'Commit',
    id: nodeId('C', repository.id, sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    url: page,
    commitUrl: page,
    message: commit.message.trimEnd(),
    messageHeadline: headline,
    messageBody: body.join('\n\n'),
    committedDate: isoDate(commit.committer),
    authoredDate: isoDate(commit.author),
    author: person(commit.author),
    committer: person(commit.committer),
    signature: commit.signature
      ? { __typename: 'GpgSignature', isValid, state: isValid ? 'VALID' : 'UNKNOWN_KEY' }
      : null,
  }
}

export function pullNode(hub: Hub, repository: Repository, request: PullRequest, viewer: Account) {
  const { pull, number } = request
  const wish = pull.autoMerge
  const state = () => mergeState(repository, request)
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', repository.id, number),
    databaseId: request.id,
    number,
    title: request.title,
    url: htmlUrl(hub, repository, `/pull/${number}`),
    state: stateOf(request),
    closed: request.state === 'closed',
    merged: pull.mergedAt !== undefined,
    mergedAt: pull.mergedAt ? iso(pull.mergedAt) : null,
    isDraft: pull.draft,
    isCrossRepository: pull.headRepository !== repository,
    headRepository: () => repositoryNode(hub, pull.headRepository, viewer),
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    mergeable: async () => ((await state()) === 'dirty' ? 'CONFLICTING' : 'MERGEABLE'),
    mergeStateStatus: async () => (await state()).toUpperCase(),
    autoMergeRequest: wish
      ? { mergeMethod: wish.method.toUpperCase(), enabledBy: accountNode(hub, wish.by) }
      : null,
    ...spoken(hub, repository, request, viewer, nodeId('PR', repository.id, number)),
    ...commentsOf(hub, repository, request, viewer),
  }
}

function stateOf({ state, pull }: PullRequest): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.mergedAt) return 'MERGED'
  return state === 'open' ? 'OPEN' : 'CLOSED'
}
