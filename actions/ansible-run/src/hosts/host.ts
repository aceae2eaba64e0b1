import type { Json } from '../../../../toolkit/terraform/plan/json.ts'

/** A host as Terraform's output `hosts` has it. */
export interface Host {
  readonly name: string
  /** A name or an IP address. */
  readonly address: string
  /** Undefined: what the SSH configuration says, else 22. */
  readonly port: number | undefined
  readonly user: string | undefined
  readonly groups: readonly string[]
  /** Variables of Ansible; numbers keep their digits. */
  readonly vars: Readonly<Record<string, Json>>
}
