/** Where an image comes from. */
export interface Origin {
  /** `https://github.com/owner/name`; '' where unknown. */
  readonly source: string
  readonly revision: string
  readonly created: Date
}

/** The label that says which commit an image was built from. */
export const REVISION = 'org.opencontainers.image.revision'

/**
 * The labels of one image (opencontainers/image-spec, "Pre-Defined Annotation Keys"); those of the user win, and one
 * that the user sets to nothing is left out.
 */
export function labelsOf(
  image: { readonly name: string; readonly version: string },
  origin: Origin,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const labels = {
    'org.opencontainers.image.title': image.name,
    'org.opencontainers.image.version': image.version,
    'org.opencontainers.image.created': origin.created.toISOString().replace(/\.\d+Z$/, 'Z'),
    [REVISION]: origin.revision,
    'org.opencontainers.image.source': origin.source,
    'org.opencontainers.image.url': origin.source,
    ...given,
  }
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''))
}
