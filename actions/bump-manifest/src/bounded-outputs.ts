import { unifiedDiff } from './diff.ts'
import type { FileChange, Match } from './plan.ts'

/** GitHub drops outputs past 1 MB in all; each of the large ones gets a quarter of it. */
const LIMIT = 256 * 1024

/** The diff of as many files as an output has room for, whole files only; what is left out is counted. */
export function boundedDiff(changes: readonly FileChange[], limit = LIMIT): string {
  const parts: string[] = []
  let size = 0
  for (const [index, change] of changes.entries()) {
    const part = unifiedDiff([change])
    size += Buffer.byteLength(part)
    if (size > limit)
      return `${parts.join('')}# ${changes.length - index} more files: too long for an output\n`
    parts.push(part)
  }
  return parts.join('')
}

/** As many of the items, from the first on, as have room for their texts and a separator between each two. */
export function bounded<T>(items: readonly T[], text: (item: T) => string, limit = LIMIT): T[] {
  let size = 0
  const end = items.findIndex(item => {
    size += Buffer.byteLength(text(item)) + 1
    return size > limit
  })
  return end < 0 ? [...items] : items.slice(0, end)
}

/** The matches that an output has room for: those that change come first where not all have. */
export function boundedMatches(matches: readonly Match[], limit = LIMIT): Match[] {
  const shown = bounded(matches, match => JSON.stringify(match), limit)
  if (shown.length === matches.length) return shown
  const changesFirst = [...matches].sort((a, b) => Number(a.old === a.new) - Number(b.old === b.new))
  return bounded(changesFirst, match => JSON.stringify(match), limit)
}
