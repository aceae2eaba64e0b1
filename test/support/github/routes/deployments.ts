/** Deployments and their statuses. */
import type { Deployment, DeploymentStatus } from '../checks.ts'
import { resolve } from '../git-store.ts'
import { notFound, unprocessable } from '../refusal.ts'
import { type BodyOf, created, ok, page, type RepositoryCall, type RepositoryRoutes } from '../router.ts'
import { deploymentStatusView, deploymentView } from '../views/checks.ts'

const ONE = '/repos/{owner}/{repo}/deployments/{deployment_id}'

export const deploymentRoutes: RepositoryRoutes = {
  'GET /repos/{owner}/{repo}/deployments': call => {
    const { hub, repository, query } = call
    const found = repository.deployments
      .filter(({ environment }) => environment === (query.get('environment') ?? environment))
      .filter(({ ref }) => ref === (query.get('ref') ?? ref))
      .filter(({ sha }) => sha === (query.get('sha') ?? sha))
      .reverse()
    return page(
      call,
      found.map(deployment => deploymentView(hub, repository, deployment)),
    )
  },
  'POST /repos/{owner}/{repo}/deployments': async ({ hub, repository, actor, body }) => {
    const given = body as BodyOf<'repos/create-deployment'>
    const sha = await resolve(repository.path, given.ref)
    if (sha === undefined) throw unprocessable(`No ref found for: ${given.ref}`)
    const deployment: Deployment = {
      id: hub.nextId(),
      sha,
      ref: given.ref,
      task: given.task ?? 'deploy',
      environment: given.environment ?? 'production',
      description: given.description ?? null,
      payload: given.payload ?? {},
      creator: actor.account,
      createdAt: new Date(),
      statuses: [],
    }
    repository.deployments.push(deployment)
    return created(deploymentView(hub, repository, deployment))
  },
  [`GET ${ONE}`]: call => ok(deploymentView(call.hub, call.repository, deploymentOf(call))),
  [`GET ${ONE}/statuses`]: call => {
    const deployment = deploymentOf(call)
    const views = deployment.statuses.map(status =>
      deploymentStatusView(call.hub, call.repository, deployment, status),
    )
    return page(call, views.reverse())
  },
  [`POST ${ONE}/statuses`]: call => {
    const deployment = deploymentOf(call)
    const status: DeploymentStatus = {
      id: call.hub.nextId(),
      given: call.body as BodyOf<'repos/create-deployment-status'>,
      creator: call.actor.account,
      createdAt: new Date(),
    }
    deployment.statuses.push(status)
    return created(deploymentStatusView(call.hub, call.repository, deployment, status))
  },
}

function deploymentOf({ repository, params }: RepositoryCall): Deployment {
  const found = repository.deployments.find(({ id }) => id === Number(params.deployment_id))
  if (!found) throw notFound()
  return found
}
