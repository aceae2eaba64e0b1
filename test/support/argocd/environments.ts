import { globSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../../../scripts/actions.ts'
import { type Cluster, startCluster } from '../kubernetes/cluster.ts'
import { definitionsOf } from '../kubernetes/crds.ts'
import { type Nodes, playNodes } from '../kubernetes/nodes.ts'
import { type ArgoCDInstallation, startArgoCDOn } from './installation.ts'

/** Argo CD as argocd/README.md has a person install it, with a cluster for each environment. */
export interface Environments extends AsyncDisposable {
  /** Each environment's, by its name; Argo CD lives in production's. */
  readonly clusters: Readonly<Record<Environment, Cluster & { readonly nodes: Nodes }>>
  readonly argocd: ArgoCDInstallation
  /** A token of the account `ci`. */
  readonly token: string
  /** Lets Argo CD into private repositories on GitHub, as `argocd repo add` does. */
  admit(urls: readonly string[], password: string): Promise<void>
  /** The README's last command, in a clone of the manifests repository: the projects and the root application. */
  begin(manifests: string): Promise<void>
}

type Environment = 'staging' | 'production'

const BOOTSTRAP = join(root, 'argocd/bootstrap')

/** Starts two clusters and Argo CD, and does all that the README says, up to the last command. */
export async function startEnvironments(): Promise<Environments> {
  await using stack = new AsyncDisposableStack()
  const [staging, production] = [stack.use(await createCluster()), stack.use(await createCluster())]
  const { cm, rbac } = parse(await readFile(join(BOOTSTRAP, 'values.yaml'), 'utf8')).configs
  const argocd = stack.use(await startArgoCDOn(production, { cm, rbac }))
  await production.apply(await clustersOf(staging))
  const token = await argocd.token('ci')
  const kept = stack.move()
  return {
    clusters: { staging, production },
    argocd,
    token,
    admit: (urls, password) => production.apply(repositorySecrets(urls, password)),
    async begin(manifests) {
      const projects = globSync('argocd/projects/*.yaml', { cwd: manifests })
      // An application whose project comes after it is refused until Argo CD looks again.
      for (const file of [...projects, 'argocd/bootstrap/root.yaml'])
        await production.apply(await readFile(join(manifests, file), 'utf8'))
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/**
 * Puts one's own addresses in the place of the examples', as a newcomer does, and shortens the wait for pods, which
 * nobody runs.
 * @param manifests a clone of the manifests repository.
 * @param urls the example's address, and one's own.
 */
export async function adaptManifests(
  manifests: string,
  urls: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = join(manifests, 'argocd')
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.yaml')) continue
    const text = await readFile(join(folder, file), 'utf8')
    const ours = Object.entries(urls).reduce((done, [theirs, url]) => done.replaceAll(theirs, url), text)
    await writeFile(join(folder, file), ours)
  }
  // Pods that nobody runs copy nothing; waiting for that shows nothing.
  const deployment = join(manifests, 'manifests/app-a/deployment.yaml')
  const text = await readFile(deployment, 'utf8')
  await writeFile(deployment, text.replace('minReadySeconds: 5', 'minReadySeconds: 1'))
}

async function createCluster() {
  await using stack = new AsyncDisposableStack()
  const cluster = stack.use(await startCluster())
  const nodes = stack.use(playNodes(cluster.api))
  // kube-prometheus-stack would bring these; its charts are in no package registry.
  await cluster.apply(await definitionsOf('monitoring.coreos.com'))
  const kept = stack.move()
  return { ...cluster, nodes, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** bootstrap/clusters.yaml with staging filled in; a token opens it in place of a role. */
async function clustersOf({ url, token, ca }: Cluster): Promise<string> {
  const text = await readFile(join(BOOTSTRAP, 'clusters.yaml'), 'utf8')
  const config = { bearerToken: token, tlsClientConfig: { caData: Buffer.from(ca).toString('base64') } }
  return text
    .replace('https://ENDPOINT.gr7.eu-central-1.eks.amazonaws.com', url)
    .replace(/config: \|\n {4}\{\n[\s\S]*$/, `config: ${JSON.stringify(JSON.stringify(config))}\n`)
}

function repositorySecrets(urls: readonly string[], password: string): object[] {
  return urls.map((url, index) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `repository-${index}`,
      namespace: 'argocd',
      labels: { 'argocd.argoproj.io/secret-type': 'repository' },
    },
    stringData: { type: 'git', url, username: 'x-access-token', password },
  }))
}
