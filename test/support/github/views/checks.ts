import type { CheckRun, Deployment, DeploymentStatus, Status } from '../checks.ts'
import type { Hub } from '../hub.ts'
import type { Repository } from '../repositories.ts'
import type { Schemas } from '../router.ts'
import { apiUrl, htmlUrl } from './git.ts'
import { nodeId } from './node-id.ts'
import { appView, iso, userView } from './people.ts'

export function simpleStatusView(
  hub: Hub,
  repository: Repository,
  status: Status,
): Schemas['simple-commit-status'] {
  return {
    url: apiUrl(hub, repository, `/statuses/${status.sha}`),
    avatar_url: userView(hub, status.creator).avatar_url,
    id: status.id,
    node_id: nodeId('SC', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: iso(status.createdAt),
    updated_at: iso(status.createdAt),
  }
}

export function statusView(hub: Hub, repository: Repository, status: Status): Schemas['status'] {
  return {
    ...simpleStatusView(hub, repository, status),
    creator: userView(hub, status.creator),
  }
}

export function checkRunView(hub: Hub, repository: Repository, run: CheckRun): Schemas['check-run'] {
  const url = apiUrl(hub, repository, `/check-runs/${run.id}`)
  const page = htmlUrl(hub, repository, `/runs/${run.id}`)
  const { output, details_url, external_id, status, conclusion, started_at, completed_at } = run.given
  const done = conclusion !== undefined
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    head_sha: run.sha,
    name: run.name,
    external_id: external_id ?? '',
    url,
    html_url: page,
    details_url: details_url ?? page,
    status: done ? 'completed' : (status ?? 'queued'),
    conclusion: conclusion === 'stale' ? null : (conclusion ?? null),
    started_at: started_at ?? iso(run.startedAt),
    completed_at: completed_at ?? (done ? iso(new Date()) : null),
    output: {
      title: output?.title ?? null,
      summary: output?.summary ?? null,
      text: output?.text ?? null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: repository.id },
    app: appView(hub, run.creator),
    pull_requests: [],
  }
}

export function deploymentView(
  hub: Hub,
  repository: Repository,
  deployment: Deployment,
): Schemas['deployment'] {
  const url = apiUrl(hub, repository, `/deployments/${deployment.id}`)
  return {
    id: deployment.id,
    node_id: nodeId('DE', deployment.id),
    url,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    environment: deployment.environment,
    original_environment: deployment.environment,
    description: deployment.description,
    payload: deployment.payload,
    creator: userView(hub, deployment.creator),
    created_at: iso(deployment.createdAt),
    updated_at: iso(deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt),
    statuses_url: `${url}/statuses`,
    repository_url: apiUrl(hub, repository),
    performed_via_github_app: appView(hub, deployment.creator),
  }
}

export function deploymentStatusView(
  hub: Hub,
  repository: Repository,
  deployment: Deployment,
  { id, given, creator, createdAt }: DeploymentStatus,
): Schemas['deployment-status'] {
  const url = apiUrl(hub, repository, `/deployments/${deployment.id}`)
  return {
    id,
    node_id: nodeId('DS', id),
    url: `${url}/statuses/${id}`,
    state: given.state,
    description: given.description ?? '',
    environment: given.environment ?? deployment.environment,
    environment_url: given.environment_url ?? '',
    log_url: given.log_url ?? given.target_url ?? '',
    target_url: given.target_url ?? given.log_url ?? '',
    creator: userView(hub, creator),
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
    deployment_url: url,
    repository_url: apiUrl(hub, repository),
    performed_via_github_app: appView(hub, creator),
  }
}
