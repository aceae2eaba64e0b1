/** An image as the registry has it. */
export interface PushedImage {
  readonly name: string
  readonly repository: string
  readonly tag: string
  readonly digest: string
  /** Bytes of all layers, compressed; undefined where the tag names an index of several. */
  readonly size: number | undefined
  readonly platforms: readonly string[]
  readonly labels: Readonly<Record<string, string>>
}

/** How to ask a registry. */
export interface RegistryAccess {
  readonly url: string
  readonly username: string
  readonly password: string
}

interface Manifest {
  readonly config?: { readonly digest: string }
  readonly layers?: readonly { readonly size: number }[]
  readonly manifests?: readonly {
    readonly digest: string
    readonly platform?: { readonly os: string; readonly architecture: string }
  }[]
}

interface Config {
  readonly os?: string
  readonly architecture?: string
  readonly config?: { readonly Labels?: Record<string, string> }
}

const ACCEPTED = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/**
 * Asks the registry what a tag is; the answer owes nothing to the action that pushed it.
 * @throws where it has no such tag.
 */
export async function readImage(
  access: RegistryAccess,
  image: { name: string; path: string; tag: string },
): Promise<PushedImage> {
  const top = await ask(access, `${image.path}/manifests/${image.tag}`)
  const index = top.json as Manifest
  const real = index.manifests?.filter(({ platform }) => platform && platform.os !== 'unknown') ?? []
  const first = real[0]
  const manifest = first
    ? ((await ask(access, `${image.path}/manifests/${first.digest}`)).json as Manifest)
    : index
  const config = (await ask(access, `${image.path}/blobs/${manifest.config?.digest}`)).json as Config
  return {
    name: image.name,
    repository: `${new URL(access.url).host}/${image.path}`,
    tag: image.tag,
    digest: top.digest,
    size: real.length > 1 ? undefined : manifest.layers?.reduce((sum, { size }) => sum + size, 0),
    platforms:
      real.length > 0
        ? real.map(({ platform }) => `${platform?.os}/${platform?.architecture}`)
        : [`${config.os}/${config.architecture}`],
    labels: config.config?.Labels ?? {},
  }
}

async function ask({ url, username, password }: RegistryAccess, path: string) {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const answer = await fetch(`${url}/v2/${path}`, { headers: { accept: ACCEPTED, authorization } })
  if (!answer.ok) throw new Error(`the registry answers ${answer.status} to ${path}`)
  return { json: (await answer.json()) as unknown, digest: answer.headers.get('docker-content-digest') ?? '' }
}
