/**
 * Does several things at once. When one fails, the others are told to stop and waited for, so that nothing goes on
 * behind the back of the caller.
 * @throws what failed first.
 */
export async function together<const T extends readonly unknown[]>(
  signal: AbortSignal,
  start: (signal: AbortSignal) => T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const stop = new AbortController()
  const tasks = start(AbortSignal.any([signal, stop.signal]))
  let first: { thrown: unknown } | undefined
  const settled = await Promise.all(
    tasks.map(async task => {
      try {
        return await task
      } catch (thrown) {
        first ??= { thrown }
        stop.abort(thrown)
        return undefined
      }
    }),
  )
  if (first) throw first.thrown
  return settled as { -readonly [K in keyof T]: Awaited<T[K]> }
}
