import { addCosts } from './cost.ts'
import { directoryOf } from './directory.ts'
import { amount, word } from './infracost-v0.ts'
import type { CostComponent, CostProject, CostReport, CostResource } from './report.ts'

/** What the JSON of `infracost scan --json` (infracost/cli, v2) holds that matters here. */
export interface InfracostV2Root {
  readonly version?: undefined
  readonly currency?: string
  readonly projects: readonly V2Project[]
}

interface V2Project {
  readonly project_name?: string
  readonly path?: string
  readonly resources?: readonly V2Resource[] | null
  readonly diagnostics?: readonly V2Diagnostic[] | null
}

interface V2Resource {
  readonly name?: string
  readonly type?: string
  readonly is_supported?: boolean
  readonly cost_components?: readonly V2Component[] | null
  readonly subresources?: readonly V2Resource[] | null
}

interface V2Component {
  readonly name?: string
  readonly unit?: string
  readonly price?: string | null
  readonly quantity?: string | null
  readonly total_monthly_cost?: string | null
}

interface V2Diagnostic {
  readonly prefix?: string
  readonly message?: string
  readonly severity?: string
  readonly location?: string
}

/** The JSON of v2, which knows no past and does not tell a missing price from a price of 0. */
export function readInfracostV2(root: InfracostV2Root): CostReport {
  return { currency: root.currency || 'USD', projects: root.projects.map(readProject) }
}

function readProject(project: V2Project): CostProject {
  const diagnostics = project.diagnostics ?? []
  const errors = diagnostics.filter(({ severity }) => severity === 'critical').map(sentence)
  const supported = (project.resources ?? []).filter(resource => resource.is_supported !== false)
  const resources = supported.map(readResource)
  const parts = addCosts(resources.map(({ cost }) => cost))
  return {
    name: word(project.project_name) || word(project.path),
    directory: directoryOf({ path: word(project.path) }),
    workspace: undefined,
    now: { resources, total: { ...parts, complete: parts.complete && errors.length === 0 } },
    past: undefined,
    errors,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').map(sentence),
    unsupported: countUnsupported(project.resources ?? []),
  }
}

function readResource(resource: V2Resource): CostResource {
  const components = componentsOf(resource, '')
  return {
    address: word(resource.name),
    type: word(resource.type),
    cost: addCosts(components.map(({ cost }) => cost)),
    components,
  }
}

function componentsOf(resource: V2Resource, prefix: string): CostComponent[] {
  return [
    ...(resource.cost_components ?? []).map(component => readComponent(component, prefix)),
    ...(resource.subresources ?? []).flatMap(inner => componentsOf(inner, `${prefix}${word(inner.name)} › `)),
  ]
}

function readComponent(component: V2Component, prefix: string): CostComponent {
  const told = amount(component.total_monthly_cost)
  const price = amount(component.price)
  return {
    name: `${prefix}${word(component.name)}`,
    unit: word(component.unit),
    quantity: amount(component.quantity),
    price,
    cost: { ...addCosts([]), ...(told && { known: told }), complete: told !== undefined },
  }
}

function countUnsupported(resources: readonly V2Resource[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { is_supported, type = 'unknown' } of resources)
    if (is_supported === false) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

function sentence({ prefix = '', message = '', location = '' }: V2Diagnostic): string {
  return [prefix, message].filter(part => part !== '').join(': ') + (location === '' ? '' : ` (${location})`)
}
