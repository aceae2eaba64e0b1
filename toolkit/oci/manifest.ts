/** Media types of manifests and indexes, of OCI and of Docker before it. */
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const

interface Descriptor {
  readonly mediaType?: string
  readonly digest: string
  readonly size: number
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string }
}

/** The parts of a manifest or an index that we look at (opencontainers/image-spec). */
interface ManifestBody {
  readonly mediaType?: string
  readonly config?: Descriptor
  readonly layers?: readonly Descriptor[]
  readonly manifests?: readonly Descriptor[]
}

/** A manifest as a registry holds it. */
export interface Manifest {
  readonly digest: string
  readonly mediaType: string
  /** The bytes that the digest is of. */
  readonly bytes: Buffer
  readonly body: ManifestBody
}

/** The images of an index, without attestations (their platform is `unknown/unknown`); undefined for an image. */
export function imagesOfIndex(manifest: Manifest): { digest: string; platform: string }[] | undefined {
  return manifest.body.manifests
    ?.filter(({ platform }) => platform?.os !== 'unknown')
    .map(({ digest, platform }) => ({ digest, platform: platformText(platform) }))
}

/** What pulling an image transfers, in bytes; undefined for an index. */
export function compressedSize({ body }: Manifest): number | undefined {
  return body.layers?.reduce((sum, layer) => sum + layer.size, body.config?.size ?? 0)
}

/** `linux/arm64/v8`; '' where unknown. */
function platformText(platform: Descriptor['platform']): string {
  if (platform === undefined) return ''
  const { os, architecture, variant } = platform
  return [os, architecture, ...(variant ? [variant] : [])].join('/')
}
