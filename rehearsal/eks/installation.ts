import { setTimeout as sleep } from 'node:timers/promises'
import type { Teller } from '../story.ts'
import { demandLive, isLive } from './look.ts'
import type { Company } from './open.ts'
import { APPLICATIONS, BRANCHES, type Environment, MANIFESTS, SOURCE } from './repositories.ts'
import type { Stage } from './stage.ts'

const ENVIRONMENTS = Object.keys(BRANCHES) as Environment[]
const PATIENCE_MS = 120_000

/** Argo CD gets its projects and its root application, makes all others of them, and brings them to the clusters. */
export async function playInstallation(stage: Stage, company: Company, teller: Teller): Promise<void> {
  const { github, environments } = stage
  const { manifests, source } = company
  await teller.scene('Projects and the root application are applied: all others follow', async show => {
    const urls = [MANIFESTS, SOURCE].map(name => `${github.url}/${name}.git`)
    await environments.admit(urls, github.token({ user: 'argocd', repositories: [MANIFESTS, SOURCE] }))
    await environments.begin(manifests.copy.folder)
    for (const environment of ENVIRONMENTS) {
      const branch = BRANCHES[environment]
      const commit = (await manifests.repository.head(branch)) ?? ''
      const monitoring = (await source.repository.head(branch)) ?? ''
      await until(async () => {
        const live = APPLICATIONS.map(name => isLive(stage, `${name}-${environment}`, commit))
        live.push(isLive(stage, `kv-monitoring-${environment}`, monitoring))
        return (await Promise.all(live)).every(Boolean)
      })
      await demandLive(stage, { commit, environment }, show)
      const applications = ['kv-monitoring']
      await demandLive(stage, { commit: monitoring, environment, applications }, show)
    }
  })
}

/** Where it does not become so, what is demanded next says why. */
async function until(is: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !(await is()); ) await sleep(500)
}
