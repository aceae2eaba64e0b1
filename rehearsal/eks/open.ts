import { adaptManifests } from '../../test/support/argocd/environments.ts'
import { readCommit } from '../inspect/commits.ts'
import { type OnGitHub, onGitHub } from '../on-github.ts'
import type { Teller } from '../story.ts'
import { MANIFESTS, makeRepositories, type Project, type Repositories, SOURCE } from './repositories.ts'
import type { Stage } from './stage.ts'

/** What is delivered here: the repository in ECR, and the image's name. */
export const IMAGE = 'kv'

/** Both repositories, and what a newcomer has at AWS and in Argo CD before the first push. */
export interface Company extends Repositories {
  /** What Ada does on the pages of the manifests repository. */
  readonly pages: OnGitHub
  /** And on those of the source repository. */
  readonly sourcePages: OnGitHub
  /** When a commit was pushed to the manifests repository: milliseconds since the epoch, by sha. */
  readonly pushedAt: ReadonlyMap<string, number>
}

/** Does what the READMEs of the example and of `argocd/` tell a newcomer to do. */
export async function openCompany(stage: Stage, teller: Teller): Promise<Company> {
  return teller.scene('Make both repositories from the EKS example', async show => {
    const { github, aws, ecr, environments } = stage
    const repositories = await makeRepositories({
      ...stage,
      argocd: { url: environments.argocd.url, token: environments.token },
      registry: ecr.host,
      region: aws.region,
      onProgress: teller.onProgress,
      prepare: manifests => prepare(manifests, github.url),
    })
    const { source, manifests } = repositories
    for (const { repository } of [source, manifests]) {
      const { repository: name, sha, files } = await readCommit(repository, 'refs/heads/staging')
      show({
        kind: 'note',
        text: `${name}: branches staging and main at ${sha.slice(0, 7)}, ${files.length} files`,
      })
    }
    const pushedAt = new Map<string, number>()
    github.on('push', ({ after }, { repository }) => {
      if (repository === MANIFESTS) pushedAt.set(String(after), Date.now())
    })
    const token = github.token({ user: 'ada', repositories: [MANIFESTS, SOURCE] })
    const pagesOf = ({ repository }: Project) => onGitHub(github.apiUrl, repository, token)
    return { ...repositories, pages: pagesOf(manifests), sourcePages: pagesOf(source), pushedAt }
  })
}

function prepare(manifests: string, host: string): Promise<void> {
  const names = [MANIFESTS, SOURCE].map(name => [`https://github.com/${name}.git`, `${host}/${name}.git`])
  return adaptManifests(manifests, Object.fromEntries(names))
}
