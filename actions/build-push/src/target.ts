import { UserError } from '../../../toolkit/action/errors.ts'
import { isName } from '../../../toolkit/oci/reference.ts'

/** The registry that images go to. */
export interface Target {
  /** As it stands in references: `docker.io`, `localhost:5000`. */
  readonly host: string
  /** What stands between host and image name; '' where there is none. */
  readonly namespace: string
  readonly kind: 'ecr' | 'ecr-public' | 'other'
  /** ECR only: the account and region that the host names. */
  readonly account?: string
  readonly region?: string
}

const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/i
// The name forms of docs.aws.amazon.com/general/latest/gr/ecr.html: classic, FIPS, China, and dual-stack.
const ECR =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)$/
// What docker's configuration calls Docker Hub.
const DOCKER_HUB_API = /^index\.docker\.io\/v1\/?$/
const NEED_NAMESPACE = ['docker.io', 'ghcr.io', 'quay.io', 'public.ecr.aws']

/**
 * Reads the input `registry`.
 * @throws UserError where it is no registry, or lacks the namespace that its host demands.
 */
export function parseTarget(registry: string): Target {
  const wrong = (why: string) => new UserError(`input 'registry' is '${registry}': ${why}`)
  const [, scheme, rest] = /^([a-z0-9+.-]+:\/\/)(.*)$/is.exec(registry) ?? []
  if (scheme !== undefined && rest !== undefined)
    throw wrong(`leave out the scheme and write '${rest.replace(DOCKER_HUB_API, 'docker.io/<your-name>')}'`)
  const [host = '', ...parts] = registry.replace(/\/$/, '').split('/')
  const namespace = parts.join('/')
  if (!/[.:]/.test(host) && host !== 'localhost')
    throw wrong(`it names no host; for Docker Hub write 'docker.io/${registry}'`)
  if (!HOST.test(host)) throw wrong(`'${host}' is no host name; write host[:port]/namespace`)
  const port = /:(\d+)$/.exec(host)?.[1]
  if (Number(port) > 65535) throw wrong(`'${port}' is no port; the highest is 65535`)
  const canonical = /^(index\.docker\.io|registry-1\.docker\.io|docker\.io)$/i.test(host)
    ? 'docker.io'
    : host.toLowerCase()
  if (namespace === '' && NEED_NAMESPACE.includes(canonical))
    throw wrong(`it has no namespace; write ${canonical}/<your-name>`)
  if (namespace !== '' && !isPath(namespace)) throw wrong(namespaceAdvice(namespace))
  return { host: canonical, namespace, ...service(canonical) }
}

/** Whether the text can stand behind a host: as a namespace, an image name, or both together. */
export function isPath(text: string): boolean {
  return isName(`registry.example/${text}`)
}

/** The repository of an image: `host/namespace/name`, with the path on the registry alone beside it. */
export function repositoryOf(target: Target, name: string): { repository: string; path: string } {
  const path = target.namespace === '' ? name : `${target.namespace}/${name}`
  return { repository: `${target.host}/${path}`, path }
}

function service(host: string): Pick<Target, 'kind' | 'account' | 'region'> {
  if (host === 'public.ecr.aws') return { kind: 'ecr-public' }
  const [, account, region] = ECR.exec(host) ?? []
  return account && region ? { kind: 'ecr', account, region } : { kind: 'other' }
}

function namespaceAdvice(namespace: string): string {
  const lower = namespace.toLowerCase()
  return isPath(lower)
    ? `registries take lower case only; write '${lower}'`
    : `'${namespace}' is no namespace; it takes lower-case letters, digits and single separators . _ - between them`
}
