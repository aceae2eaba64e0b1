import { UserError } from '../../../../toolkit/action/errors.ts'
import type { Credentials } from '../../../../toolkit/oci/registry.ts'
import type { Secrets } from '../../../../toolkit/redact/secrets.ts'
import type { Target } from '../target.ts'
import { type AwsWorld, clientSettings, explainAws } from './aws.ts'

// The only region that hands out tokens for public.ecr.aws.
const PUBLIC_REGION = 'us-east-1'

/**
 * Gets a password for ECR, good for 12 hours and for every registry that the job's role may use.
 * @throws UserError where AWS gives none.
 */
export async function ecrCredentials(
  target: Target,
  world: AwsWorld & { secrets: Secrets },
): Promise<Credentials> {
  const isPublic = target.kind === 'ecr-public'
  const token = await (isPublic ? publicToken(world) : privateToken(target.region as string, world)).catch(
    thrown => {
      throw explainAws(
        thrown,
        'log in to ECR',
        isPublic
          ? 'ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken'
          : 'ecr:GetAuthorizationToken',
      )
    },
  )
  const [username = '', password] = Buffer.from(token ?? '', 'base64')
    .toString('utf8')
    .split(/:(.*)/s)
  if (!token || !password) throw new UserError('cannot log in to ECR: AWS answered without a token')
  // The user name is AWS, and the host is no secret either: a masked word would empty every output that holds it.
  world.secrets.add(token)
  world.secrets.add(password)
  return { username, password }
}

async function privateToken(region: string, world: AwsWorld): Promise<string | undefined> {
  const { ECRClient, GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr')
  const client = new ECRClient(await clientSettings(region, world))
  const answer = await client.send(new GetAuthorizationTokenCommand({}), { abortSignal: world.signal })
  client.destroy()
  return answer.authorizationData?.[0]?.authorizationToken
}

async function publicToken(world: AwsWorld): Promise<string | undefined> {
  const { ECRPUBLICClient, GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr-public')
  const client = new ECRPUBLICClient(await clientSettings(PUBLIC_REGION, world))
  const answer = await client.send(new GetAuthorizationTokenCommand({}), { abortSignal: world.signal })
  client.destroy()
  return answer.authorizationData?.authorizationToken
}
