import { UserError } from '../../../toolkit/action/errors.ts'
import type { OnLine } from './engines/engine.ts'

// Buildx; docker; buildah. A line that a Dockerfile's own step prints begins otherwise.
const PUSHING =
  /^(?:#\d+ pushing |The push refers to |[0-9a-f]{12}: |Copying (?:blob|config) |Writing manifest )/

/**
 * Ends a build whose push hangs: docker and buildkit wait forever for a registry that accepts a layer and falls silent.
 * A quiet build step is left alone, however long it takes.
 * @param limit milliseconds of silence while pushing.
 * @throws UserError where the push was ended.
 */
export async function unlessStalled<T>(
  limit: number,
  place: { readonly signal: AbortSignal; readonly registry: string },
  work: (signal: AbortSignal, watch: OnLine) => Promise<T>,
): Promise<T> {
  const stalled = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const watch = (line: string) => {
    clearTimeout(timer)
    timer = PUSHING.test(line) ? setTimeout(() => stalled.abort(), limit) : undefined
  }
  try {
    return await work(AbortSignal.any([place.signal, stalled.signal]), watch)
  } catch (thrown) {
    if (!stalled.signal.aborted || place.signal.aborted) throw thrown
    throw new UserError(
      `${place.registry} has taken nothing for ${limit / 60_000} minutes; the push was ended`,
    )
  } finally {
    clearTimeout(timer)
  }
}
