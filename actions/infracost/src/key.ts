import { UserError } from '../../../toolkit/action/errors.ts'
import type { World } from '../../../toolkit/action/run.ts'

/**
 * The key for the price server; undefined in the workflow of a fork's pull request, which GitHub gives no secrets.
 * @throws UserError where there is none, saying where to get one.
 */
export function apiKey(given: string | undefined, { env, context, secrets }: World): string | undefined {
  const key = given ?? (env.INFRACOST_API_KEY?.trim() || undefined)
  if (key !== undefined) {
    secrets.add(key)
    return key
  }
  const head = context.event.pull_request?.head
  if (head && head.repo?.full_name !== context.repository) return undefined
  throw new UserError(
    "there is no API key for Infracost: give 'api-key' from a secret, or set INFRACOST_API_KEY; a key is free with `infracost auth login`, or at https://dashboard.infracost.io",
  )
}
