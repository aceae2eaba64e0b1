import { type Decimal, subtract, sum, toText, zero } from '../money/decimal.ts'
import { resourceChanges } from './change.ts'
import type { CostComponent, CostProject, CostReport, CostResource, Estimate } from './report.ts'

/**
 * The report as Infracost's JSON of version 0.2, which `readCosts`, `infracost output` and `infracost comment` read.
 * It holds what was estimated and nothing of the resources' attributes or tags.
 */
export function writeCosts(report: CostReport): string {
  const now = sum(report.projects.map(({ now }) => now.total.known))
  const past = report.projects.every(project => project.past !== undefined)
    ? sum(report.projects.map(project => project.past?.total.known ?? zero))
    : undefined
  return JSON.stringify({
    version: '0.2',
    metadata: { infracostCommand: 'output' },
    currency: report.currency,
    projects: report.projects.map(projectJson),
    totalMonthlyCost: toText(now),
    pastTotalMonthlyCost: past && toText(past),
    diffTotalMonthlyCost: past && toText(subtract(now, past)),
    summary: { unsupportedResourceCounts: countUnsupported(report.projects) },
  })
}

function projectJson(project: CostProject) {
  return {
    name: project.name,
    metadata: {
      path: project.directory,
      type: 'terraform_dir',
      terraformWorkspace: project.workspace,
      errors: project.errors.length > 0 ? project.errors.map(messageJson) : undefined,
      warnings: project.warnings.length > 0 ? project.warnings.map(messageJson) : undefined,
    },
    pastBreakdown: project.past ? estimateJson(project.past) : null,
    breakdown: estimateJson(project.now),
    diff: project.past ? differenceJson(project) : null,
    summary: { unsupportedResourceCounts: project.unsupported },
  }
}

const messageJson = (message: string) => ({ message })

function estimateJson({ total, resources }: Estimate) {
  return { resources: resources.map(resourceJson), totalMonthlyCost: toText(total.known) }
}

function resourceJson({ address, type, cost, components }: CostResource) {
  return {
    name: address,
    resourceType: type || undefined,
    metadata: {},
    monthlyCost: toText(cost.known),
    costComponents: components.map(componentJson),
  }
}

function componentJson({ name, unit, quantity, price, cost }: CostComponent) {
  return {
    name,
    unit,
    monthlyQuantity: quantity ? toText(quantity) : null,
    price: toText(price ?? zero),
    monthlyCost: cost.usage ? null : toText(cost.known),
    priceNotFound: !cost.complete,
  }
}

function differenceJson(project: CostProject) {
  const resources = resourceChanges(project).map(({ address, now, past, change }) => ({
    name: address,
    resourceType: (now ?? past)?.type || undefined,
    metadata: {},
    monthlyCost: toText(change.known),
  }))
  const known = (estimate: Estimate | undefined): Decimal => estimate?.total.known ?? zero
  return { resources, totalMonthlyCost: toText(subtract(known(project.now), known(project.past))) }
}

function countUnsupported(projects: readonly CostProject[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { unsupported } of projects)
    for (const [type, count] of Object.entries(unsupported)) counts[type] = (counts[type] ?? 0) + count
  return counts
}
