import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import { words } from './words.ts'

/** How ssh is called, by us and by Ansible. */
export interface SshSettings {
  /** Arguments for every host; of an option that is given twice, ssh takes the first. */
  readonly args: readonly string[]
  /** Whether the key to log in with is given; else ssh uses what the runner has, and Ansible may know another. */
  readonly hasKey: boolean
  /** Whether a configuration can send ssh to another address, or through another host, than it is told. */
  readonly redirects: boolean
  /** Where Ansible keeps the sockets of its open connections; undefined where the path would be too long for one. */
  readonly controlFolder: string | undefined
}

/** What the inputs say about SSH. */
export interface SshWish {
  readonly keyFile: string | undefined
  readonly knownHosts: string | undefined
  /** Text or path. */
  readonly config: string | undefined
  /** Arguments that the repository has for Ansible's ssh; undefined where it has none. */
  readonly args: string | undefined
}

// config/base.yml of ansible-core, ssh_args.
const DEFAULT_ARGS = '-C -o ControlMaster=auto -o ControlPersist=60s'
const OWN_CONFIG = '~/.ssh/config'
// sun_path holds 108 bytes on Linux and 104 on macOS; Ansible's name has 10, ssh's temporary ending 17.
const LONGEST_CONTROL_FOLDER = 104 - 10 - 17 - 2

/**
 * Writes a private SSH configuration: host keys are checked whatever other configuration says, then comes that, then
 * the key.
 * @throws UserError where `known-hosts` or `ssh-config` cannot be used.
 */
export async function sshSettings(
  wish: SshWish,
  world: Pick<World, 'folder' | 'context'>,
): Promise<SshSettings> {
  const folder = await world.folder()
  const knownHosts = join(folder, 'known_hosts')
  await writeFile(knownHosts, knownHostsText(wish.knownHosts), { mode: 0o600 })
  const given = wish.config === undefined ? undefined : await configText(wish.config, world.context.workspace)
  if (given !== undefined) await writeFile(join(folder, 'ssh-config-given'), given, { mode: 0o600 })
  const checking = hostKeyOptions(knownHosts, wish.knownHosts !== undefined)
  const key: Option[] = wish.keyFile === undefined ? [] : [['IdentityFile', quoted(wish.keyFile)]]
  const config = join(folder, 'ssh-config')
  const include = given === undefined ? OWN_CONFIG : quoted(join(folder, 'ssh-config-given'))
  await writeFile(config, configuration(checking, include, key), { mode: 0o600 })
  const controlFolder = join(folder, 'cp')
  await mkdir(controlFolder, { mode: 0o700 })
  return {
    // On the command line too: what an inventory adds there would win over a file, and could name another file.
    args: [
      '-F',
      config,
      ...[...checking, ...key].flatMap(([name, value]) => ['-o', `${name}=${value}`]),
      ...words(wish.args ?? DEFAULT_ARGS),
    ],
    hasKey: wish.keyFile !== undefined,
    redirects: given !== undefined || wish.args !== undefined || existsSync(join(homedir(), '.ssh/config')),
    controlFolder: Buffer.byteLength(controlFolder) <= LONGEST_CONTROL_FOLDER ? controlFolder : undefined,
  }
}

type Option = readonly [name: string, value: string]

/** Known hosts that were given are all that is trusted; else a host that nobody knows is trusted at first sight. */
function hostKeyOptions(knownHosts: string, strict: boolean): Option[] {
  return [
    ['StrictHostKeyChecking', strict ? 'yes' : 'accept-new'],
    ['UserKnownHostsFile', strict ? quoted(knownHosts) : `${quoted(knownHosts)} ~/.ssh/known_hosts`],
    // The machine's own list is no part of what was given.
    ...(strict ? [['GlobalKnownHostsFile', quoted(knownHosts)] as const] : []),
    ['UpdateHostKeys', 'no'],
    ['NoHostAuthenticationForLocalhost', 'no'],
  ]
}

function configuration(checking: readonly Option[], include: string, key: readonly Option[]): string {
  const settings = (options: readonly Option[]) => options.map(([name, value]) => `  ${name} ${value}`)
  return [
    // What ssh finds first counts. Jump hosts are reached by an ssh of their own, which reads this file too.
    'Host *',
    ...settings(checking),
    `Include ${include}`,
    'Host *',
    // Further keys of an agent would use up the server's patience.
    ...settings(key.length === 0 ? [] : [...key, ['IdentitiesOnly', 'yes']]),
    '  ServerAliveInterval 15',
    '',
  ].join('\n')
}

function knownHostsText(given: string | undefined): string {
  const lines = (given ?? '').split(/\r?\n/).filter(line => line.trim() !== '' && !line.startsWith('#'))
  for (const line of lines) {
    const fields = line.trim().split(/\s+/)
    const isKey = (fields[0]?.startsWith('@') ? fields.slice(2) : fields.slice(1)).length >= 2
    if (!isKey || /^(ssh|ecdsa|sk)-/.test(fields[0]!))
      throw new UserError(
        `input 'known-hosts' has the line '${line.slice(0, 60)}', which is not 'host type key'; 'ssh-keyscan <host>' prints such lines`,
      )
  }
  return lines.map(line => `${line}\n`).join('')
}

async function configText(given: string, workspace: string): Promise<string> {
  const path = resolve(workspace, given)
  const isPath = !given.includes('\n') && existsSync(path)
  if (!isPath && !/\s/.test(given))
    throw new UserError(
      `input 'ssh-config' is '${given}', which is no file; give the path of an SSH configuration, or its text`,
    )
  const text = isPath ? await readFile(path, 'utf8') : given
  return `${text.replaceAll('\r', '')}\n`
}

function quoted(path: string): string {
  return `"${path}"`
}
