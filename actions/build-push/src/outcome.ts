import { compressedSize, imagesOfIndex, type Manifest } from '../../../toolkit/oci/manifest.ts'
import type { Registry } from '../../../toolkit/oci/registry.ts'
import type { PlannedImage } from './plan.ts'

/** What is known of an image in the registry. */
export interface Facts {
  /** As the registry confirmed it. */
  readonly digest: string
  /** Compressed, in bytes; of several platforms the first. */
  readonly size: number | undefined
  readonly platforms: readonly string[]
  /** The images of an index; the digest itself where there is no index. */
  readonly parts: readonly string[]
}

/** What became of one image. */
export type Outcome =
  | (Facts & { readonly state: 'pushed'; readonly image: PlannedImage; readonly milliseconds: number })
  | (Facts & { readonly state: 'reused'; readonly image: PlannedImage })
  | {
      readonly state: 'built'
      readonly image: PlannedImage
      readonly platforms: readonly string[]
      readonly milliseconds: number
    }
  | {
      readonly state: 'failed'
      readonly image: PlannedImage
      readonly error: unknown
      readonly milliseconds: number
    }
  | { readonly state: 'not started'; readonly image: PlannedImage }

/** An image that the registry holds. */
export type InRegistry = Extract<Outcome, Facts>

/** Those that the registry holds. */
export function inRegistry(outcomes: readonly Outcome[]): InRegistry[] {
  return outcomes.filter(outcome => outcome.state === 'pushed' || outcome.state === 'reused')
}

/** One entry of the output `images`. */
export interface PushedImage {
  readonly name: string
  readonly repository: string
  readonly tag: string
  /** `repository:tag`. */
  readonly ref: string
  readonly digest: string
  /** `repository:tag@digest`. */
  readonly pinned: string
  readonly reused: boolean
}

/** The output `images`. */
export function pushedImages(outcomes: readonly Outcome[]): PushedImage[] {
  return inRegistry(outcomes).map(({ state, image: { name, repository, tags }, digest }) => {
    const tag = tags[0] as string
    const ref = `${repository}:${tag}`
    return { name, repository, tag, ref, digest, pinned: `${ref}@${digest}`, reused: state === 'reused' }
  })
}

/** Reads what there is to know from a manifest; of an index, also from its first image. */
export async function factsOf(registry: Registry, image: PlannedImage, manifest: Manifest): Promise<Facts> {
  const { digest } = manifest
  const children = imagesOfIndex(manifest)
  if (children === undefined)
    return { digest, size: compressedSize(manifest), platforms: image.platforms, parts: [digest] }
  const first = children[0] && (await registry.manifest(image.path, children[0].digest))
  return {
    digest,
    size: first && compressedSize(first),
    platforms: children.map(child => child.platform),
    parts: children.map(child => child.digest),
  }
}
