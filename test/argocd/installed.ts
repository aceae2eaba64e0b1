import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type WorkingCopy, workingCopy } from '../../rehearsal/working-copy.ts'
import { scaffold } from '../../scripts/scaffold.ts'
import { type ArgoCDInstallation, startArgoCDOn } from '../support/argocd/installation.ts'
import type { RepositoryHandle } from '../support/github/handle.ts'
import { type GitHub, startGitHub } from '../support/github/server.ts'
import { type Cluster, startCluster } from '../support/kubernetes/cluster.ts'
import { definitionsOf } from '../support/kubernetes/crds.ts'
import { type Nodes, playNodes } from '../support/kubernetes/nodes.ts'
import { folder as ARGOCD, MANIFESTS, SOURCE } from './world.ts'

/** Argo CD as argocd/README.md has a person install it, on two repositories as the scaffold makes them. */
export interface Installed extends AsyncDisposable {
  /** That last command: applies the projects and the root application. */
  begin(): Promise<void>
  readonly github: GitHub
  /** Each environment's, by its name; Argo CD lives in production's. */
  readonly clusters: Readonly<Record<Environment, Cluster & { readonly nodes: Nodes }>>
  readonly argocd: ArgoCDInstallation
  readonly manifests: Project
  /** A token of the account `ci`. */
  readonly token: string
}

const ENVIRONMENTS = ['staging', 'production'] as const
type Environment = (typeof ENVIRONMENTS)[number]

/** A repository, and a clone of its branch `staging`. */
export interface Project {
  readonly repository: RepositoryHandle
  readonly copy: WorkingCopy
}

/** Does all that it says, up to the last command, which makes everything begin. */
export async function install(): Promise<Installed> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'argocd-installed-'))
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  const github = stack.use(await startGitHub())
  const urls = {
    [MANIFESTS]: `${github.url}/acme/kv-manifests.git`,
    [SOURCE]: `${github.url}/acme/kv-source.git`,
  }
  const ours = (text: string) =>
    Object.entries(urls).reduce((done, [theirs, url]) => done.replaceAll(theirs, url), text)
  const manifests = await createProject(github, 'eks/manifests-repo', join(folder, 'manifests'), ours)
  await createProject(github, 'eks/source-repo', join(folder, 'source'), ours)
  const [staging, production] = [stack.use(await createCluster()), stack.use(await createCluster())]
  const { cm, rbac } = parse(readFileSync(join(ARGOCD, 'bootstrap/values.yaml'), 'utf8')).configs
  const argocd = stack.use(await startArgoCDOn(production, { cm, rbac }))
  await production.apply(await clustersOf(staging))
  await production.apply(repositorySecrets(Object.values(urls), github.token({ user: 'argocd' })))
  const token = await argocd.token('ci')
  const begin = async () => {
    const { folder } = manifests.copy
    const projects = globSync('argocd/projects/*.yaml', { cwd: folder })
    // An application whose project comes after it is refused until Argo CD looks again.
    for (const file of [...projects, 'argocd/bootstrap/root.yaml'])
      await production.apply(await readFile(join(folder, file), 'utf8'))
  }
  const kept = stack.move()
  return {
    begin,
    ...{ github, clusters: { staging, production }, argocd, manifests, token },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
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

async function createProject(
  github: GitHub,
  variant: string,
  folder: string,
  ours: (text: string) => string,
): Promise<Project> {
  await scaffold(variant, folder)
  for (const file of await readdir(join(folder, 'argocd'), { recursive: true }).catch(() => []))
    if (file.endsWith('.yaml')) await edit(join(folder, 'argocd', file), ours)
  const name = `acme/kv-${variant === 'eks/source-repo' ? 'source' : 'manifests'}`
  // Pods that nobody runs copy nothing.
  const deployment = join(folder, 'manifests/app-a/deployment.yaml')
  if (existsSync(deployment))
    await edit(deployment, text => text.replace('minReadySeconds: 5', 'minReadySeconds: 1'))
  const repository = await github.createRepository(name, { branch: 'staging', private: true })
  const person = { name: 'Ada', email: 'ada@example.com', token: github.token({ user: 'ada' }) }
  const copy = await workingCopy(folder, repository.url, person)
  await copy.commit('Start')
  await copy.push('staging', 'staging:main')
  return { repository, copy }
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8')
  await writeFile(path, change(before))
}

/** bootstrap/clusters.yaml with staging filled in; a token opens it in place of a role. */
async function clustersOf({ url, token, ca }: Cluster): Promise<string> {
  const text = await readFile(join(ARGOCD, 'bootstrap/clusters.yaml'), 'utf8')
  const config = { bearerToken: token, tlsClientConfig: { caData: Buffer.from(ca).toString('base64') } }
  return text
    .replace('https://ENDPOINT.gr7.eu-central-1.eks.amazonaws.com', url)
    .replace(/config: \|\n {4}\{\n[\s\S]*$/, `config: ${JSON.stringify(JSON.stringify(config))}\n`)
}

/** As `argocd repo add` makes them. */
function repositorySecrets(urls: readonly string[], password: string): string {
  const items = urls.map((url, index) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `repository-${index}`,
      namespace: 'argocd',
      labels: { 'argocd.argoproj.io/secret-type': 'repository' },
    },
    stringData: { type: 'git', url, username: 'x-access-token', password },
  }))
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
}
