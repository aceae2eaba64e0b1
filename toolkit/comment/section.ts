/**
 * What one action says on one directory in the shared comment.
 * (action, directory) identifies it; only its owner rewrites it.
 */
export interface Section {
  /** `terraform-plan-comment`. */
  readonly action: string
  /** Relative to the workspace, `.` for its root. */
  readonly directory: string
  /** One line of Markdown: the section's heading. */
  readonly heading: string
  /** One line of Markdown for the overview at the top, where the comment holds more than one directory. */
  readonly overview: string
  readonly blocks: readonly Block[]
  /** Kept in the comment but not shown, whatever else has to go; for machines that read the comment again. */
  readonly data?: Readonly<Record<string, string>>
  /** Short Markdown, by key, that the slots of other sections on the same directory show: the cost of a resource. */
  readonly notes?: Readonly<Record<string, string>>
}

/**
 * A piece of a section that is shown whole or not at all. When room is short, pieces of the highest number go first;
 * what went is counted by `counts` and named in its place.
 */
export interface Block {
  readonly priority: 0 | 1 | 2 | 3 | 4 | 5
  readonly markdown: string
  /** What the block stands for, such as `{ 'to create': 3 }`. */
  readonly counts?: Readonly<Record<string, number>>
}
