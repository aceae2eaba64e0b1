import { parseCosts } from '../read.ts'
import type { CostReport } from '../report.ts'

/** A line of a bill as Infracost writes it. */
export interface Line {
  readonly name?: string
  /** null: depends on usage. `?`: no price was found. */
  readonly cost: string | null | '?'
  readonly quantity?: string
}

/** Resources by address, each with the lines of its bill (or its whole cost). */
export type Bill = Readonly<Record<string, string | readonly Line[]>>

/** A project as Infracost writes it. */
export interface ProjectOf {
  readonly path?: string
  readonly type?: string
  readonly workspace?: string
  readonly now: Bill
  readonly past?: Bill
  readonly errors?: readonly string[]
}

/** The text of an Infracost JSON with these projects. */
export function infracostJson(projects: readonly ProjectOf[], command = 'diff'): string {
  return JSON.stringify({
    version: '0.2',
    metadata: { infracostCommand: command },
    currency: 'USD',
    projects: projects.map(({ path = 'infra', type = 'terraform_dir', workspace, now, past, errors }) => ({
      name: path,
      metadata: {
        path,
        type,
        terraformWorkspace: workspace,
        errors: errors?.map(message => ({ code: 102, message })),
      },
      breakdown: breakdown(now),
      pastBreakdown: past && breakdown(past),
    })),
  })
}

/** The same, read. */
export function costs(...projects: ProjectOf[]): CostReport {
  return parseCosts(infracostJson(projects), 'costs.json')
}

function breakdown(bill: Bill) {
  return {
    resources: Object.entries(bill).map(([name, lines]) => ({
      name,
      resourceType: name.split('.').at(-2),
      costComponents: (typeof lines === 'string' ? [{ cost: lines }] : lines).map(component),
    })),
  }
}

function component({ name = 'Usage', cost, quantity }: Line) {
  const unpriced = cost === '?'
  return {
    name,
    unit: 'hours',
    monthlyQuantity: cost === null ? null : (quantity ?? '1'),
    price: unpriced ? '0' : (cost ?? '0.5'),
    monthlyCost: unpriced ? '0' : cost,
    priceNotFound: unpriced,
  }
}
