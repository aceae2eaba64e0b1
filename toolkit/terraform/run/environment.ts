/** A command of Terraform's. */
export type Command =
  | 'init'
  | 'workspace'
  | 'plan'
  | 'show'
  | 'validate'
  | 'fmt'
  | 'apply'
  | 'output'
  | 'version'

// What the user wants of every plan (TF_CLI_ARGS='-lock=false') no command understands that only reads.
const READING: readonly Command[] = ['show', 'output', 'version', 'fmt', 'workspace']

/**
 * The environment for Terraform: never asks, never calls home, does not see this action's inputs (the token is one).
 * The user's TF_CLI_ARGS reach the commands that plan and apply, not those that only read.
 */
export function toolEnvironment(env: NodeJS.ProcessEnv, command: Command): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_') && name !== 'TF_INPUT')
  const { TF_CLI_ARGS, [`TF_CLI_ARGS_${command}`]: own, ...others } = Object.fromEntries(kept)
  return {
    ...others,
    ...(!READING.includes(command) && {
      ...(TF_CLI_ARGS !== undefined && { TF_CLI_ARGS }),
      ...(own !== undefined && { [`TF_CLI_ARGS_${command}`]: own }),
    }),
    TF_IN_AUTOMATION: 'true',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: 'true',
  }
}
