import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import { type AnsibleCfg, ansibleCfg } from '../ansible-cfg.ts'
import { CALLBACK } from '../callback.ts'
import type { SshSettings } from '../ssh/settings.ts'

// config/base.yml of ansible-core, ssh_args.
const DEFAULT_SSH_ARGS = '-C -o ControlMaster=auto -o ControlPersist=60s'

/** Writes our plugin, and gives the environment of all Ansible programs, without our own inputs, which hold secrets. */
export async function ansibleEnvironment(
  playbook: string,
  ssh: SshSettings,
  world: Pick<World, 'env' | 'context' | 'folder'>,
): Promise<Readonly<Record<string, string | undefined>>> {
  const folder = await world.folder()
  const plugins = join(folder, 'callbacks')
  await mkdir(plugins, { mode: 0o700 })
  await writeFile(join(plugins, 'gitops_actions_results.py'), CALLBACK, { mode: 0o600 })
  const cfg = await ansibleCfg(playbook, world.context.workspace, world.env)
  return environment(world.env, { cfg, plugins, ssh, folder })
}

/** The environment, from that of the step. */
export function environment(
  env: NodeJS.ProcessEnv,
  {
    cfg,
    plugins,
    ssh,
    folder,
  }: {
    readonly cfg: AnsibleCfg
    readonly plugins: string
    readonly ssh: SshSettings
    readonly folder: string
  },
): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))
  const otherPlugins = env.ANSIBLE_CALLBACK_PLUGINS || cfg.callbackPlugins
  const otherSshArgs = env.ANSIBLE_SSH_ARGS ?? cfg.sshArgs ?? DEFAULT_SSH_ARGS
  return {
    ...Object.fromEntries(kept),
    ...(cfg.path !== undefined && { ANSIBLE_CONFIG: cfg.path }),
    ANSIBLE_CALLBACK_PLUGINS: [plugins, ...(otherPlugins ? [otherPlugins] : [])].join(':'),
    // Without it a missing or broken inventory is a success.
    ANSIBLE_INVENTORY_UNPARSED_FAILED: 'True',
    // What Ansible decrypts or renders on its way to a host.
    ANSIBLE_LOCAL_TEMP: join(folder, 'tmp'),
    ANSIBLE_SSH_ARGS: `${ssh.args.map(word).join(' ')} ${otherSshArgs}`,
    ...(ssh.controlFolder !== undefined && { ANSIBLE_SSH_CONTROL_PATH_DIR: ssh.controlFolder }),
  }
}

/** Ansible splits it as a shell would (shlex). */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`
}
