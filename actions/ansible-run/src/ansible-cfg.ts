import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

/** What of Ansible's configuration must be known: our own settings would hide it, or waiting for hosts needs it. */
export interface AnsibleCfg {
  /** The file; undefined where there is none. */
  readonly path: string | undefined
  /** `callback_plugins`, paths absolute, separated by `:`. */
  readonly callbackPlugins: string | undefined
  /** `ssh_args`. */
  readonly sshArgs: string | undefined
  /** `ssh_common_args`. */
  readonly sshCommonArgs: string | undefined
  /** `enable_plugins` of inventories. */
  readonly inventoryPlugins: string | undefined
  /** Of `vault_password_file` and `vault_identity_list`, or the variables in their place, absolute. */
  readonly vaultPasswordFiles: readonly string[]
}

/**
 * The configuration file that Ansible shall use: of ANSIBLE_CONFIG, else the `ansible.cfg` nearest to the playbook, up to
 * the workspace, else the user's or the machine's (Ansible looks for the first in the working directory only).
 */
export async function ansibleCfg(
  playbook: string,
  workspace: string,
  env: NodeJS.ProcessEnv,
): Promise<AnsibleCfg> {
  const candidates = env.ANSIBLE_CONFIG
    ? [resolve(workspace, env.ANSIBLE_CONFIG)]
    : [
        ...foldersUp(dirname(playbook), workspace).map(folder => join(folder, 'ansible.cfg')),
        join(homedir(), '.ansible.cfg'),
        '/etc/ansible/ansible.cfg',
      ]
  const path = candidates.find(existsSync)
  const text = path === undefined ? '' : await readFile(path, 'utf8')
  const plugins = setting(text, 'defaults', 'callback_plugins')
  return {
    path,
    callbackPlugins: plugins
      ?.split(':')
      .map(one =>
        resolve(dirname(path ?? ''), one.replace(/^~(?=\/)/, homedir()).replace('{{CWD}}', workspace)),
      )
      .join(':'),
    sshArgs: setting(text, 'ssh_connection', 'ssh_args'),
    sshCommonArgs: setting(text, 'ssh_connection', 'ssh_common_args'),
    inventoryPlugins: setting(text, 'inventory', 'enable_plugins'),
    vaultPasswordFiles: [
      ...[env.ANSIBLE_VAULT_PASSWORD_FILE, env.ANSIBLE_VAULT_IDENTITY_LIST].flatMap(given =>
        passwordFiles(given, workspace),
      ),
      ...['vault_password_file', 'vault_identity_list'].flatMap(name =>
        passwordFiles(setting(text, 'defaults', name), dirname(path ?? workspace)),
      ),
    ],
  }
}

/** The files in a list of `file` and `id@file`. */
function passwordFiles(given = '', folder: string): string[] {
  const files = given.split(',').map(one => one.trim().replace(/^[^@]*@/, ''))
  return files.filter(file => file !== '').map(file => resolve(folder, file.replace(/^~(?=\/)/, homedir())))
}

/** A setting of an INI file as Python's configparser reads it: lines that are indented more go on with it, the last one of its name counts. */
export function setting(ini: string, section: string, name: string): string | undefined {
  const found = new Map<string, string>()
  let [current, key, indent] = ['', '', 0]
  for (const line of ini.split(/\r?\n/)) {
    const text = line.replace(/\s;.*$/, '').trim()
    if (text === '' || /^[#;]/.test(text)) continue
    const depth = line.search(/\S/)
    if (key !== '' && depth > indent) {
      found.set(key, `${found.get(key)}\n${text}`)
      continue
    }
    const [, header] = /^\[(.+)\]/.exec(text) ?? []
    const [, option = '', value = ''] = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(text) ?? []
    indent = depth
    current = header ?? current
    key = header === undefined && option !== '' ? `${current} ${option.toLowerCase()}` : ''
    if (key !== '') found.set(key, value)
  }
  return found.get(`${section} ${name}`)
}

function foldersUp(from: string, top: string): string[] {
  const inside = relative(top, from)
  const parts = inside === '' ? [] : inside.split('/')
  return Array.from({ length: parts.length + 1 }, (_, up) => join(top, ...parts.slice(0, parts.length - up)))
}
