import type { GitHub } from '../../../../toolkit/github/client.ts'
import type { Place } from './commit-status.ts'
import type { News } from './report.ts'

const STATES = {
  pending: 'in_progress',
  success: 'success',
  failure: 'failure',
  cancelled: 'error',
} as const
/** Tells our deployments from others of the same commit and environment. */
const TASK = 'deploy:argocd-wait'

/** Reports as a deployment: one for a commit and an environment, however often the job is run. */
export function deployment({ repository, sha, name }: Place) {
  const [owner = '', repo = ''] = repository.split('/')
  let id: number | undefined
  return async (github: GitHub, { state, description, url }: News): Promise<void> => {
    id ??=
      (await find(github, { owner, repo, sha, name })) ?? (await make(github, { owner, repo, sha, name }))
    await github.rest.repos.createDeploymentStatus({
      ...{ owner, repo, deployment_id: id, description },
      state: STATES[state],
      environment: name,
      log_url: url,
    })
  }
}

interface Key {
  readonly owner: string
  readonly repo: string
  readonly sha: string
  readonly name: string
}

async function find(github: GitHub, { owner, repo, sha, name }: Key): Promise<number | undefined> {
  const { data } = await github.rest.repos.listDeployments({
    ...{ owner, repo, sha, environment: name, task: TASK, per_page: 100 },
  })
  return data.find(({ task }) => task === TASK)?.id
}

async function make(github: GitHub, { owner, repo, sha, name }: Key): Promise<number> {
  const { data } = await github.rest.repos.createDeployment({
    ...{ owner, repo, ref: sha, environment: name, task: TASK },
    description: 'Rollout by Argo CD',
    // The commit is merged already, and its checks are not over while this one runs.
    auto_merge: false,
    required_contexts: [],
  })
  if (!('id' in data)) throw new Error(`GitHub made no deployment: ${data.message}`)
  return data.id
}
