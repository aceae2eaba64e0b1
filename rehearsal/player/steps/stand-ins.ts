import { exec } from '../../../toolkit/exec/exec.ts'
import { done, type Outcome, type StepCall } from '../job/world.ts'
import { environmentOf } from './process.ts'

/** Something small that takes the place of an action that cannot be downloaded here. */
interface StandIn {
  /** The inputs it understands; any other is refused before the run. */
  readonly inputs: readonly string[]
  /** Does what is needed, and says what that was. */
  readonly play: (call: StepCall) => Promise<Partial<Outcome> & { standIn: string }>
}

/** By the action's name, lower case, without its ref. */
export const standIns: Readonly<Record<string, StandIn>> = {
  'docker/setup-buildx-action': {
    inputs: ['driver', 'driver-opts', 'platforms', 'install', 'use', 'cleanup', 'version', 'buildkitd-flags'],
    async play(call) {
      const version = await firstLine(call, 'docker', ['buildx', 'version'])
      return {
        outputs: { name: 'default', driver: 'docker' },
        standIn: `took the builder of the engine on this machine (${version}) instead of starting a BuildKit container`,
      }
    },
  },
  'docker/setup-qemu-action': {
    inputs: ['platforms', 'image', 'cache-image'],
    play: async () => ({ standIn: 'installed no emulators: images are built for this machine alone' }),
  },
  'aws-actions/configure-aws-credentials': {
    inputs: [
      'aws-region',
      'role-to-assume',
      'role-session-name',
      'role-duration-seconds',
      'mask-aws-account-id',
      'allowed-account-ids',
    ],
    play: configureAws,
  },
  'hashicorp/setup-terraform': {
    inputs: ['terraform_version', 'terraform_wrapper'],
    async play(call) {
      const found = await firstLine(call, 'terraform', ['version'])
      const wanted = call.with.terraform_version
      return {
        standIn: `took the Terraform of this machine (${found})${wanted ? `; asked for was ${wanted}` : ''}`,
      }
    },
  },
  'actions/setup-python': {
    inputs: ['python-version', 'cache', 'cache-dependency-path'],
    play: async call => ({
      standIn: `took ${await firstLine(call, 'python3', ['--version'])} of this machine`,
    }),
  },
  'actions/setup-node': {
    inputs: ['node-version', 'cache', 'cache-dependency-path'],
    play: async call => ({
      standIn: `took Node ${await firstLine(call, 'node', ['--version'])} of this machine`,
    }),
  },
  'actions/cache': {
    inputs: ['path', 'key', 'restore-keys'],
    play: async () => ({ outputs: { 'cache-hit': '' }, standIn: 'kept no cache: every run starts cold' }),
  },
}

/** Plays a stand-in; the log says that it is one. */
export async function playStandIn(action: string, call: StepCall): Promise<Outcome> {
  const standIn = standIns[action]
  if (standIn === undefined) throw new Error(`nothing stands in for '${action}'`)
  const outcome = await standIn.play(call)
  call.show(`Stand-in for ${action}: ${outcome.standIn}`)
  return { ...done, ...outcome }
}

/** The AWS endpoint of the rehearsal takes any key; what matters is that the job may ask for one. */
async function configureAws({
  with: given,
  world,
}: StepCall): Promise<Partial<Outcome> & { standIn: string }> {
  const region = given['aws-region']
  if (!region) throw new Error('Input required and not supplied: aws-region')
  const role = given['role-to-assume']
  if (role && world.permissions['id-token'] !== 'write')
    throw new Error("Could not load credentials: the job lacks the permission 'id-token: write'")
  const secret = 'rehearsal-secret-access-key'
  world.masks.add(secret)
  return {
    outputs: { 'aws-account-id': /^arn:aws:iam::(\d{12}):/.exec(role ?? '')?.[1] ?? '123456789012' },
    env: {
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: 'AKIAREHEARSALREHEARS',
      AWS_SECRET_ACCESS_KEY: secret,
      AWS_SESSION_TOKEN: 'rehearsal-session-token',
    },
    standIn: `set credentials that the AWS endpoint of the rehearsal takes${role ? `, in the place of ${role}` : ''}`,
  }
}

async function firstLine(call: StepCall, program: string, args: string[]): Promise<string> {
  const { stdout } = await exec(program, args, { env: environmentOf(call), signal: call.signal })
  return stdout.split('\n')[0]?.trim() ?? ''
}
