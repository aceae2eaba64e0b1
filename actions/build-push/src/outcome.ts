import type { PlannedImage } from './plan.ts'

/** What became of one image. */
export type Outcome =
  | {
      readonly state: 'pushed' | 'reused' | 'built'
      readonly image: PlannedImage
      /** As the registry confirmed it; undefined where nothing was pushed. */
      readonly digest: string | undefined
      /** Compressed, in bytes; for several platforms that of the first. */
      readonly size: number | undefined
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

/** The images that the registry now holds. */
export function pushedImages(outcomes: readonly Outcome[]): PushedImage[] {
  return outcomes.flatMap(outcome => {
    if (outcome.state !== 'pushed' && outcome.state !== 'reused') return []
    const { image, digest } = outcome
    if (digest === undefined) return []
    const tag = image.tags[0] as string
    const ref = `${image.repository}:${tag}`
    return [
      {
        name: image.name,
        repository: image.repository,
        tag,
        ref,
        digest,
        pinned: `${ref}@${digest}`,
        reused: outcome.state === 'reused',
      },
    ]
  })
}
