/** Runs of workflows and their artifacts. */
import { notFound, Refusal } from '../refusal.ts'
import { noContent, ok, page, type Reply, type RepositoryCall, type RepositoryRoutes } from '../router.ts'
import type { Artifact, Run } from '../runs.ts'
import { artifactView, runView, workflowId } from '../views/runs.ts'

const ALL = '/repos/{owner}/{repo}/actions'

export const actionsRoutes: RepositoryRoutes = {
  [`GET ${ALL}/runs`]: call => listRuns(call, call.hub.runs.of(call.repository.fullName)),
  [`GET ${ALL}/workflows/{workflow_id}/runs`]: call => {
    const wanted = call.params.workflow_id ?? ''
    const isWanted = ({ path }: Run) => path.endsWith(`/${wanted}`) || String(workflowId(path)) === wanted
    return listRuns(call, call.hub.runs.of(call.repository.fullName).filter(isWanted))
  },
  [`GET ${ALL}/runs/{run_id}`]: async call => ok(await runView(call.hub, call.repository, runOf(call))),
  [`GET ${ALL}/runs/{run_id}/artifacts`]: call =>
    listArtifacts(call, call.hub.runs.artifacts(call.repository.fullName, runOf(call).id)),
  [`GET ${ALL}/artifacts`]: call => listArtifacts(call, call.hub.runs.artifacts(call.repository.fullName)),
  [`GET ${ALL}/artifacts/{artifact_id}`]: call =>
    ok(artifactView(call.hub, call.repository, artifactOf(call))),
  [`DELETE ${ALL}/artifacts/{artifact_id}`]: call => {
    call.hub.runs.remove(artifactOf(call).id)
    return noContent
  },
  [`GET ${ALL}/artifacts/{artifact_id}/{archive_format}`]: download,
}

function runOf({ hub, repository, params }: RepositoryCall): Run {
  const run = hub.runs.find(Number(params.run_id))
  if (run?.repository.toLowerCase() !== repository.fullName.toLowerCase()) throw notFound()
  return run
}

function artifactOf({ hub, repository, params }: RepositoryCall): Artifact {
  const found = hub.runs.artifacts(repository.fullName).find(({ id }) => id === Number(params.artifact_id))
  if (!found) throw notFound()
  return found
}

async function listRuns(call: RepositoryCall, runs: readonly Run[]): Promise<Reply> {
  const { hub, repository, query } = call
  const has = (name: string, value: unknown) => !query.has(name) || query.get(name) === String(value)
  const found = runs.filter(
    run =>
      has('branch', run.headBranch) &&
      has('event', run.event) &&
      has('actor', run.actor) &&
      has('head_sha', run.headSha) &&
      [run.conclusion ?? 'in_progress', run.conclusion ? 'completed' : 'in_progress', null].includes(
        query.get('status') as never,
      ),
  )
  const reply = page(call, found)
  const views = (reply.body as Run[]).map(run => runView(hub, repository, run))
  return { ...reply, body: { total_count: found.length, workflow_runs: await Promise.all(views) } }
}

function listArtifacts(call: RepositoryCall, artifacts: readonly Artifact[]): Reply {
  const { hub, repository, query } = call
  const found = artifacts.filter(({ name }) => name === (query.get('name') ?? name))
  return page(
    call,
    found.map(artifact => artifactView(hub, repository, artifact)),
    slice => ({ total_count: found.length, artifacts: slice }),
  )
}

/** Sends the caller to the archive, which needs no token (docs.github.com, "Download an artifact"). */
function download(call: RepositoryCall): Reply {
  // Also of a public repository GitHub gives artifacts only to those who say who they are.
  if (call.actor.account.login === '') throw new Refusal(401, 'Requires authentication')
  if (call.params.archive_format !== 'zip') throw notFound()
  const artifact = artifactOf(call)
  if (artifact.expiresAt <= new Date()) throw new Refusal(410, 'Artifact has expired')
  return { status: 302, headers: { location: call.hub.blobs.offer(artifact.archive) } }
}
