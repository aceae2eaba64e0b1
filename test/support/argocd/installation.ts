/** A real Argo CD: its four programs and Redis, beside a Kubernetes API that they keep everything in. */
import { mkdir, symlink } from 'node:fs/promises'
import { request } from 'node:https'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { asArguments, type Cluster } from '../kubernetes/cluster.ts'
import { definitionsOf } from '../kubernetes/crds.ts'
import { program } from '../programs/program.ts'
import { startDaemon } from '../services/daemon.ts'
import { openPremises, type Premises } from '../services/premises.ts'
import { freePort } from '../services/ssh-host.ts'

/** A running Argo CD; disposing ends its programs. What they wrote to the cluster stays there. */
export interface ArgoCDInstallation extends AsyncDisposable {
  /** `https://localhost:PORT`. */
  readonly url: string
  /** The certificate that it made for itself, in PEM. */
  readonly ca: string
  /** Asks its API. @returns status and JSON of the answer. */
  get(path: string, token: string): Promise<Answer>
  /** A token of a local account, made by `admin`, as `argocd account generate-token`. */
  token(account: string, options?: { expiresIn?: number }): Promise<string>
}

/** What its API answers. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** What the chart makes config maps of. */
export interface ArgoCDSettings {
  /** `argocd-cm`. */
  readonly cm: Readonly<Record<string, string>>
  /** `argocd-rbac-cm`. */
  readonly rbac: Readonly<Record<string, string>>
}

/** The namespace of Argo CD. */
const NAMESPACE = 'argocd'

/** Installs Argo CD's definitions and settings, and starts it. */
export async function startArgoCDOn(cluster: Cluster, settings: ArgoCDSettings): Promise<ArgoCDInstallation> {
  const premises = await openPremises('argocd')
  try {
    await cluster.apply(await definitionsOf('argoproj.io'))
    await cluster.apply(settingsOf(settings))
    const url = await startPrograms(premises, cluster)
    const { data } = await cluster.api.call<{ data: Record<string, string> }>('GET', secret('argocd-secret'))
    const ca = fromBase64(data['tls.crt'])
    return {
      url,
      ca,
      get: (path, token) => ask(`${url}${path}`, { ca, token }),
      async token(account, { expiresIn = 0 } = {}) {
        const path = secret('argocd-initial-admin-secret')
        const initial = await cluster.api.call<{ data: Record<string, string> }>('GET', path)
        const login = { username: 'admin', password: fromBase64(initial.data.password) }
        const session = tokenIn(await ask(`${url}/api/v1/session`, { ca, body: login }))
        const made = `${url}/api/v1/account/${account}/token`
        return tokenIn(await ask(made, { ca, token: session, body: { expiresIn } }))
      },
      [Symbol.asyncDispose]: () => premises[Symbol.asyncDispose](),
    }
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}

const secret = (name: string): string => `/api/v1/namespaces/${NAMESPACE}/secrets/${name}`
const fromBase64 = (text = ''): string => Buffer.from(text, 'base64').toString()

function settingsOf({ cm, rbac }: ArgoCDSettings): object[] {
  const labels = { 'app.kubernetes.io/part-of': 'argocd' }
  const make = (kind: string, name: string, data?: object) => ({
    ...{ apiVersion: 'v1', kind, metadata: { name, namespace: NAMESPACE, labels } },
    ...(data && { data }),
  })
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    make('ConfigMap', 'argocd-cm', cm),
    make('ConfigMap', 'argocd-rbac-cm', rbac),
    ...['argocd-ssh-known-hosts-cm', 'argocd-tls-certs-cm', 'argocd-gpg-keys-cm'].map(name =>
      make('ConfigMap', name),
    ),
    make('Secret', 'argocd-secret'),
  ]
}

async function startPrograms(premises: Premises, cluster: Cluster): Promise<string> {
  const { folder } = premises
  const env = await environment(premises, cluster)
  const ports = await Promise.all(Array.from({ length: 9 }, freePort))
  const [redis, repository, server, ...others] = ports as [number, number, number, ...number[]]
  const other = (): number => others.pop() as number
  const start = async (name: string, flags: Flags, ready: (log: string) => unknown) =>
    startDaemon(premises, { program: join(folder, 'bin', name), args: asArguments(flags), env, ready })

  await startDaemon(premises, {
    program: await program('redis-server'),
    args: ['--port', `${redis}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    ready: demandIn('Ready to accept connections'),
  })
  const cache = { redis: `127.0.0.1:${redis}` }
  await start(
    'argocd-repo-server',
    {
      ...cache,
      ...{ address: '127.0.0.1', port: repository },
      ...{ 'metrics-address': '127.0.0.1', 'metrics-port': other() },
      'disable-tls': true,
    },
    demandIn('is listening on'),
  )
  const repositories = { 'repo-server': `127.0.0.1:${repository}`, 'repo-server-plaintext': true }
  const kubernetes = { kubeconfig: cluster.kubeconfig, namespace: NAMESPACE }
  await start(
    'argocd-server',
    {
      ...{ ...cache, ...repositories, ...kubernetes, address: '127.0.0.1', port: server },
      ...{ 'metrics-address': '127.0.0.1', 'metrics-port': other() },
      staticassets: join(folder, 'assets'),
    },
    demandIn('serving on port'),
  )
  await start(
    'argocd-application-controller',
    { ...cache, ...repositories, ...kubernetes, 'metrics-port': other() },
    demandIn('informer synced'),
  )
  await start(
    'argocd-applicationset-controller',
    {
      ...kubernetes,
      ...{ 'argocd-repo-server': `127.0.0.1:${repository}`, 'repo-server-plaintext': true },
      'metrics-addr': `127.0.0.1:${other()}`,
      'probe-addr': `127.0.0.1:${other()}`,
      'webhook-addr': `127.0.0.1:${other()}`,
    },
    demandIn('Starting manager'),
  )
  return `https://localhost:${server}`
}

type Flags = Readonly<Record<string, string | number | boolean>>

/** One program is all of them, by the name that it is started under. */
const NAMES = [
  'argocd',
  'argocd-server',
  'argocd-repo-server',
  'argocd-application-controller',
  'argocd-applicationset-controller',
]

async function environment({ folder }: Premises, { kubeconfig }: Cluster): Promise<Record<string, string>> {
  const [argocd, ...tools] = await Promise.all(
    (['argocd', 'helm', 'kustomize', 'git'] as const).map(name => program(name)),
  )
  const bin = join(folder, 'bin')
  const home = join(folder, 'home')
  await Promise.all([bin, home, join(folder, 'tmp')].map(path => mkdir(path)))
  for (const name of NAMES) await symlink(`${argocd}`, join(bin, name))
  return {
    PATH: [bin, ...tools.map(dirname), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    TMPDIR: join(folder, 'tmp'),
    KUBECONFIG: kubeconfig,
    // `https://kubernetes.default.svc`, which has no address outside of a cluster, is what the kubeconfig names.
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_ASK_PASS_SOCK: join(folder, 'ask-pass.sock'),
    ARGOCD_TLS_DATA_PATH: join(folder, 'tls'),
    ARGOCD_SSH_DATA_PATH: join(folder, 'ssh'),
    ARGOCD_PLUGINSOCKFILEPATH: join(folder, 'plugins'),
  }
}

const demandIn =
  (words: string) =>
  (log: string): void => {
    if (!log.includes(words)) throw new Error(`it has not said '${words}'`)
  }

function ask(
  url: string,
  { ca, token, body }: { ca: string; token?: string; body?: object },
): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  return new Promise((resolve, reject) => {
    request(url, { method: body ? 'POST' : 'GET', ca, headers }, answer => {
      text(answer)
        .then(said => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(said) }))
        .catch(reject)
    })
      .once('error', reject)
      .end(body && JSON.stringify(body))
  })
}

function tokenIn({ status, body }: Answer): string {
  const { token, message } = body as { token?: string; message?: string }
  if (token === undefined) throw new Error(`Argo CD gives no token: ${status} ${message}`)
  return token
}
