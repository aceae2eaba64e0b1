import { statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import type { AnsibleCfg } from '../ansible-cfg.ts'
import { CALLBACK } from '../callback.ts'
import type { SshSettings } from '../ssh/settings.ts'

/** Writes our plugin, and gives the environment of all Ansible programs, without our own inputs, which hold secrets. */
export async function ansibleEnvironment(
  cfg: AnsibleCfg,
  ssh: SshSettings,
  inventories: readonly string[],
  world: Pick<World, 'env' | 'folder'>,
): Promise<Readonly<Record<string, string | undefined>>> {
  const folder = await world.folder()
  const plugins = join(folder, 'callbacks')
  await mkdir(plugins, { mode: 0o700 })
  await writeFile(join(plugins, 'gitops_actions_results.py'), CALLBACK, { mode: 0o600 })
  const isFiles = inventories.every(path => statSync(path).isFile())
  return environment(world.env, { cfg, plugins, ssh, folder, isStrict: isFiles })
}

/** The environment, from that of the step. */
export function environment(
  env: NodeJS.ProcessEnv,
  {
    cfg,
    plugins,
    ssh,
    folder,
    isStrict,
  }: {
    readonly cfg: AnsibleCfg
    readonly plugins: string
    readonly ssh: SshSettings
    readonly folder: string
    /** Whether every inventory must be readable; a folder may hold other files. */
    readonly isStrict: boolean
  },
): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))
  const otherPlugins = env.ANSIBLE_CALLBACK_PLUGINS || cfg.callbackPlugins
  const inventoryPlugins = env.ANSIBLE_INVENTORY_ENABLED || cfg.inventoryPlugins
  return {
    ...Object.fromEntries(kept),
    ...(cfg.path !== undefined && { ANSIBLE_CONFIG: cfg.path }),
    ANSIBLE_CALLBACK_PLUGINS: [plugins, ...(otherPlugins ? [otherPlugins] : [])].join(':'),
    // Without it a missing or broken inventory is a success.
    ANSIBLE_INVENTORY_UNPARSED_FAILED: 'True',
    ...(isStrict && { ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED: 'True' }),
    // What Ansible decrypts or renders on its way to a host.
    ANSIBLE_LOCAL_TEMP: join(folder, 'tmp'),
    // A repository may have switched off what our own inventories are read by.
    ...(inventoryPlugins && { ANSIBLE_INVENTORY_ENABLED: `${inventoryPlugins},ini` }),
    ...(ssh.controlFolder !== undefined && { ANSIBLE_SSH_CONTROL_PATH_DIR: ssh.controlFolder }),
  }
}
