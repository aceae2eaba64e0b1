/** What ansible-playbook is told on its command line: nothing secret, which is all in files. */
export interface Command {
  /** Relative to the workspace. */
  readonly playbook: string
  readonly inventories: readonly string[]
  readonly limits: string | undefined
  readonly tags: string | undefined
  readonly skipTags: string | undefined
  readonly user: string | undefined
  readonly check: boolean
  readonly diff: boolean
  /** Files of variables; a later one wins. */
  readonly varsFiles: readonly string[]
  readonly vaultIds: readonly { readonly id: string; readonly file: string }[]
}

/** The arguments; values are joined to their options by `=`, so that none is taken for an option itself. */
export function playArgs(command: Command): string[] {
  const given = (option: string, value: string | undefined) =>
    value === undefined ? [] : [`--${option}=${value}`]
  return [
    ...command.inventories.map(path => `--inventory=${path}`),
    ...given('user', command.user),
    ...given('limit', command.limits),
    ...given('tags', command.tags),
    ...given('skip-tags', command.skipTags),
    ...(command.check ? ['--check'] : []),
    ...(command.diff ? ['--diff'] : []),
    ...command.varsFiles.map(path => `--extra-vars=@${path}`),
    ...command.vaultIds.map(({ id, file }) => `--vault-id=${id}@${file}`),
    '--',
    command.playbook,
  ]
}
