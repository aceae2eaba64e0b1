/** The Git Data API: refs, commits, trees and blobs. */
import { githubIdentity } from '../accounts.ts'
import {
  type Commit,
  formatCommit,
  identity,
  isSigned,
  parseCommit,
  sign,
  webFlow,
} from '../commit-object.ts'
import { findRef, isAncestor, readRef, refsUnder, resolve, updateRef, ZERO } from '../git-store.ts'
import { objectInfo, readObject, writeObject } from '../objects.ts'
import { apiRefusal } from '../protection.ts'
import { notFound, Refusal, unprocessable } from '../refusal.ts'
import { type BodyOf, created, noContent, ok, type RepositoryCall, type RepositoryRoutes } from '../router.ts'
import { entryAt, readTree, type TreeChange, writeTree } from '../trees.ts'
import { apiUrl, gitCommitView, refView } from '../views/git.ts'
import { nodeId } from '../views/node-id.ts'

export const gitDataRoutes: RepositoryRoutes = {
  'GET /repos/{owner}/{repo}/git/ref/{ref}': async call => {
    const ref = `refs/${call.params.ref}`
    const found = await findRef(call.repository.path, ref)
    if (!found) throw notFound()
    return ok(refView(call.hub, call.repository, { ...found, ref }))
  },
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}': async call => {
    const found = await refsUnder(call.repository.path, `refs/${call.params.ref}`)
    return ok(found.map(ref => refView(call.hub, call.repository, ref)))
  },
  'POST /repos/{owner}/{repo}/git/refs': createRef,
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}': moveRef,
  'DELETE /repos/{owner}/{repo}/git/refs/{ref}': deleteRef,

  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': async ({ hub, repository, params }) => {
    const commit = await readCommit(repository.path, params.commit_sha ?? '')
    if (!commit) throw notFound()
    return ok(gitCommitView(hub, repository, params.commit_sha ?? '', commit))
  },
  'POST /repos/{owner}/{repo}/git/commits': createCommit,

  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': async ({ hub, repository, params, query }) => {
    const tree = await resolve(repository.path, params.tree_sha ?? '', 'tree')
    if (tree === undefined) throw notFound()
    // Any value asks for the whole, `recursive=0` too (docs.github.com, "Get a tree").
    return ok(await treeView({ hub, repository }, tree, query.has('recursive')))
  },
  'POST /repos/{owner}/{repo}/git/trees': createTree,

  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': async ({ hub, repository, params }) => {
    const object = await readObject(repository.path, params.file_sha ?? '')
    if (object?.type !== 'blob') throw notFound()
    return ok({
      sha: params.file_sha,
      node_id: nodeId('B', repository.id, params.file_sha ?? ''),
      size: object.content.length,
      url: apiUrl(hub, repository, `/git/blobs/${params.file_sha}`),
      content: object.content.toString('base64').replace(/.{1,60}/g, '$&\n'),
      encoding: 'base64',
    })
  },
  'POST /repos/{owner}/{repo}/git/blobs': async ({ hub, repository, body }) => {
    const { content, encoding = 'utf-8' } = body as BodyOf<'git/create-blob'>
    const sha = await writeObject(
      repository.path,
      'blob',
      Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
    )
    return created({ sha, url: apiUrl(hub, repository, `/git/blobs/${sha}`) })
  },
}

async function createRef({ hub, repository, actor, body }: RepositoryCall) {
  const { ref, sha } = body as BodyOf<'git/create-ref'>
  if (!/^refs\/[^/]+\/./.test(ref) || ref.startsWith('refs/pull/'))
    throw unprocessable(`Reference name must start with 'refs/' and have at least two slashes`)
  const object = await readObject(repository.path, sha)
  if (!object) throw unprocessable('Object does not exist')
  if (!(await updateRef(repository.path, ref, sha, ZERO))) throw unprocessable('Reference already exists')
  await hub.landed(repository, [{ ref, before: ZERO, after: sha }], actor.account)
  return created(refView(hub, repository, { ref, sha, type: object.type }))
}

async function moveRef({ hub, repository, actor, params, body }: RepositoryCall) {
  const { sha, force = false } = body as BodyOf<'git/update-ref'>
  const ref = `refs/${params.ref}`
  const object = await readObject(repository.path, sha)
  if (!object) throw unprocessable('Object does not exist')
  for (;;) {
    const before = await readRef(repository.path, ref)
    if (before === undefined) throw unprocessable('Reference does not exist')
    const forward = await isAncestor(repository.path, before, sha)
    if (!forward && !force) throw unprocessable('Update is not a fast forward')
    const verified =
      object.type === 'commit' && isSigned(parseCommit(object.content.toString()), hub.signingKey)
    const refusal = apiRefusal(repository.protections.get(branchOf(ref)), actor, {
      forced: !forward,
      verified,
    })
    if (refusal) throw refusal
    if (await updateRef(repository.path, ref, sha, before)) {
      await hub.landed(repository, [{ ref, before, after: sha }], actor.account)
      return ok(refView(hub, repository, { ref, sha, type: object.type }))
    }
  }
}

async function deleteRef({ hub, repository, actor, params }: RepositoryCall) {
  const ref = `refs/${params.ref}`
  const before = await readRef(repository.path, ref)
  if (before === undefined) throw unprocessable('Reference does not exist')
  const refusal = apiRefusal(repository.protections.get(branchOf(ref)), actor, {
    forced: true,
    verified: false,
  })
  if (refusal) throw refusal
  if (!(await updateRef(repository.path, ref, ZERO, before))) throw new Refusal(409, 'Conflict')
  await hub.landed(repository, [{ ref, before, after: ZERO }], actor.account)
  return noContent
}

async function createCommit({ hub, repository, actor, body }: RepositoryCall) {
  const given = body as BodyOf<'git/create-commit'>
  const { path } = repository
  if ((await objectInfo(path, given.tree))?.type !== 'tree') throw unprocessable('Tree SHA does not exist')
  const parents = given.parents ?? []
  for (const parent of parents)
    if ((await objectInfo(path, parent))?.type !== 'commit')
      throw unprocessable('Parent SHA does not exist or is not a commit object')
  const self = githubIdentity(actor.account)
  const author = given.author ? identity(given.author.name, given.author.email, given.author.date) : self
  const committer = given.committer?.name
    ? identity(given.committer.name, given.committer.email ?? '', given.committer.date)
    : author
  const unsigned: Commit = { tree: given.tree, parents, author, committer, message: given.message }
  // GitHub signs for a bot that leaves author and committer to GitHub, and for nobody else on this route.
  const signs = actor.account.type === 'Bot' && !given.author && !given.committer && !given.signature
  const commit = signs
    ? sign({ ...unsigned, committer: webFlow() }, hub.signingKey)
    : { ...unsigned, ...(given.signature && { signature: given.signature }) }
  const sha = await writeObject(path, 'commit', formatCommit(commit))
  return created(gitCommitView(hub, repository, sha, commit))
}

async function createTree({ hub, repository, body }: RepositoryCall) {
  const { tree, base_tree } = body as BodyOf<'git/create-tree'>
  const { path } = repository
  const base = base_tree === undefined ? undefined : await resolve(path, base_tree, 'tree')
  if (base_tree !== undefined && base === undefined) throw unprocessable('base_tree is not a valid tree oid')
  const changes: TreeChange[] = []
  for (const entry of tree) {
    const { path: file = '', mode = '100644', sha, content } = entry
    if (
      file === '' ||
      file.startsWith('/') ||
      file.split('/').some(part => ['', '.', '..', '.git'].includes(part))
    )
      throw unprocessable('tree.path contains a malformed path component')
    if (sha === null && !(base && (await entryAt(path, base, file))))
      throw unprocessable('GitRPC::BadObjectState')
    if (typeof sha === 'string') await demandObject(path, sha, mode)
    const written = content === undefined ? (sha ?? null) : await writeObject(path, 'blob', content)
    changes.push({ path: file, mode, sha: written })
  }
  return created(await treeView({ hub, repository }, await writeTree(path, base, changes), false))
}

async function demandObject(path: string, sha: string, mode: string): Promise<void> {
  const wanted = mode === '040000' ? 'tree' : mode === '160000' ? undefined : 'blob'
  if (wanted !== undefined && (await objectInfo(path, sha))?.type !== wanted)
    throw unprocessable(`tree.sha ${sha} is not a valid ${wanted}`)
}

async function treeView(
  { hub, repository }: Pick<RepositoryCall, 'hub' | 'repository'>,
  sha: string,
  recursive: boolean,
) {
  const entries = await readTree(repository.path, sha, recursive)
  return {
    sha,
    url: apiUrl(hub, repository, `/git/trees/${sha}`),
    tree: await Promise.all(
      entries.map(async ({ path, mode, type, sha: object }) => ({
        path,
        mode,
        type,
        sha: object,
        ...(type === 'blob' && { size: (await objectInfo(repository.path, object))?.size ?? 0 }),
        ...(type !== 'commit' && { url: apiUrl(hub, repository, `/git/${type}s/${object}`) }),
      })),
    ),
    truncated: false,
  }
}

async function readCommit(path: string, sha: string): Promise<Commit | undefined> {
  const object = await readObject(path, sha)
  return object?.type === 'commit' ? parseCommit(object.content.toString()) : undefined
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '')
}
