import { UserError } from '../../../../toolkit/action/errors.ts'
import type { ExecError } from '../../../../toolkit/exec/exec.ts'
import type { Source } from './breakdown.ts'

/** Why Infracost ended with an error, and what to do about it. */
export function refusal(
  { result }: ExecError,
  { directory, mask }: Pick<Source, 'directory' | 'mask'>,
): UserError {
  const said = `${result.stderr}\n${result.stdout}`.trim()
  if (/invalid api key/i.test(said))
    return new UserError(
      "the price server does not take this API key: check 'api-key' (or INFRACOST_API_KEY); the key of your organisation is at https://dashboard.infracost.io",
    )
  const words = said.split('\n').slice(-10).join('\n')
  return new UserError(`Infracost failed on '${directory}' with exit code ${result.code}: ${mask(words)}`)
}

/** Infracost calls it an error of the project where it is given something that is no Terraform. */
export function refusalIn(
  errors: readonly string[],
  { directory, path, kind }: Pick<Source, 'directory' | 'path' | 'kind'>,
): UserError | undefined {
  if (!errors.some(error => /could not detect path type/.test(error))) return undefined
  return new UserError(
    kind === 'plan'
      ? `'${path}' is no plan that Infracost can read; make it with: terraform show -json PLANFILE`
      : `'${directory}' holds no Terraform that Infracost finds; name a root module in 'directories'`,
  )
}

/** What the price server did wrong, where it is the server and not the code; undefined where it is not. */
export function serverFault(errors: readonly string[]): string | undefined {
  return errors.find(error =>
    /Error sending API request|Invalid API response|Received error from API/.test(error),
  )
}
