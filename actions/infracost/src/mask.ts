import type { CostProject, CostReport, Estimate } from '../../../toolkit/cost/report.ts'
import type { Mask } from '../../../toolkit/redact/mask.ts'

/** The report with secrets hidden in each of its texts; equal addresses stay equal. */
export function maskReport(report: CostReport, mask: Mask): CostReport {
  return { ...report, projects: report.projects.map(project => maskProject(project, mask)) }
}

function maskProject(project: CostProject, mask: Mask): CostProject {
  return {
    ...project,
    name: mask(project.name),
    now: maskEstimate(project.now, mask),
    past: project.past && maskEstimate(project.past, mask),
    errors: project.errors.map(mask),
    warnings: project.warnings.map(mask),
  }
}

function maskEstimate(estimate: Estimate, mask: Mask): Estimate {
  return {
    ...estimate,
    resources: estimate.resources.map(resource => ({
      ...resource,
      address: mask(resource.address),
      components: resource.components.map(component => ({ ...component, name: mask(component.name) })),
    })),
  }
}
