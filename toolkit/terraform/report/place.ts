/** What a report is about, and what it links to. */
export interface Place {
  /** Relative to the workspace, `.` for its root. */
  readonly directory: string
  readonly workspace?: string | undefined
  /** `Terraform 1.11.4` */
  readonly tool: string
  /** The commit that was looked at. */
  readonly headSha: string
  readonly runUrl: string
  /** `https://github.com/owner/name`, for links to lines; without it places are only named. */
  readonly repositoryUrl?: string | undefined
}

/** The tool's name without its version. */
export function toolTitle({ tool }: Place): string {
  return tool.replace(/ v?\d.*$/, '')
}
