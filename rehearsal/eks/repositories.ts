import { join } from 'node:path'
import { scaffold } from '../../scripts/scaffold.ts'
import type { RepositoryHandle } from '../../test/support/github/handle.ts'
import type { GitHub } from '../../test/support/github/server.ts'
import {
  createPlayer,
  type Deliveries,
  deliveriesOf,
  dispatchEvent,
  type Event,
  type Player,
  type Progress,
} from '../player/player.ts'
import { type WorkingCopy, workingCopy } from '../working-copy.ts'

export const OWNER = 'acme'
export const SOURCE = `${OWNER}/kv-source`
export const MANIFESTS = `${OWNER}/kv-manifests`

/** The branch that each environment follows. */
export const BRANCHES = { staging: 'staging', production: 'main' } as const
export type Environment = keyof typeof BRANCHES

/** The applications that each environment has. */
export const APPLICATIONS = ['app-a', 'kv'] as const

/** A repository on GitHub, Ada's clone of it, and what has happened in it and not been played yet. */
export interface Project {
  readonly repository: RepositoryHandle
  readonly copy: WorkingCopy
  readonly deliveries: Deliveries
  readonly player: Player
}

/** Both repositories of the EKS example, as their READMEs tell a newcomer. */
export interface Repositories {
  readonly source: Project
  readonly manifests: Project
  /** The values of their secrets. */
  readonly secrets: readonly string[]
  /** Someone presses "Run workflow" in the manifests repository. */
  press(workflow: string, inputs?: Readonly<Record<string, unknown>>): Promise<Event>
}

/** What the repositories are made on. */
export interface Ground {
  readonly github: GitHub
  /** Where Argo CD is, and a token of its account `ci`. */
  readonly argocd: { readonly url: string; readonly token: string }
  /** For Ada's clones. */
  readonly folder: string
  /** Where images go; unset, the examples keep the registry that they are written with, and nothing can be pushed. */
  readonly registry?: string
  readonly region?: string
  /** What else a newcomer changes in the manifests before the first commit. */
  readonly prepare?: (manifests: string) => Promise<void>
  /** What every step gets. */
  readonly env: Readonly<Record<string, string>>
  readonly onProgress?: (progress: Progress) => void
}

/** Makes both; both branches of each hold the first commit. */
export async function makeRepositories(ground: Ground): Promise<Repositories> {
  const { github, argocd, env, onProgress } = ground
  const [vars, secrets] = [
    variables(ground),
    { APP_PRIVATE_KEY: 'the app’s key', ARGOCD_TOKEN: argocd.token },
  ]
  const player = createPlayer({
    host: github,
    env,
    settings: { [SOURCE]: { vars, secrets }, [MANIFESTS]: { vars, secrets } },
    ...(onProgress && { onProgress }),
  })
  const source = { ...(await make('eks/source-repo', SOURCE, ground)), player }
  const manifests = { ...(await make('eks/manifests-repo', MANIFESTS, ground, ground.prepare)), player }
  return {
    source,
    manifests,
    secrets: Object.values(secrets),
    press: (workflow, inputs = {}) =>
      dispatchEvent(manifests.repository, {
        workflow: `${workflow}.yml`,
        branch: 'staging',
        inputs,
        actor: 'ada',
      }),
  }
}

async function make(
  variant: string,
  fullName: string,
  { github, folder, registry }: Ground,
  prepare?: (clone: string) => Promise<void>,
) {
  const clone = join(folder, fullName)
  await scaffold(variant, clone, registry === undefined ? {} : { registry })
  await prepare?.(clone)
  const repository = await github.createRepository(fullName, { branch: 'staging', private: true })
  const person = { name: 'Ada', email: 'ada@example.com', token: github.token({ user: 'ada' }) }
  const copy = await workingCopy(clone, repository.url, person)
  await copy.commit(`Start from the ${variant} example of gitops-actions`)
  await copy.push('staging', 'staging:main')
  return { repository, copy, deliveries: deliveriesOf(github, repository) }
}

function variables({ argocd, registry = '', region = 'eu-central-1' }: Ground): Record<string, string> {
  return {
    REGISTRY: registry,
    AWS_REGION: region,
    AWS_PUSH_ROLE: 'arn:aws:iam::123456789012:role/push',
    APP_CLIENT_ID: 'Iv23',
    ARGOCD_SERVER: argocd.url,
    MANIFESTS_REPOSITORY: MANIFESTS.slice(OWNER.length + 1),
  }
}
