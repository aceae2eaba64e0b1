import type { Hub } from '../hub.ts'
import type { Repository } from '../repositories.ts'
import type { Schemas } from '../router.ts'
import { apiUrl, htmlUrl } from './git.ts'
import { nodeId } from './node-id.ts'
import { iso, userView } from './people.ts'

type Full = Schemas['full-repository']
type Simple = Schemas['repository']
/** Answers as a full repository, and as each of the smaller shapes. */
export type RepositoryView = Full & Simple & Schemas['minimal-repository']

const LINKS = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const

export function repositoryView(hub: Hub, repository: Repository): RepositoryView {
  const open = [...repository.issues.values()].filter(issue => issue.state === 'open').length
  const host = new URL(hub.url).hostname
  return {
    ...mapValues(LINKS, rest => apiUrl(hub, repository, rest)),
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    owner: userView(hub, repository.owner),
    html_url: htmlUrl(hub, repository),
    url: apiUrl(hub, repository),
    clone_url: htmlUrl(hub, repository, '.git'),
    git_url: `git://${host}/${repository.fullName}.git`,
    ssh_url: `git@${host}:${repository.fullName}.git`,
    svn_url: htmlUrl(hub, repository),
    default_branch: repository.defaultBranch,
    created_at: iso(repository.createdAt),
    updated_at: iso(repository.pushedAt),
    pushed_at: iso(repository.pushedAt),
    allow_auto_merge: repository.allowsAutoMerge,
    open_issues: open,
    open_issues_count: open,
    topics: [],
    description: null,
    homepage: null,
    language: null,
    license: null,
    mirror_url: null,
    fork: repository.parent !== undefined,
    archived: false,
    disabled: false,
    is_template: false,
    web_commit_signoff_required: false,
    has_issues: true,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    size: 0,
    forks: 0,
    forks_count: 0,
    network_count: 0,
    stargazers_count: 0,
    subscribers_count: 0,
    watchers: 0,
    watchers_count: 0,
  }
}

function mapValues<K extends string>(
  links: Readonly<Record<K, string>>,
  change: (value: string) => string,
): Record<K, string> {
  return Object.fromEntries(
    Object.entries<string>(links).map(([key, value]) => [key, change(value)]),
  ) as Record<K, string>
}
