import { UserError } from '../action/errors.ts'
import { type Decimal, parseDecimal, signOf, zero } from '../money/decimal.ts'
import { addCosts, unknownCost } from './cost.ts'
import { directoryOf } from './directory.ts'
import type { Cost, CostComponent, CostProject, CostReport, CostResource, Estimate } from './report.ts'

type Amount = string | null | undefined

/** What the JSON of version 0.2 holds that matters here; every part may be missing in files of older versions. */
export interface InfracostRoot {
  readonly version: string
  readonly metadata?: { readonly infracostCommand?: string }
  readonly currency?: string
  readonly projects: readonly InfracostProject[]
  readonly [more: string]: unknown
}

export interface InfracostProject {
  readonly name?: string
  readonly displayName?: string
  readonly metadata?: {
    readonly path?: string
    readonly type?: string
    readonly vcsSubPath?: string
    readonly terraformModulePath?: string
    readonly terraformWorkspace?: string
    readonly errors?: readonly InfracostDiagnostic[] | null
    readonly warnings?: readonly InfracostDiagnostic[] | null
  } | null
  readonly pastBreakdown?: InfracostBreakdown | null
  readonly breakdown?: InfracostBreakdown | null
  readonly summary?: { readonly unsupportedResourceCounts?: Readonly<Record<string, number>> | null } | null
}

interface InfracostDiagnostic {
  readonly code?: number
  readonly message?: string
  readonly data?: unknown
}

interface InfracostBreakdown {
  readonly resources?: readonly InfracostResource[] | null
  readonly totalMonthlyCost?: Amount
}

interface InfracostResource {
  readonly name?: string
  readonly resourceType?: string
  readonly monthlyCost?: Amount
  readonly costComponents?: readonly InfracostComponent[] | null
  readonly subresources?: readonly InfracostResource[] | null
}

interface InfracostComponent {
  readonly name?: string
  readonly unit?: string
  readonly monthlyQuantity?: Amount
  readonly price?: Amount
  readonly monthlyCost?: Amount
  readonly priceNotFound?: boolean
}

/** The JSON of `breakdown`, `diff` and `output` of Infracost v0.10. */
export function readInfracostV0(root: InfracostRoot): CostReport {
  const compared = root.metadata?.infracostCommand !== 'breakdown'
  return {
    currency: root.currency || 'USD',
    projects: root.projects.map(project => readProject(project, compared)),
  }
}

function readProject(project: InfracostProject, compared: boolean): CostProject {
  const metadata = project.metadata ?? {}
  const errors = messages(metadata.errors)
  const workspace = word(metadata.terraformWorkspace)
  const broken = errors.length > 0
  const now = project.breakdown ? readBreakdown(project.breakdown, broken) : undefined
  const hasPast = compared || !PRICED_AS_CODE.has(metadata.type ?? '')
  return {
    name: word(project.displayName) || word(project.name) || word(metadata.path),
    directory: directoryOf({
      path: word(metadata.path),
      type: word(metadata.type),
      vcsSubPath: word(metadata.vcsSubPath),
    }),
    workspace: workspace === 'default' ? undefined : workspace || undefined,
    now: now ?? { total: broken ? unknownCost : addCosts([]), resources: [] },
    past: hasPast && project.pastBreakdown ? readBreakdown(project.pastBreakdown, broken) : undefined,
    errors,
    warnings: messages(metadata.warnings),
    unsupported: project.summary?.unsupportedResourceCounts ?? {},
  }
}

/** Projects of these types know no state: `breakdown` repeats the present costs as their past. */
const PRICED_AS_CODE = new Set(['terraform_dir', 'terragrunt_dir', 'cloudformation'])

/** An error in a project means that resources may be missing, on both sides of a comparison. */
function readBreakdown(breakdown: InfracostBreakdown, broken: boolean): Estimate {
  const resources = (breakdown.resources ?? []).map(readResource)
  const parts = addCosts(resources.map(({ cost }) => cost))
  const told = amount(breakdown.totalMonthlyCost)
  return {
    resources,
    total: { ...parts, known: told ?? parts.known, complete: parts.complete && !broken },
  }
}

function readResource(resource: InfracostResource): CostResource {
  const components = componentsOf(resource, '')
  const parts = addCosts(components.map(({ cost }) => cost))
  return {
    address: word(resource.name),
    type: word(resource.resourceType),
    cost: { ...parts, known: amount(resource.monthlyCost) ?? parts.known },
    components,
  }
}

function componentsOf(resource: InfracostResource, prefix: string): CostComponent[] {
  return [
    ...(resource.costComponents ?? []).map(component => readComponent(component, prefix)),
    ...(resource.subresources ?? []).flatMap(inner => componentsOf(inner, `${prefix}${word(inner.name)} › `)),
  ]
}

function readComponent(component: InfracostComponent, prefix: string): CostComponent {
  return {
    name: `${prefix}${word(component.name)}`,
    unit: word(component.unit),
    quantity: amount(component.monthlyQuantity),
    price: component.priceNotFound ? undefined : amount(component.price),
    cost: costOf(component),
  }
}

/** Where no price was found, Infracost writes a price and a cost of 0. Where the usage is not told, the cost is null. */
function costOf(component: InfracostComponent): Cost {
  const told = amount(component.monthlyCost)
  const quantity = amount(component.monthlyQuantity)
  const nothing = quantity !== undefined && signOf(quantity) === 0
  return {
    known: told ?? zero,
    complete: !component.priceNotFound || nothing,
    usage: told === undefined && !component.priceNotFound,
  }
}

function messages(diagnostics: readonly InfracostDiagnostic[] | null | undefined): string[] {
  return (diagnostics ?? []).map(({ code, message = '', data }) => {
    const names = Array.isArray(data) && data.length > 0 ? `: ${data.join(', ')}` : ''
    return `${message.trim()}${names}` || `Infracost reports problem ${code ?? ''} without a word`
  })
}

/** A text; empty where there is none. */
export function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** @throws UserError where it is no decimal: a number outside of quotes has been through a float already. */
export function amount(value: unknown): Decimal | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const read = typeof value === 'string' ? parseDecimal(value) : undefined
  if (read === undefined)
    throw new UserError(
      `Infracost's JSON has the amount ${JSON.stringify(value)}; amounts are decimals in quotes, such as "12.50"`,
    )
  return read
}
