import { structuredPatch } from 'diff'
import type { FileChange } from './plan.ts'

/** The change as a unified diff, as `git apply` takes it; empty where nothing changes. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes.map(fileDiff).join('')
}

function fileDiff({ path, before, after }: FileChange): string {
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 })
  const body = hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) =>
    [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines, ''].join('\n'),
  )
  return `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\n--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${body.join('')}`
}

/** Git puts names in quotes that hold quotes, backslashes or control characters (git-config, core.quotePath). */
function quoted(path: string): string {
  return /["\\\u0000-\u001f\u007f]/.test(path) ? JSON.stringify(path) : path
}
