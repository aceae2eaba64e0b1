import { unifiedDiff } from './diff.ts'
import type { FileChange } from './plan.ts'

/** GitHub drops outputs past 1 MB in all; the other outputs need room too. */
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
