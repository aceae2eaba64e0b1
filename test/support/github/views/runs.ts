import type { Hub } from '../hub.ts'
import type { Repository } from '../repositories.ts'
import type { Schemas } from '../router.ts'
import type { Artifact, Run } from '../runs.ts'
import { simpleCommitView } from './commits.ts'
import { apiUrl, htmlUrl } from './git.ts'
import { nodeId } from './node-id.ts'
import { iso, userView } from './people.ts'
import { repositoryView } from './repository.ts'

export async function runView(hub: Hub, repository: Repository, run: Run): Promise<Schemas['workflow-run']> {
  const url = apiUrl(hub, repository, `/actions/runs/${run.id}`)
  const actor = userView(hub, hub.accounts.account(run.actor))
  const head = headOf(hub, repository, run)
  const workflow = workflowId(run.path)
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WFR', run.id),
    check_suite_id: run.id,
    check_suite_node_id: nodeId('CR', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.name,
    run_number: run.runNumber,
    run_attempt: run.runAttempt,
    event: run.event,
    status: run.conclusion === undefined ? 'in_progress' : 'completed',
    conclusion: run.conclusion ?? null,
    workflow_id: workflow,
    url,
    html_url: htmlUrl(hub, repository, `/actions/runs/${run.id}`),
    // GitHub leaves this empty for pull requests from forks.
    pull_requests:
      head === repository ? run.pullRequests.map(number => pullOf(hub, repository, run, number)) : [],
    created_at: iso(run.startedAt),
    updated_at: iso(run.updatedAt),
    run_started_at: iso(run.startedAt),
    actor,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: apiUrl(hub, repository, `/check-suites/${run.id}`),
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: apiUrl(hub, repository, `/actions/workflows/${workflow}`),
    head_commit: await simpleCommitView(head, run.headSha).catch(() => null),
    repository: repositoryView(hub, repository),
    head_repository: repositoryView(hub, head),
  }
}

/** The workflow that a run is of. */
export function workflowView(hub: Hub, repository: Repository, { name, path }: Run): Schemas['workflow'] {
  const id = workflowId(path)
  const since = iso(repository.createdAt)
  return {
    id,
    node_id: nodeId('W', id),
    name,
    path,
    state: 'active',
    created_at: since,
    updated_at: since,
    url: apiUrl(hub, repository, `/actions/workflows/${id}`),
    html_url: htmlUrl(hub, repository, `/blob/${repository.defaultBranch}/${path}`),
    badge_url: htmlUrl(hub, repository, `/actions/workflows/${path.split('/').at(-1)}/badge.svg`),
  }
}

export function artifactView(
  hub: Hub,
  repository: Repository,
  { id, name, run, archive, digest, createdAt, expiresAt }: Artifact,
): Schemas['artifact'] {
  const url = apiUrl(hub, repository, `/actions/artifacts/${id}`)
  return {
    id,
    node_id: nodeId('ART', id),
    name,
    size_in_bytes: archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: expiresAt <= new Date(),
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
    expires_at: iso(expiresAt),
    digest,
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: headOf(hub, repository, run).id,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  }
}

/** The same path is the same workflow. */
export function workflowId(path: string): number {
  return [...path].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 100_000_007, 7)
}

function headOf(hub: Hub, repository: Repository, { headRepository }: Run): Repository {
  const [owner = '', name = ''] = headRepository.split('/')
  return hub.repositories.find(owner, name) ?? repository
}

function pullOf(hub: Hub, repository: Repository, run: Run, number: number): Schemas['pull-request-minimal'] {
  const pull = repository.issues.get(number)?.pull
  const place = { id: repository.id, url: apiUrl(hub, repository), name: repository.name }
  return {
    id: repository.issues.get(number)?.id ?? number,
    number,
    url: apiUrl(hub, repository, `/pulls/${number}`),
    head: { ref: run.headBranch, sha: run.headSha, repo: place },
    base: { ref: pull?.baseRef ?? '', sha: pull?.baseSha ?? '', repo: place },
  }
}
