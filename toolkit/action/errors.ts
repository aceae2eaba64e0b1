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

const MACHINE: Record<string, string> = {
  ENOSPC: 'the disk of this runner is full',
  EDQUOT: 'the disk quota of this runner is used up',
  EROFS: 'the disk of this runner is read-only',
  EACCES: "this job's user may not do that here",
  EPERM: "this job's user may not do that here",
}

/** What is wrong with the machine, where that is why something was thrown: no fault of ours. */
export function machineFault(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  const why = MACHINE[(thrown as NodeJS.ErrnoException).code ?? '']
  return why && `${why}: ${thrown.message}`
}

/** The message of anything thrown; never `[object Object]`. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
