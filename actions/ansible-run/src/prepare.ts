import { dirname, join } from 'node:path'
import type { World } from '../../../toolkit/action/run.ts'
import { type AnsibleCfg, ansibleCfg } from './ansible-cfg.ts'
import type { Request } from './check-inputs.ts'
import { galaxyInstall } from './galaxy.ts'
import { inventoryHosts, terraformHosts } from './hosts/inventory-hosts.ts'
import { writeOwnInventory } from './hosts/own-inventory.ts'
import { writeInventory } from './hosts/write-inventory.ts'
import { type Command, playArgs } from './play/args.ts'
import { ansibleEnvironment } from './play/environment.ts'
import { playedHosts } from './play/played-hosts.ts'
import { writeKey } from './secrets/private-key.ts'
import { secretFiles } from './secrets/secret-files.ts'
import { storedPassword } from './secrets/vault-passwords.ts'
import { vaultedValues } from './secrets/vaulted-values.ts'
import type { AnsibleInputs } from './spec.ts'
import { type SshSettings, sshSettings } from './ssh/settings.ts'
import { writeSshVars } from './ssh/vars.ts'
import { waitForAll } from './ssh/wait-for-all.ts'

/** So many hosts are looked at at once; of more, most may be none of this play's. */
const FEW = 20

/** Everything is in place, and the hosts are there. */
export interface Ready {
  readonly program: string
  readonly command: Command
  readonly env: Readonly<Record<string, string | undefined>>
  readonly ssh: SshSettings
  /** The path of our own inventory, which has a group for hosts to play again on. */
  readonly ownInventory: string
}

/** Writes all private files, installs requirements and waits for the hosts. */
export async function prepare(request: Request, inputs: AnsibleInputs, world: World): Promise<Ready> {
  const { playbook, hosts, programs } = request
  const folder = await world.folder()
  const key = inputs['ssh-private-key']
  const keyFile = key === undefined ? undefined : await writeKey(key, world)
  const cfg = await ansibleCfg(join(world.context.workspace, playbook), world.context.workspace, world.env)
  const ssh = await sshSettings(
    {
      keyFile,
      knownHosts: inputs['known-hosts'],
      config: inputs['ssh-config'],
      args: world.env.ANSIBLE_SSH_ARGS ?? cfg.sshArgs,
    },
    world,
  )
  const { varsFiles, vaultIds } = await secretFiles(inputs, world)
  await learnVaulted(request, inputs, cfg, world)
  const ownInventory = await writeOwnInventory(join(folder, 'own-inventory'))
  const inventories = hosts ? [await writeInventory(join(folder, 'inventory'), hosts)] : request.inventories
  const command: Command = {
    playbook,
    inventories: [...inventories, ownInventory],
    limits: inputs.limit,
    tags: inputs.tags,
    skipTags: inputs['skip-tags'],
    user: inputs.user,
    check: inputs.check || inputs['dry-run'],
    diff: inputs.diff || inputs['dry-run'],
    varsFiles: [...varsFiles, await writeSshVars(ssh, folder)],
    vaultIds,
  }
  const env = await ansibleEnvironment(cfg, ssh, request.inventories, world)
  if (request.requirements !== undefined) await galaxyInstall(request.requirements, programs, env, world)
  const ready = { program: join(programs, 'ansible-playbook'), command, env, ssh, ownInventory }
  const defaults = {
    ...(inputs.user !== undefined && { ansible_user: inputs.user }),
    ansible_ssh_common_args: world.env.ANSIBLE_SSH_COMMON_ARGS ?? cfg.sshCommonArgs,
  }
  if (inputs['wait-for-ssh'] > 0) await untilReady(ready, request, inputs, defaults, world)
  return ready
}

async function untilReady(
  { program, command, env, ssh }: Ready,
  request: Request,
  inputs: AnsibleInputs,
  defaults: Readonly<Record<string, unknown>>,
  world: World,
): Promise<void> {
  const hosts = request.hosts
    ? terraformHosts(request.hosts, defaults)
    : await inventoryHosts(request, command, env, defaults, world)
  const played = () => playedHosts(program, playArgs(command), env, world)
  const seconds = inputs['wait-for-ssh']
  const askFirst = inputs.limit !== undefined || hosts.length > FEW
  await waitForAll(hosts, { ssh, seconds, askFirst, played }, world)
}

/** Hides what vaults of the workspace hold, those beside playbook and inventories first, in all that is written from here on. */
async function learnVaulted(
  request: Request,
  inputs: AnsibleInputs,
  cfg: AnsibleCfg,
  { context, secrets }: World,
): Promise<void> {
  const stored = await Promise.all(cfg.vaultPasswordFiles.map(storedPassword))
  const given = (inputs['vault-passwords'] ?? []).map(({ password }) => password)
  const passwords = [...given, ...stored].filter(password => password !== '')
  secrets.learn(passwords)
  if (passwords.length === 0) return
  const near = [join(context.workspace, request.playbook), ...request.inventories].map(dirname)
  const folders = [...near, context.workspace]
  secrets.learn(await vaultedValues(folders, passwords))
}
