import { dirname, join } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import type { Request } from './check-inputs.ts'
import { galaxyInstall } from './galaxy.ts'
import { inventoryHosts } from './hosts/inventory-hosts.ts'
import { writeInventory } from './hosts/write-inventory.ts'
import { type Command, playArgs } from './play/args.ts'
import { ansibleEnvironment } from './play/environment.ts'
import { playedHosts } from './play/played-hosts.ts'
import { writeKey } from './secrets/private-key.ts'
import { secretFiles } from './secrets/secret-files.ts'
import { vaultedValues } from './secrets/vaulted-values.ts'
import type { AnsibleInputs } from './spec.ts'
import { type SshSettings, sshSettings } from './ssh/settings.ts'
import { waitForAll } from './ssh/wait-for-all.ts'

/** Everything is in place, and the hosts are there. */
export interface Ready {
  readonly program: string
  readonly command: Command
  readonly env: Readonly<Record<string, string | undefined>>
  readonly ssh: SshSettings
}

/** Writes all private files, installs requirements and waits for the hosts. */
export async function prepare(request: Request, inputs: AnsibleInputs, world: World): Promise<Ready> {
  const { playbook, hosts, programs } = request
  const folder = await world.folder()
  const key = inputs['ssh-private-key']
  const keyFile = key === undefined ? undefined : await writeKey(key, world)
  const ssh = await sshSettings(
    { keyFile, knownHosts: inputs['known-hosts'], config: inputs['ssh-config'] },
    world,
  )
  const { varsFiles, vaultIds } = await secretFiles(inputs, world)
  await learnVaulted(request, inputs, world)
  const command: Command = {
    playbook,
    inventories: hosts ? [await writeInventory(join(folder, 'inventory'), hosts)] : request.inventories,
    limits: inputs.limit,
    tags: inputs.tags,
    skipTags: inputs['skip-tags'],
    user: inputs.user,
    check: inputs.check || inputs['dry-run'],
    diff: inputs.diff || inputs['dry-run'],
    varsFiles,
    vaultIds,
  }
  const env = await ansibleEnvironment(join(world.context.workspace, playbook), ssh, world)
  if (request.requirements !== undefined) await galaxyInstall(request.requirements, programs, env, world)
  const program = join(programs, 'ansible-playbook')
  const seconds = inputs['wait-for-ssh']
  if (seconds > 0) {
    const destinations = hosts
      ? hosts.map(host => ({ ...host, port: host.port === 22 ? undefined : host.port }))
      : await inventoryHosts(request, command, env, world)
    await waitForAll(
      destinations.map(host => ({ ...host, user: host.user ?? inputs.user })),
      {
        ssh,
        seconds,
        askFirst: inputs.limit !== undefined,
        played: () => playedHosts(program, playArgs(command), env, world),
      },
      world,
    )
  }
  return { program, command, env, ssh }
}

/** Hides what vaults hold, beside the playbook and the inventories, in everything that is written from here on. */
async function learnVaulted(
  request: Request,
  inputs: AnsibleInputs,
  { context, secrets }: World,
): Promise<void> {
  const passwords = (inputs['vault-passwords'] ?? []).map(({ password }) => password)
  if (passwords.length === 0) return
  const folders = [join(context.workspace, request.playbook), ...request.inventories].map(dirname)
  secrets.learn(await vaultedValues(folders, passwords))
}
