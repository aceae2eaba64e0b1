import type { Attempt } from '../play/play.ts'

/** The events of all runs as lines of JSON, `run` counting from 1, without what `hide` hides. */
export function resultLines(
  attempts: readonly Pick<Attempt, 'events'>[],
  hide: (text: string) => string,
): string {
  const lines = attempts.flatMap(({ events }, index) =>
    events.map(event =>
      JSON.stringify({ run: index + 1, ...event }, (_, value) =>
        typeof value === 'string' ? hide(value) : value,
      ),
    ),
  )
  return lines.map(line => `${line}\n`).join('')
}
