import type { BumpRequest } from './request.ts'

/** A file as it stands; `path` is relative to the root of the repository, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** One value that was found: a whole reference, or a tag or digest on its own. */
export interface Match {
  readonly file: string
  /** Counts from 1. */
  readonly line: number
  /** The value's path in the file, as the input `set` takes it. */
  readonly path: string
  readonly old: string
  /** Equals `old` where nothing was left to do. */
  readonly new: string
}

/** A file that changes, before and after. Encoded as UTF-8, a byte order mark included, `after` is what to write. */
export interface FileChange {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A file, or a place in it, that was left alone although it names one of the images. */
export interface Refusal {
  readonly file: string
  readonly reason: string
}

/** A change that would go back to an older image. */
export interface Downgrade extends Match {
  readonly reason: string
}

/** What would change. */
export interface BumpPlan {
  /** Empty where `downgrades` stop the whole. */
  readonly changes: readonly FileChange[]
  readonly matches: readonly Match[]
  readonly refusals: readonly Refusal[]
  /** Things to tell the user: dropped digests, variables that are set elsewhere. */
  readonly notes: readonly string[]
  /** The images that no file names, as the user wrote them. */
  readonly unmatched: readonly string[]
  /** Not empty only where downgrades are not allowed. */
  readonly downgrades: readonly Downgrade[]
}

/** Decides what changes in the files. Pure: reads nothing but its arguments. */
export function planBump(files: Iterable<SourceFile>, request: BumpRequest): BumpPlan {
  void files
  return {
    changes: [],
    matches: [],
    refusals: [],
    notes: [],
    unmatched: request.images.map(image => image.name),
    downgrades: [],
  }
}
