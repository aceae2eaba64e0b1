import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getOctokit } from '@actions/github'
import { searchPath } from '../../rehearsal/eks/programs.ts'
import {
  APPLICATIONS,
  BRANCHES,
  type Environment,
  makeRepositories,
  OWNER,
  type Project,
} from '../../rehearsal/eks/repositories.ts'
import type { WorkflowRun } from '../../rehearsal/player/player.ts'
import { startArgoCD } from '../support/argocd/server.ts'
import { startGitHub } from '../support/github/server.ts'

/** Where the manifests name the image. */
export const DEPLOYMENT = 'manifests/app-a/deployment.yaml'
export const VALUES = 'manifests/kv/values.yaml'
export const IMAGE = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/kv'
export const DIGEST = `sha256:${'5'.repeat(64)}`

/** Both repositories of the EKS example on a GitHub of this machine, and an Argo CD; images go nowhere. */
export type EksWorld = Awaited<ReturnType<typeof openEksWorld>>

/** Starts all of it. */
export async function openEksWorld() {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'eks-example-'))
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  const github = stack.use(await startGitHub())
  const argocd = stack.use(await startArgoCD())
  const ada = getOctokit(github.token({ user: 'ada' }), { baseUrl: github.apiUrl }).rest
  const env = { PATH: await searchPath() }
  const repositories = await makeRepositories({ github, argocd, folder, env })
  const kept = stack.move()
  return {
    ...repositories,
    ada,
    /** The applications of an environment, Synced and Healthy at its branch, which they follow from now on. */
    follow: (environment: Environment) =>
      Promise.all(
        APPLICATIONS.map(async application => {
          const { repository } = repositories.manifests
          const head = async () => (await repository.head(BRANCHES[environment])) ?? ''
          const name = `${application}-${environment}`
          const rollout = { rolloutMs: 300 }
          return argocd.application({ name, revision: await head(), head, repoURL: repository.url, rollout })
        }),
      ),
    /** Plays all that has happened in a repository and not been played; by the name of the workflow. */
    async playAll({ player, deliveries }: Project): Promise<Record<string, WorkflowRun>> {
      const runs: WorkflowRun[] = []
      for (const event of await deliveries.take()) runs.push(...(await player.play(event)).runs)
      return Object.fromEntries(runs.map(run => [run.workflow, run]))
    },
    /** Presses "Run workflow" in the manifests repository. */
    async dispatch(name: string, inputs: Record<string, unknown> = {}): Promise<WorkflowRun> {
      const { player } = repositories.manifests
      const { runs } = await player.play(await repositories.press(name, inputs))
      if (runs[0] === undefined || runs.length > 1) throw new Error(`${runs.length} runs of ${name}`)
      return runs[0]
    },
    pulls: (repo: string) => ada.pulls.list({ owner: OWNER, repo, state: 'open' }).then(({ data }) => data),
    merge: (repo: string, pull_number: number) => ada.pulls.merge({ owner: OWNER, repo, pull_number }),
    issues: (repo: string) =>
      ada.issues.listForRepo({ owner: OWNER, repo, state: 'open' }).then(({ data }) => data),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** Everything that was logged, for messages and expectations. */
export const logOf = (run: WorkflowRun | undefined): string =>
  (run?.jobs ?? []).flatMap(job => job.steps.flatMap(({ log }) => log)).join('\n')

/** What GitHub shows as an error on the pull request, each behind the file that it is about. */
export const errorsOf = (run: WorkflowRun | undefined): string[] =>
  (run?.jobs ?? [])
    .flatMap(job => job.steps.flatMap(({ annotations }) => annotations))
    .filter(({ level }) => level === 'error')
    .map(({ file, message }) => (file === undefined ? message : `${file}: ${message}`))

/** @throws Error with the whole log, where a run did not succeed. */
export function demandSuccess(run: WorkflowRun | undefined): void {
  if (run?.conclusion !== 'success') throw new Error(`${run?.workflow}: ${run?.conclusion}\n${logOf(run)}`)
}

/** All job summaries of a run. */
export const summaryOf = (run: WorkflowRun | undefined): string =>
  (run?.jobs ?? []).flatMap(job => job.steps.map(({ summary }) => summary)).join('\n')

/** Changes a file of the manifests and pushes it to a branch. */
export async function change(
  { manifests: { copy } }: EksWorld,
  branch: string,
  path: string,
  edit: (text: string) => string,
  from = 'staging',
): Promise<string> {
  await copy.checkout(from)
  const file = join(copy.folder, path)
  await writeFile(file, edit(await readFile(file, 'utf8')))
  const sha = await copy.commit(`Change ${path}`)
  await copy.push(`HEAD:${branch}`)
  return sha
}

/** What the pipeline leaves in staging, or another branch: both places name the image. */
export async function stage(
  world: EksWorld,
  tag: string,
  options: { branch?: string; from?: string } = {},
): Promise<void> {
  const { branch = 'staging' } = options
  const name = (text: string) =>
    text.replace(/tag: .*/, `tag: ${tag}`).replace(/digest: .*/, `digest: ${DIGEST}`)
  await change(world, branch, VALUES, name, options.from ?? branch)
  const pin = (text: string) => text.replace(/image: .*/, `image: ${IMAGE}:${tag}@${DIGEST}`)
  await change(world, branch, DEPLOYMENT, pin, branch)
}

/** What a branch says in both places. */
export const images = async ({ manifests: { repository } }: EksWorld, branch: string) => ({
  deployment: /image: (.*)/.exec((await repository.read(branch, DEPLOYMENT)) ?? '')?.[1],
  values: /tag: (.*)\n *digest: "?([^"\n]*)/.exec((await repository.read(branch, VALUES)) ?? '')?.slice(1),
})
