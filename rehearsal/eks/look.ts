import { manifestsIn, validateManifests } from '../../test/support/kubernetes/validate.ts'
import { demand } from '../play-one.ts'
import type { Check, Exhibit } from '../story.ts'
import { imagesIn, type Rendered, renderAt } from './render.ts'
import { APPLICATIONS, type Environment, type Repositories } from './repositories.ts'
import type { Stage } from './stage.ts'

/** Renders an environment at a commit, and demands that it is valid and runs the image. */
export async function demandImage(
  stage: Stage,
  repositories: Repositories,
  { commit, environment, image }: { commit: string; environment: Environment; image: string },
  show: (exhibit: Exhibit) => void,
): Promise<Rendered> {
  const rendered = await renderAt(stage, repositories, commit, environment)
  const problems = await validateManifests(rendered)
  const count = manifestsIn(Object.values(rendered).join('\n---\n')).length
  demand(
    [
      ...APPLICATIONS.map(application => runs(rendered[application] ?? '', application, environment, image)),
      {
        claim: `Kubernetes’ schemas take all that is rendered for ${environment}`,
        seen: problems.length === 0 ? `${count} manifests` : problems.join('; '),
        ok: problems.length === 0 && count > 0,
      },
    ],
    show,
  )
  return rendered
}

function runs(text: string, application: string, environment: Environment, image: string): Check {
  const images = imagesIn(text)
  return {
    claim: `${application}, rendered for ${environment}, runs that image and no other`,
    seen: images.join(', ') || 'none',
    ok: images.length === 1 && images[0] === image,
  }
}

interface Application {
  readonly status: {
    readonly sync: { readonly status: string; readonly revision?: string }
    readonly health: { readonly status?: string }
  }
}

/** Asks Argo CD for the applications of an environment, past argocd-wait, and demands that the commit is live. */
export async function demandLive(
  stage: Stage,
  {
    commit,
    environment,
    applications = APPLICATIONS,
  }: { commit: string; environment: Environment; applications?: readonly string[] },
  show: (exhibit: Exhibit) => void,
): Promise<void> {
  const checks = await Promise.all(
    applications.map(async application => {
      const name = `${application}-${environment}`
      const { said, live } = await stateOf(stage, name, commit)
      return { claim: `Argo CD says that ${name} is live`, seen: said, ok: live }
    }),
  )
  demand(checks, show)
}

/** Whether Argo CD has an application at a commit, Synced and Healthy. */
export const isLive = async (stage: Stage, name: string, commit: string): Promise<boolean> =>
  (await stateOf(stage, name, commit)).live

async function stateOf({ environments: { argocd, token } }: Stage, name: string, commit: string) {
  const { status, body } = await argocd.get(`/api/v1/applications/${name}`, token)
  if (status !== 200) return { said: `${status} ${JSON.stringify(body)}`, live: false }
  const { sync, health } = (body as Application).status
  const said = `${sync.status} at ${sync.revision?.slice(0, 7)}, ${health.status}`
  return { said, live: sync.status === 'Synced' && sync.revision === commit && health.status === 'Healthy' }
}
