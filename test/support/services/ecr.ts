import { createServer as createPlainServer } from 'node:http'
import { createServer } from 'node:https'
import type { AwsEndpoint } from './aws-call.ts'
import { type Certificate, makeCertificate } from './certificate.ts'
import { connectProxy } from './connect-proxy.ts'
import { ecrGate } from './ecr-gate.ts'
import { openPremises } from './premises.ts'
import { passTo, type RecordingProxy, recordingProxy, serveOnLoopback } from './recording-proxy.ts'
import { startBackend } from './registry.ts'

/** ECR's registries, private and public, under their own names. */
export interface Ecr extends AsyncDisposable, Pick<RecordingProxy, 'requests' | 'fault' | 'heal'> {
  /** `<account>.dkr.ecr.<region>.amazonaws.com` */
  readonly host: string
  /** `public.ecr.aws` */
  readonly publicHost: string
  /** Where the registries answer without TLS and a name, for whoever only looks at what is there. */
  readonly url: string
  /** What the registries demand; the same as the token from the fake AWS. */
  readonly username: string
  readonly password: string
  /**
   * A proxy and a certificate: whoever has them in the environment reaches the registries by name. To be given to the
   * engine (or buildkitd), which pushes, and to the step, which asks the registry for digests.
   */
  readonly env: Readonly<Record<string, string>> & Certificate['env']
}

const PUBLIC = 'public.ecr.aws'

/** Starts the registries that belong to a fake AWS, which keeps the repositories and learns of the images. */
export async function startEcr(aws: AwsEndpoint): Promise<Ecr> {
  const premises = await openPremises('ecr')
  const parts = new AsyncDisposableStack()
  parts.use(premises)
  try {
    const host = `${aws.account}.dkr.ecr.${aws.region}.amazonaws.com`
    const [username, password] = ['AWS', `${aws.account}-auth-token`]
    const backend = await startBackend(premises, { username, password })
    const plain = passTo(backend)
    const gated = ecrGate(aws, backend.socketPath, plain)
    const proxy = recordingProxy((incoming, outgoing) =>
      incoming.headers.host === PUBLIC ? plain(incoming, outgoing) : gated(incoming, outgoing),
    )
    const certificate = await makeCertificate(premises.folder, [host, PUBLIC])
    const tls = parts.use(await serveOnLoopback(createServer(certificate, proxy.listener)))
    const ports = { [host]: tls.port, [PUBLIC]: tls.port }
    const bare = parts.use(await serveOnLoopback(createPlainServer(plain)))
    const names = parts.use(await serveOnLoopback(connectProxy(ports)))
    return {
      ...proxy,
      host,
      publicHost: PUBLIC,
      url: `http://127.0.0.1:${bare.port}`,
      username,
      password,
      env: environment(names.port, certificate),
      [Symbol.asyncDispose]: () => parts.disposeAsync(),
    }
  } catch (thrown) {
    await parts.disposeAsync()
    throw thrown
  }
}

function environment(proxyPort: number, { env }: Certificate): Ecr['env'] {
  const proxy = `http://127.0.0.1:${proxyPort}`
  const none = 'localhost,127.0.0.1,::1'
  return {
    ...env,
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: none,
    no_proxy: none,
    NODE_USE_ENV_PROXY: '1',
  }
}
