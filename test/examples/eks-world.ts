import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { getOctokit } from '@actions/github'
import { createPlayer, deliveriesOf, dispatchEvent, type WorkflowRun } from '../../rehearsal/player/player.ts'
import { workingCopy } from '../../rehearsal/working-copy.ts'
import { scaffold } from '../../scripts/scaffold.ts'
import { startArgoCD } from '../support/argocd/server.ts'
import { startGitHub } from '../support/github/server.ts'
import type { ProgramName } from '../support/programs/catalogue.ts'
import { program } from '../support/programs/program.ts'

const OWNER = 'acme'
const SOURCE = `${OWNER}/kv-source`
const MANIFESTS = `${OWNER}/kv-manifests`

/** Both repositories of the EKS example on a GitHub of this machine, as their READMEs tell a newcomer, and an Argo CD. */
export type EksWorld = Awaited<ReturnType<typeof openEksWorld>>

/**
 * Starts all of it; both branches of both repositories hold the first commit.
 * @param registry where images go; ECR has none here unless one is given.
 * @param env what steps need to build and push.
 */
export async function openEksWorld({
  registry,
  env = {},
}: {
  registry?: string
  env?: Record<string, string>
} = {}) {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'eks-example-'))
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  const github = stack.use(await startGitHub())
  const argocd = stack.use(await startArgoCD())
  const ada = getOctokit(github.token({ user: 'ada' }), { baseUrl: github.apiUrl }).rest

  const make = async (variant: string, fullName: string) => {
    const clone = join(folder, fullName)
    await scaffold(variant, clone, registry === undefined ? {} : { registry })
    const repository = await github.createRepository(fullName, { branch: 'staging', private: true })
    const person = { name: 'Ada', email: 'ada@example.com', token: github.token({ user: 'ada' }) }
    const copy = await workingCopy(clone, repository.url, person)
    await copy.commit('Start')
    await copy.push('staging', 'staging:main')
    return { repository, copy, deliveries: deliveriesOf(github, repository) }
  }
  const source = await make('eks/source-repo', SOURCE)
  const manifests = await make('eks/manifests-repo', MANIFESTS)
  const player = createPlayer({
    host: github,
    env: { ...env, PATH: await searchPath() },
    settings: settings(argocd, registry),
  })
  const kept = stack.move()

  /** Plays all that has happened in a repository and not been played; by the name of the workflow. */
  const playAll = async ({ deliveries }: typeof source): Promise<Record<string, WorkflowRun>> => {
    const runs: WorkflowRun[] = []
    for (const event of await deliveries.take()) runs.push(...(await player.play(event)).runs)
    return Object.fromEntries(runs.map(run => [run.workflow, run]))
  }
  return {
    argocd,
    ada,
    source,
    manifests,
    playAll,
    /** Presses "Run workflow" in the manifests repository. */
    async dispatch(name: string, inputs: Record<string, unknown> = {}): Promise<WorkflowRun> {
      const press = { workflow: `${name}.yml`, branch: 'staging', inputs, actor: 'ada' }
      const { runs } = await player.play(await dispatchEvent(manifests.repository, press))
      if (runs[0] === undefined || runs.length > 1) throw new Error(`${runs.length} runs of ${name}`)
      return runs[0]
    },
    /** The applications of an environment, which follow its branch. */
    async follow(environment: 'staging' | 'production', branch: string) {
      const revision = (await manifests.repository.head(branch)) ?? ''
      const head = async () => (await manifests.repository.head(branch)) ?? ''
      return ['app-a', 'kv'].map(name =>
        argocd.application({
          name: `${name}-${environment}`,
          revision,
          head,
          repoURL: manifests.repository.url,
          rollout: { rolloutMs: 300 },
        }),
      )
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

/** @throws Error with the whole log, where a run did not succeed. */
export function demandSuccess(run: WorkflowRun | undefined): void {
  if (run?.conclusion !== 'success') throw new Error(`${run?.workflow}: ${run?.conclusion}\n${logOf(run)}`)
}

/** All job summaries of a run. */
export const summaryOf = (run: WorkflowRun | undefined): string =>
  (run?.jobs ?? []).flatMap(job => job.steps.map(({ summary }) => summary)).join('\n')

function settings({ url, token }: { url: string; token: string }, registry = '') {
  const vars = {
    REGISTRY: registry,
    AWS_REGION: 'eu-central-1',
    AWS_PUSH_ROLE: 'arn:aws:iam::123456789012:role/push',
    APP_CLIENT_ID: 'Iv23',
    ARGOCD_SERVER: url,
    MANIFESTS_REPOSITORY: MANIFESTS.slice(OWNER.length + 1),
  }
  const secrets = { APP_PRIVATE_KEY: 'key', ARGOCD_TOKEN: token }
  return { [SOURCE]: { vars, secrets }, [MANIFESTS]: { vars, secrets } }
}

/** What GitHub's runners bring, and the workflows use. */
async function searchPath(): Promise<string> {
  const names: ProgramName[] = ['helm', 'kustomize', 'kubernetes-validate', 'ansible-lint', 'jq', 'curl']
  const folders = await Promise.all(names.map(async name => dirname(await program(name))))
  return [dirname(process.execPath), ...new Set(folders), process.env.PATH ?? ''].join(delimiter)
}
