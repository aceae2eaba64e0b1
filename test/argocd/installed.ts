import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type WorkingCopy, workingCopy } from '../../rehearsal/working-copy.ts'
import { scaffold } from '../../scripts/scaffold.ts'
import { adaptManifests, type Environments, startEnvironments } from '../support/argocd/environments.ts'
import type { RepositoryHandle } from '../support/github/handle.ts'
import { type GitHub, startGitHub } from '../support/github/server.ts'
import { MANIFESTS, SOURCE } from './world.ts'

/** Argo CD, on two repositories as the scaffold makes them. */
export interface Installed extends Omit<Environments, 'admit' | 'begin'> {
  /** The README's last command: applies the projects and the root application. */
  begin(): Promise<void>
  readonly github: GitHub
  readonly manifests: Project
}

/** A repository, and a clone of its branch `staging`. */
export interface Project {
  readonly repository: RepositoryHandle
  readonly copy: WorkingCopy
}

/** Does all that argocd/README.md says, up to the last command, which makes everything begin. */
export async function install(): Promise<Installed> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'argocd-installed-'))
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  const github = stack.use(await startGitHub())
  const urls = {
    [MANIFESTS]: `${github.url}/acme/kv-manifests.git`,
    [SOURCE]: `${github.url}/acme/kv-source.git`,
  }
  const manifests = await createProject(github, 'manifests', join(folder, 'manifests'), copy =>
    adaptManifests(copy, urls),
  )
  await createProject(github, 'source', join(folder, 'source'))
  const { admit, begin, ...environments } = stack.use(await startEnvironments())
  await admit(Object.values(urls), github.token({ user: 'argocd' }))
  const kept = stack.move()
  return {
    ...environments,
    begin: () => begin(manifests.copy.folder),
    ...{ github, manifests },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

async function createProject(
  github: GitHub,
  which: 'source' | 'manifests',
  folder: string,
  prepare?: (folder: string) => Promise<void>,
): Promise<Project> {
  await scaffold(`eks/${which}-repo`, folder)
  await prepare?.(folder)
  const repository = await github.createRepository(`acme/kv-${which}`, { branch: 'staging', private: true })
  const person = { name: 'Ada', email: 'ada@example.com', token: github.token({ user: 'ada' }) }
  const copy = await workingCopy(folder, repository.url, person)
  await copy.commit('Start')
  await copy.push('staging', 'staging:main')
  return { repository, copy }
}
