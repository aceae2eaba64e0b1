/** Repositories, their branches and files. */
import { readRef, refsUnder, resolve } from '../git-store.ts'
import { objectInfo, readObject } from '../objects.ts'
import type { Protection } from '../protection.ts'
import { REQUIRED_CHECK } from '../pulls.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Repository } from '../repositories.ts'
import { ok, page, type RepositoryCall, type RepositoryRoutes } from '../router.ts'
import { entryAt, readTree, type TreeEntry } from '../trees.ts'
import { commitView } from '../views/commits.ts'
import { apiUrl, htmlUrl } from '../views/git.ts'
import { repositoryView } from '../views/repository.ts'

export const branchRoutes: RepositoryRoutes = {
  'GET /repos/{owner}/{repo}': ({ hub, repository }) => ok(repositoryView(hub, repository)),
  'GET /repos/{owner}/{repo}/branches': async call => {
    const { hub, repository, query } = call
    const branches = await refsUnder(repository.path, 'refs/heads/')
    const views = branches.map(({ ref, sha }) => {
      const name = ref.slice('refs/heads/'.length)
      const isProtected = repository.protections.has(name)
      return {
        name,
        commit: { sha, url: apiUrl(hub, repository, `/commits/${sha}`) },
        protected: isProtected,
      }
    })
    const wanted = query.get('protected')
    return page(
      call,
      views.filter(view => wanted === null || view.protected === (wanted === 'true')),
    )
  },
  'GET /repos/{owner}/{repo}/branches/{branch}': getBranch,
  'GET /repos/{owner}/{repo}/branches/{branch}/protection': ({ hub, repository, params }) => {
    const protection = repository.protections.get(params.branch ?? '')
    if (protection?.by !== 'protection') throw new Refusal(404, 'Branch not protected')
    return ok(protectionView(`${apiUrl(hub, repository)}/branches/${params.branch}/protection`, protection))
  },
  'GET /repos/{owner}/{repo}/rules/branches/{branch}': call => {
    const protection = call.repository.protections.get(call.params.branch ?? '')
    return page(call, protection?.by === 'ruleset' ? rulesOf(call.repository, protection) : [])
  },
  'GET /repos/{owner}/{repo}/contents/{path}': getContents,
}

async function getBranch({ hub, repository, params }: RepositoryCall) {
  const name = params.branch ?? ''
  const sha = await readRef(repository.path, `refs/heads/${name}`)
  if (sha === undefined) throw new Refusal(404, 'Branch not found')
  const protection = repository.protections.get(name)
  const url = apiUrl(hub, repository, `/branches/${name}`)
  return ok({
    name,
    commit: await commitView(hub, repository, sha),
    _links: { self: url, html: htmlUrl(hub, repository, `/tree/${name}`) },
    protected: protection !== undefined,
    protection: {
      enabled: protection?.by === 'protection',
      required_status_checks: {
        enforcement_level: protection?.requires === 'status-check' ? 'everyone' : 'off',
        contexts: protection?.requires === 'status-check' ? [REQUIRED_CHECK] : [],
        checks: [],
      },
    },
    protection_url: `${url}/protection`,
  })
}

function protectionView(url: string, { requires }: Protection) {
  return {
    url,
    enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
    ...(requires === 'pull-request' && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: false,
        require_code_owner_reviews: false,
        required_approving_review_count: 0,
      },
    }),
    ...(requires === 'status-check' && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        strict: false,
        contexts: [REQUIRED_CHECK],
        contexts_url: `${url}/required_status_checks/contexts`,
        checks: [{ context: REQUIRED_CHECK, app_id: null }],
      },
    }),
    required_signatures: { url: `${url}/required_signatures`, enabled: requires === 'signatures' },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  }
}

function rulesOf(repository: Repository, { requires }: Protection) {
  const source = {
    ruleset_source_type: 'Repository',
    ruleset_source: repository.fullName,
    ruleset_id: repository.id,
  }
  const asked = {
    'pull-request': {
      type: 'pull_request',
      parameters: {
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: 0,
        required_review_thread_resolution: false,
      },
    },
    'status-check': {
      type: 'required_status_checks',
      parameters: {
        required_status_checks: [{ context: REQUIRED_CHECK }],
        strict_required_status_checks_policy: false,
      },
    },
    signatures: { type: 'required_signatures' },
    nothing: undefined,
  }[requires]
  return [asked, { type: 'non_fast_forward' }, { type: 'deletion' }]
    .filter(rule => rule !== undefined)
    .map(rule => ({ ...rule, ...source }))
}

async function getContents({ hub, repository, params, query }: RepositoryCall) {
  const ref = query.get('ref') ?? repository.defaultBranch
  const commit = await resolve(repository.path, ref)
  if (commit === undefined) throw new Refusal(404, `No commit found for the ref ${ref}`)
  const path = (params.path ?? '').replace(/\/$/, '')
  const view = (entry: TreeEntry) => entryView({ hub, repository }, entry, commit)
  const found = await entryAt(repository.path, commit, path)
  if (!found) throw notFound()
  if (found.type === 'tree') {
    const entries = await readTree(repository.path, found.sha, false)
    return ok(await Promise.all(entries.map(entry => view({ ...entry, path: `${path}/${entry.path}` }))))
  }
  const blob = await readObject(repository.path, found.sha)
  const content = blob?.content.toString('base64').replace(/.{1,60}/g, '$&\n') ?? ''
  return ok({ ...(await view(found)), content, encoding: 'base64' })
}

async function entryView(
  { hub, repository }: Pick<RepositoryCall, 'hub' | 'repository'>,
  { path, type, sha, mode }: TreeEntry,
  commit: string,
) {
  const file = path.split('/').map(encodeURIComponent).join('/')
  const isFile = type === 'blob'
  const links = {
    self: apiUrl(hub, repository, `/contents/${file}?ref=${commit}`),
    git: apiUrl(hub, repository, `/git/${type}s/${sha}`),
    html: htmlUrl(hub, repository, `/${type}/${commit}/${file}`),
  }
  return {
    type: isFile ? (mode === '120000' ? 'symlink' : 'file') : 'dir',
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    size: isFile ? ((await objectInfo(repository.path, sha))?.size ?? 0) : 0,
    url: links.self,
    html_url: links.html,
    git_url: links.git,
    download_url: isFile ? htmlUrl(hub, repository, `/raw/${commit}/${file}`) : null,
    _links: links,
  }
}
