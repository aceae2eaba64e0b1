import { UserError } from '../../../../toolkit/action/errors.ts'

/** What the calls to AWS need from the world. */
export interface AwsWorld {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** The settings of a client: hangs end, and HTTPS_PROXY and NO_PROXY hold (the SDK by itself knows no proxies). */
export async function clientSettings(region: string, { env }: AwsWorld) {
  const [{ Agent: HttpAgent }, { Agent: HttpsAgent }] = await Promise.all([
    import('node:http'),
    import('node:https'),
  ])
  return {
    region,
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: 5_000,
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
      httpAgent: new HttpAgent({ keepAlive: true, proxyEnv: env }),
      httpsAgent: new HttpsAgent({ keepAlive: true, proxyEnv: env }),
    },
  }
}

/** What AWS or its SDK said, in words that help; a thing that is not theirs comes back as it is. */
export function explainAws(thrown: unknown, doing: string, permission: string): unknown {
  if (!(thrown instanceof Error) || thrown instanceof UserError) return thrown
  if (
    /CredentialsProvider|CredentialsError|Could not load credentials/.test(`${thrown.name} ${thrown.message}`)
  )
    return new UserError(
      `cannot ${doing}: there are no AWS credentials; run aws-actions/configure-aws-credentials in an earlier step`,
    )
  if (/^(AccessDenied|UnauthorizedOperation|NotAuthorized)/.test(thrown.name))
    return new UserError(
      `cannot ${doing}: AWS refused it; the role of this job needs ${permission}. AWS says: ${thrown.message}`,
    )
  if (/^(ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientToken)/.test(thrown.name))
    return new UserError(
      `cannot ${doing}: AWS does not accept the credentials of this job: ${thrown.message}`,
    )
  if ('$metadata' in thrown || 'code' in thrown || thrown.name === 'TimeoutError')
    return new UserError(`cannot ${doing}: ${thrown.name}: ${thrown.message}`)
  return thrown
}
