import { done, type Outcome, type StepCall } from '../../job/world.ts'
import { downloadArtifact, uploadArtifact } from './artifacts.ts'
import { configureAwsCredentials } from './aws.ts'
import { createGithubAppToken } from './github-app.ts'
import { setupInfracost } from './infracost.ts'
import { firstLine, type StandIn } from './stand-in.ts'
import { setupOpentofu, setupTerraform } from './terraform.ts'

/** By the action's name, lower case, without its ref. */
export const standIns: Readonly<Record<string, StandIn>> = {
  'actions/upload-artifact': uploadArtifact,
  'actions/download-artifact': downloadArtifact,
  'actions/create-github-app-token': createGithubAppToken,
  'aws-actions/configure-aws-credentials': configureAwsCredentials,
  'hashicorp/setup-terraform': setupTerraform,
  'opentofu/setup-opentofu': setupOpentofu,
  'infracost/actions/setup': setupInfracost,
  'docker/setup-buildx-action': {
    inputs: ['driver', 'driver-opts', 'platforms', 'install', 'use', 'cleanup', 'version', 'buildkitd-flags'],
    notPlayed: [
      'name',
      'endpoint',
      'buildkitd-config',
      'buildkitd-config-inline',
      'append',
      'keep-state',
      'cache-binary',
    ],
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
  'actions/setup-python': {
    inputs: ['python-version', 'cache', 'cache-dependency-path'],
    notPlayed: [
      'python-version-file',
      'architecture',
      'check-latest',
      'token',
      'update-environment',
      'allow-prereleases',
      'freethreaded',
      'pip-version',
      'pip-install',
    ],
    play: async call => ({
      standIn: `took ${await firstLine(call, 'python3', ['--version'])} of this machine`,
    }),
  },
  'actions/setup-node': {
    inputs: ['node-version', 'cache', 'cache-dependency-path'],
    notPlayed: [
      'node-version-file',
      'architecture',
      'check-latest',
      'registry-url',
      'scope',
      'token',
      'mirror',
      'mirror-token',
      'package-manager-cache',
    ],
    play: async call => ({
      standIn: `took Node ${await firstLine(call, 'node', ['--version'])} of this machine`,
    }),
  },
  'actions/cache': {
    inputs: [
      'path',
      'key',
      'restore-keys',
      'enablecrossosarchive',
      'upload-chunk-size',
      'fail-on-cache-miss',
    ],
    required: ['path', 'key'],
    notPlayed: ['lookup-only', 'save-always'],
    async play({ with: given }) {
      if (given['fail-on-cache-miss'] === 'true')
        throw new Error(
          `Failed to restore cache entry. Input key: ${given.key}: the rehearsal keeps no cache`,
        )
      return { outputs: { 'cache-hit': '' }, standIn: 'kept no cache: every run starts cold' }
    },
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
