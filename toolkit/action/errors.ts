/**
 * The user's mistake or a refusal of a service they configured: shown as one line, without a stack.
 * The message names the input or the thing, its value, and what to do about it.
 * Everything else that is thrown counts as a crash of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** The job was cancelled (SIGINT or SIGTERM); nothing more is started. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
  constructor() {
    super('the job was cancelled')
  }
}

/** The message of anything thrown; never `[object Object]`. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
