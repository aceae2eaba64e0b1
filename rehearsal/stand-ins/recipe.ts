/** How an image's stand-in is made: one layer and the settings of the image. */
export interface Recipe {
  /** What goes in, for people. */
  readonly madeFrom: string
  /** All that the content depends on, our own way of making it included: made once per key. */
  readonly key: readonly string[]
  /** Fills a folder that becomes the image's root. */
  readonly fill: (root: string) => Promise<void>
  readonly config: ImageConfig
}

/** The image's settings, as the OCI image specification writes them. */
export interface ImageConfig {
  readonly Env: readonly string[]
  readonly Entrypoint?: readonly string[]
  readonly Cmd: readonly string[]
  readonly User?: string
  readonly StopSignal?: string
  readonly ExposedPorts?: Readonly<Record<string, object>>
}

/** Makes the recipe for one image from the build contexts (folders) that build on it. */
export type Cook = (contexts: readonly string[]) => Promise<Recipe>
