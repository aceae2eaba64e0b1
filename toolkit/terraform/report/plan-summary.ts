import type { Plan } from '../plan/model.ts'
import { fitting } from './fitting.ts'
import { costsOf, type PlanPlace, planBlocks, planHeading } from './plan-section.ts'
import { SUMMARY } from './resources.ts'

// GitHub keeps 1 MiB of job summary for a step; other root modules and the frame want some of it.
const LIMIT = 1_000_000

/**
 * The whole plan for the job summary; what does not fit is counted.
 * @param limit in bytes, where several root modules share the summary.
 */
export function planSummary(plan: Plan, at: PlanPlace, limit = LIMIT): string {
  const heading = `## ${planHeading(plan, at)}`
  const blocks = planBlocks(plan, at, { ...SUMMARY, total: limit }, costsOf(at))
  return `${heading}\n\n${fitting(blocks, limit - Buffer.byteLength(heading) - 2)}\n`
}
