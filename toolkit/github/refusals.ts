import { UserError } from '../action/errors.ts'

/** What an API call was for, so that its refusal can be explained. */
export interface Purpose {
  /** `create the pull request` */
  readonly to: string
  /** `owner/name` */
  readonly repository: string
  /** The permission of the token that it takes: `contents: write`. */
  readonly permission: string
}

/**
 * Runs an API call and explains its refusals.
 * @throws UserError for 401, 403, 404 and rate limits, naming the permission or the remedy; where no answer came or
 * the server failed, naming the server's words; all else as it was thrown.
 */
export async function explained<T>(purpose: Purpose, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (thrown) {
    throw explain(thrown, purpose) ?? thrown
  }
}

/** The status of an API's refusal; undefined where something else was thrown. */
export function statusOf(thrown: unknown): number | undefined {
  const status = (thrown as { status?: unknown } | null)?.status
  return typeof status === 'number' ? status : undefined
}

function explain(thrown: unknown, { to, repository, permission }: Purpose): UserError | undefined {
  const status = statusOf(thrown)
  if (status === undefined) return undefined
  const because = (remedy: string) =>
    new UserError(
      `GitHub refused to ${to} in ${repository} (${status}: ${(thrown as Error).message}); ${remedy}`,
      { cause: thrown },
    )
  if (status === 429 || (status === 403 && /rate limit/i.test((thrown as Error).message)))
    return because('the rate limit is used up: run the job again later, or use the token of a GitHub App')
  if (status === 401) return because('the token is invalid or has expired: give another one')
  if (status === 403)
    return because(`the token lacks '${permission}': grant it in the workflow's permissions`)
  if (status === 404)
    return because(
      `check the repository's name, and that the token may see it with '${permission}' (github.token reaches only the workflow's own repository)`,
    )
  if (status >= 500) return because('the server failed: run the job again')
  return undefined
}
