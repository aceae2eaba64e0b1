import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { makeCertificate } from '../services/certificate.ts'
import { startDaemon } from '../services/daemon.ts'
import { openPremises, type Premises } from '../services/premises.ts'
import { freePort } from '../services/ssh-host.ts'
import { type Api, type ApiAccess, connectApi } from './api.ts'

/** A Kubernetes cluster without nodes; disposing ends it and leaves nothing. */
export interface Cluster extends AsyncDisposable, ApiAccess {
  /** A file that names the API and a user who may do everything. */
  readonly kubeconfig: string
  readonly api: Api
  /** `kubectl apply` of manifests: as YAML or JSON, or as objects. */
  apply(manifests: string | readonly object[]): Promise<void>
}

/** Those that make pods of Deployments, tidy up after them, and tell how a PodDisruptionBudget stands. */
const CONTROLLERS = [
  ...['deployment', 'replicaset', 'serviceaccount', 'garbage-collector', 'namespace', 'disruption'],
]

/** Starts etcd, the API server and the controllers of workloads, each a process of its own. */
export async function startCluster(): Promise<Cluster> {
  const premises = await openPremises('kubernetes')
  try {
    const access = await startApiServer(premises, await startEtcd(premises))
    const kubeconfig = await writeKubeconfig(premises.folder, access)
    await startControllers(premises, kubeconfig)
    const api = connectApi(access)
    const kubectl = await program('kubectl')
    return {
      ...access,
      kubeconfig,
      api,
      async apply(manifests) {
        const args = ['--kubeconfig', kubeconfig, 'apply', '--server-side', '--force-conflicts', '-f', '-']
        const list = (items: readonly object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
        await exec(kubectl, args, { input: typeof manifests === 'string' ? manifests : list(manifests) })
      },
      async [Symbol.asyncDispose]() {
        api.close()
        await premises[Symbol.asyncDispose]()
      },
    }
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}

async function startEtcd(premises: Premises): Promise<string> {
  const [clients, peers] = [await freePort(), await freePort()].map(port => `http://127.0.0.1:${port}`)
  const url = clients ?? ''
  await startDaemon(premises, {
    program: await program('etcd'),
    args: [
      ...['--data-dir', join(premises.folder, 'etcd')],
      ...['--listen-client-urls', url, '--advertise-client-urls', url],
      ...['--listen-peer-urls', `${peers}`, '--initial-advertise-peer-urls', `${peers}`],
      ...['--initial-cluster', `default=${peers}`],
    ],
    ready: async () => demandOk(await fetch(`${url}/health`)),
  })
  return url
}

async function startApiServer(premises: Premises, etcd: string): Promise<ApiAccess> {
  const { folder } = premises
  const [port, token] = [await freePort(), randomBytes(24).toString('base64url')]
  const tls = join(folder, 'tls')
  await mkdir(tls)
  const { cert } = await makeCertificate(tls, ['localhost'])
  const tokens = join(folder, 'tokens.csv')
  await writeFile(tokens, `${token},admin,admin,system:masters\n`, { mode: 0o600 })
  const signing = join(folder, 'service-accounts.pem')
  const key = ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', signing]
  await exec(await program('openssl'), key)
  const access = { url: `https://localhost:${port}`, token, ca: cert.toString() }
  const flags = {
    'etcd-servers': etcd,
    'bind-address': '127.0.0.1',
    'advertise-address': '127.0.0.1',
    'secure-port': port,
    'tls-cert-file': join(tls, 'cert.pem'),
    'tls-private-key-file': join(tls, 'key.pem'),
    'cert-dir': folder,
    'token-auth-file': tokens,
    'authorization-mode': 'RBAC',
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-signing-key-file': signing,
    'service-account-key-file': signing,
    'service-cluster-ip-range': '10.96.0.0/16',
    // Nobody is to reach it by the service `kubernetes`.
    'endpoint-reconciler-type': 'none',
  }
  const api = connectApi(access)
  await startDaemon(premises, {
    program: await program('kube-apiserver'),
    args: asArguments(flags),
    ready: () => api.call('GET', '/apis/rbac.authorization.k8s.io/v1/clusterroles/admin'),
  }).finally(() => api.close())
  return access
}

async function startControllers(premises: Premises, kubeconfig: string): Promise<void> {
  const port = await freePort()
  const flags = {
    kubeconfig,
    controllers: CONTROLLERS.map(name => `${name}-controller`).join(','),
    'bind-address': '127.0.0.1',
    'secure-port': port,
    'cert-dir': premises.folder,
    'leader-elect': false,
    'use-service-account-credentials': false,
  }
  await startDaemon(premises, {
    program: await program('kube-controller-manager'),
    args: asArguments(flags),
    ready: log => {
      if (!log.includes('Started controller')) throw new Error('it has started no controller')
    },
  })
}

/** Flags as `--name=value`. */
export const asArguments = (flags: Readonly<Record<string, string | number | boolean>>): string[] =>
  Object.entries(flags).map(([name, value]) => `--${name}=${value}`)

async function writeKubeconfig(folder: string, { url, token, ca }: ApiAccess): Promise<string> {
  const path = join(folder, 'kubeconfig')
  const cluster = { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') }
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'it', cluster }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'it', context: { cluster: 'it', user: 'admin' } }],
    'current-context': 'it',
  }
  // JSON is YAML.
  await writeFile(path, JSON.stringify(config), { mode: 0o600 })
  return path
}

function demandOk({ ok, status }: Response): void {
  if (!ok) throw new Error(`it answers ${status}`)
}
