import type { StandIn } from './stand-in.ts'

const ACCOUNT = '123456789012'

/**
 * aws-actions/configure-aws-credentials. The AWS endpoint of the rehearsal takes any key; what matters is that the job
 * may ask for one, and what its steps then have in their environment.
 */
export const configureAwsCredentials: StandIn = {
  inputs: [
    'aws-region',
    'role-to-assume',
    'role-session-name',
    'role-duration-seconds',
    'role-skip-session-tagging',
    'audience',
    'aws-access-key-id',
    'aws-secret-access-key',
    'aws-session-token',
    'mask-aws-account-id',
    'allowed-account-ids',
    'output-credentials',
    'output-env-credentials',
    'unset-current-credentials',
    'disable-retry',
    'retry-max-attempts',
  ],
  notPlayed: [
    'web-identity-token-file',
    'role-chaining',
    'role-external-id',
    'inline-session-policy',
    'managed-session-policies',
    'http-proxy',
    'no-proxy',
    'special-characters-workaround',
    'use-existing-credentials',
    'force-skip-oidc',
    'action-timeout-s',
  ],
  required: ['aws-region'],
  async play({ with: given, world }) {
    const region = given['aws-region']
    if (!region) throw new Error('Input required and not supplied: aws-region')
    const role = given['role-to-assume']
    if (!given['aws-access-key-id'] && world.permissions['id-token'] !== 'write')
      throw new Error(
        role
          ? "Could not load credentials: the job lacks the permission 'id-token: write'"
          : 'Credentials could not be loaded, please check your action inputs',
      )
    const account = /^arn:aws[\w-]*:iam::(\d{12}):/.exec(role ?? '')?.[1] ?? ACCOUNT
    const keys = role ? OF_THE_ROLE : given['aws-access-key-id'] ? givenKeys(given) : OF_THE_ROLE
    const secrets = [keys['aws-secret-access-key'], keys['aws-session-token']]
    if (given['mask-aws-account-id'] === 'true') secrets.push(account)
    for (const secret of secrets) if (secret) world.masks.add(secret)
    const variables = Object.entries(keys).map(([name, value]) => [
      name.replaceAll('-', '_').toUpperCase(),
      value,
    ])
    return {
      outputs: { 'aws-account-id': account, ...(given['output-credentials'] === 'true' && keys) },
      env: {
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        ...(given['output-env-credentials'] !== 'false' && Object.fromEntries(variables)),
      },
      standIn:
        keys === OF_THE_ROLE
          ? `set credentials that the AWS endpoint of the rehearsal takes${role ? `, in the place of ${role}` : ''}`
          : 'passed on the credentials that were given; no one at AWS was asked',
    }
  },
}

type Keys = Readonly<Record<string, string>>

const OF_THE_ROLE: Keys = {
  'aws-access-key-id': 'AKIAREHEARSALREHEARS',
  'aws-secret-access-key': 'rehearsal-secret-access-key',
  'aws-session-token': 'rehearsal-session-token',
}

/** A role gives keys of its own; without one those that were given are passed on. */
function givenKeys(given: Keys): Keys {
  return Object.fromEntries(
    Object.keys(OF_THE_ROLE).flatMap(name => (given[name] ? [[name, given[name]]] : [])),
  )
}
