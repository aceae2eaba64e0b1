import type { BumpPlan, FileChange } from './plan.ts'

/** What became of the change, for the job summary. */
export interface Landed {
  /** One line on what happened: `Pushed 1a2b3c4 to main`, `Would change 2 files (dry run)`. */
  readonly headline: string
  /** Markdown links back: label → address, in this order. */
  readonly links: readonly (readonly [label: string, url: string])[]
}

/** The change as a unified diff, as `git apply` takes it; empty where nothing changes. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes.map(({ path }) => path).join('\n')
}

/** The job summary, in Markdown. */
export function summary(plan: BumpPlan, landed: Landed): string {
  return `${landed.headline}\n\n${unifiedDiff(plan.changes)}`
}
