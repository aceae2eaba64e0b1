/**
 * A plan as people review it: read from `terraform show -json` (or `tofu show -json`), every sensitive value hidden.
 * No text in it comes unmasked from the plan: what the plan marks as sensitive is not in the model at all, and its
 * value is hidden wherever else it appears.
 */
export interface Plan {
  readonly terraformVersion: string | undefined
  /** In the order of the plan. Whatever changes nothing (`no-op`, neither moved nor imported) is left out. */
  readonly changes: readonly ResourceChange[]
  readonly outputs: readonly OutputChange[]
  /** What changed outside of the tool since the last apply. */
  readonly drift: readonly ResourceChange[]
  readonly checks: readonly FailedCheck[]
  readonly deferred: readonly DeferredChange[]
  readonly invocations: readonly ActionInvocation[]
  /** False where the plan covers only part of the configuration (`-target`, deferred changes); undefined if not told. */
  readonly complete: boolean | undefined
  /** True where planning failed midway, and the plan tells only what was found until then. */
  readonly errored: boolean
  /** False where there is nothing to apply, or the plan cannot be applied; undefined if not told. */
  readonly applyable: boolean | undefined
  /** True where an apply would do no more than write the drift (and outputs) into the state, as with `-refresh-only`. */
  readonly refreshOnly: boolean
  /** Every sensitive scalar that the plan holds, to hide it in other texts; never to be shown. */
  readonly sensitiveValues: readonly string[]
  /** A hash (SHA-256, hex) over all that an apply of this plan depends on, sensitive values included; never to be shown. */
  readonly digest: string
}

/** What happens to an object. `other` stands for words that this version does not know; they are in `actions`. */
export type ChangeKind =
  | 'create'
  | 'read'
  | 'update'
  | 'replace'
  | 'delete'
  | 'forget'
  | 'move'
  | 'import'
  | 'no-op'
  | 'other'

/** A change of one object; (address, deposed) identifies it. */
export interface ResourceChange {
  readonly address: string
  readonly deposed: string | undefined
  readonly previousAddress: string | undefined
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly providerName: string
  /** `move` and `import` stand where that is all that happens; with another kind see `previousAddress`, `importing`. */
  readonly kind: ChangeKind
  /** As the plan has them, such as `['delete', 'create']`. */
  readonly actions: readonly string[]
  /** `action_reason`, as the plan has it, such as `replace_because_tainted`. */
  readonly reason: string | undefined
  readonly importing: Importing | undefined
  /** Paths whose change forces the replacement, such as `ebs_block_device[0].size`. */
  readonly replacePaths: readonly string[]
  /** Sorted by path; what stays as it is is left out. Where the plan is too large to keep them all: undefined. */
  readonly attributes: readonly AttributeChange[] | undefined
  /** How many top-level attributes change; of updates also where they are not kept, of other kinds 0 there. */
  readonly attributeCount: number
  /** Of drift: whether what drifted led to a change of the plan; undefined where the plan does not tell. */
  readonly relevant?: boolean
}

/** What an import names; the id is masked like any value. */
export interface Importing {
  readonly id: string | undefined
  readonly unknown: boolean
}

/** One leaf that differs: scalars by their path, whole lists and maps where only one side has them. */
export interface AttributeChange {
  /** `tags.Name`, `ingress[0].cidr_blocks`, `map["a b"]`. */
  readonly path: string
  readonly before: Value
  readonly after: Value
  readonly forcesReplacement: boolean
  /**
   * Where both sides say the same: they differ in whitespace, in the order of a list's elements, or in how a JSON
   * document within a string is written (order of keys, escapes).
   */
  readonly onlyDiffersIn?: 'whitespace' | 'order' | 'notation'
}

/** One side of an attribute. */
export type Value =
  | { readonly kind: 'absent' }
  /** Its text in JSON notation (a string has its quotes); strings of many lines keep their real line breaks in `lines`. */
  | { readonly kind: 'known'; readonly text: string; readonly lines?: readonly string[] }
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'unknown' }

/** A change of a root module's output. */
export interface OutputChange {
  readonly name: string
  readonly kind: ChangeKind
  /** Their paths begin with the output's name. */
  readonly attributes: readonly AttributeChange[] | undefined
  readonly attributeCount: number
}

/** A check, precondition or postcondition that did not pass. */
export interface FailedCheck {
  /** `to_display` of its address. */
  readonly address: string
  readonly kind: string
  /** `fail`, `error` or `unknown`. */
  readonly status: string
  readonly messages: readonly string[]
}

/** A change that cannot be planned yet. */
export interface DeferredChange {
  /** As the plan has it, such as `resource_config_unknown`. */
  readonly reason: string
  readonly change: ResourceChange
}

/** An action (Terraform 1.14) that the apply would invoke. */
export interface ActionInvocation {
  readonly address: string
  readonly type: string
  /** What sets it off: the resource and event, or that the user asked for it. */
  readonly trigger: string
  readonly deferred: boolean
  readonly attributes: readonly AttributeChange[]
}
