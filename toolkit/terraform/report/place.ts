/** What a report is about, and what it links to. */
export interface Place {
  /** Relative to the workspace, `.` for its root. */
  readonly directory: string
  readonly workspace?: string | undefined
  readonly tool: { readonly name: 'terraform' | 'tofu' | 'terragrunt'; readonly version?: string | undefined }
  /** The commit that was looked at. */
  readonly headSha: string
  readonly runUrl: string
}

/** A place with what stands beside each resource. */
export interface PlanPlace extends Place {
  /** By address, HTML on one line; without it, each resource has a slot that a later step fills. */
  readonly costs?: ReadonlyMap<string, string> | undefined
}

/** A place in a repository, for links to its files. */
export interface SourcePlace extends Place {
  /** `https://github.com/owner/name` */
  readonly repositoryUrl: string
}

const TITLES = { terraform: 'Terraform', tofu: 'OpenTofu', terragrunt: 'Terragrunt' }

/** The tool's name as people write it. */
export function toolTitle({ tool }: Place): string {
  return TITLES[tool.name]
}
