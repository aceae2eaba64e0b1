import { addCosts, unknownCost } from './cost.ts'
import type { CostProject, CostReport, Estimate } from './report.ts'

const nothing: Estimate = { total: addCosts([]), resources: [] }

/**
 * The report with the present of another one as its past. Projects belong together by directory, workspace and name,
 * or by directory and workspace where there is one such on either side. What is only there now is new; what is only
 * in the baseline is gone. An error on either side makes the difference unknown.
 */
export function against(report: CostReport, baseline: CostReport): CostReport {
  const left = new Set(baseline.projects)
  const matched = report.projects.map(project => {
    const before = counterpart(project, report.projects, [...left])
    if (before !== undefined) left.delete(before)
    return withPast(project, before)
  })
  return { ...report, projects: [...matched, ...[...left].map(removed)] }
}

function counterpart(
  project: CostProject,
  all: readonly CostProject[],
  candidates: readonly CostProject[],
): CostProject | undefined {
  const same = (other: CostProject) =>
    other.directory === project.directory && other.workspace === project.workspace
  const places = candidates.filter(same)
  const named = places.find(({ name }) => name === project.name)
  return named ?? (places.length === 1 && all.filter(same).length === 1 ? places[0] : undefined)
}

function withPast(project: CostProject, before: CostProject | undefined): CostProject {
  if (before === undefined) return { ...project, past: nothing }
  const errors = before.errors.map(error => `in the baseline: ${error}`)
  return { ...project, past: before.now, errors: [...project.errors, ...errors] }
}

function removed(before: CostProject): CostProject {
  const gone = before.errors.length === 0 ? nothing : { ...nothing, total: unknownCost }
  return { ...before, now: gone, past: before.now, warnings: [] }
}
