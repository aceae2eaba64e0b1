import { messageOf, UserError } from '../../../toolkit/action/errors.ts'
import { ExecError } from '../../../toolkit/exec/exec.ts'
import type { Credentials } from '../../../toolkit/oci/registry.ts'
import { retry } from '../../../toolkit/retry/retry.ts'
import type { Engine, Site } from './engines/engine.ts'
import { loginMayPass } from './failures.ts'

/**
 * Logs the builder in.
 * @param accepted settles when the registry has answered us, with the same credentials: rejected where it refused them.
 * Undefined where nobody asks it.
 * @throws UserError
 */
export async function logIn(
  engine: Engine,
  site: Site,
  host: string,
  credentials: Credentials,
  accepted: Promise<unknown> | undefined,
): Promise<void> {
  let known = false
  const attempt = async () => {
    try {
      await engine.login(site, host, credentials)
    } catch (thrown) {
      await accepted
      known = accepted !== undefined
      throw thrown
    }
  }
  try {
    await retry(attempt, {
      attempts: 3,
      delay: 1_000,
      signal: site.signal,
      // The engine takes a registry's 503 for "no login needed", and then says 401 for a password that is right.
      retryable: thrown => thrown instanceof ExecError && (known || loginMayPass(thrown)),
    })
  } catch (thrown) {
    if (!(thrown instanceof ExecError)) throw thrown
    throw new UserError(`cannot log in to ${host} as '${credentials.username}': ${messageOf(thrown)}`)
  }
}
