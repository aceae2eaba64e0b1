import type { Decimal } from '../money/decimal.ts'

/** A monthly amount of which not all may be known. Never take `known` alone for the truth. */
export interface Cost {
  /** The sum of all that has a price. */
  readonly known: Decimal
  /** False where something has no price or could not be estimated: the truth is unknown, and at least `known`. */
  readonly complete: boolean
  /** True where something depends on usage that nobody told: it comes on top. */
  readonly usage: boolean
}

/** What a file of Infracost says. */
export interface CostReport {
  /** ISO 4217. */
  readonly currency: string
  readonly projects: readonly CostProject[]
}

/** One root module (in one workspace). */
export interface CostProject {
  readonly name: string
  /** Relative to the workspace, `.` for its root; what Infracost was given, where nothing better is known. */
  readonly directory: string
  readonly workspace: string | undefined
  readonly now: Estimate
  /** Undefined where nothing is known about before: there is no difference then. */
  readonly past: Estimate | undefined
  /** Why (a part of) it could not be estimated. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** How many resources there are of types that Infracost has no prices for, by type. */
  readonly unsupported: Readonly<Record<string, number>>
}

/** What a root module costs at one time. */
export interface Estimate {
  readonly total: Cost
  readonly resources: readonly CostResource[]
}

/** A resource, its subresources included. */
export interface CostResource {
  /** The Terraform address. */
  readonly address: string
  /** `aws_instance`; empty where the file does not tell. */
  readonly type: string
  readonly cost: Cost
  readonly components: readonly CostComponent[]
}

/** One line of a resource's bill. */
export interface CostComponent {
  /** With the subresource it belongs to: `root_block_device › Storage (gp2)`. */
  readonly name: string
  readonly unit: string
  readonly quantity: Decimal | undefined
  readonly price: Decimal | undefined
  readonly cost: Cost
}
