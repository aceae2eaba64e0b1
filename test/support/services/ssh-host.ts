import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { startDaemon } from './daemon.ts'
import { openPremises } from './premises.ts'

/** A real SSH server on loopback that lets one key in, as the user that runs it. */
export interface SshHost extends AsyncDisposable {
  /** `ssh://USER@127.0.0.1:PORT`; a path comes after it. */
  readonly url: string
  readonly port: number
  /** The private key that is let in, as OpenSSH writes it. */
  readonly privateKey: string
  /** The server's own key, as a line of known_hosts has it after the host. */
  readonly hostKey: string
  /** The home folder that a login has. */
  readonly home: string
}

/** For a host that comes up late, or anew under the same address. */
export interface SshHostOptions {
  /** Where to listen; default: a free port. */
  readonly port?: number
  /** The private key to let in; default: a new one. */
  readonly privateKey?: string
}

/**
 * Starts an SSH server.
 * @throws UserError where we are not root, as sshd separates its privileges.
 */
export async function startSshHost(options: SshHostOptions = {}): Promise<SshHost> {
  if (process.getuid?.() !== 0) throw new UserError('only root can start an SSH server; run this as root')
  const sshd = await program('sshd')
  const premises = await openPremises('ssh')
  try {
    const [host, user] = await Promise.all([
      makeKey(premises.folder, 'host'),
      makeKey(premises.folder, 'user', options.privateKey),
    ])
    const port = options.port ?? (await freePort())
    const config = join(premises.folder, 'sshd_config')
    await writeFile(config, configuration(port, premises.folder))
    // sshd's own place for the unprivileged half; Debian makes it when the service starts, which it does not here.
    await mkdir('/run/sshd', { recursive: true, mode: 0o755 })
    await startDaemon(premises, {
      program: sshd,
      args: ['-D', '-e', '-f', config],
      ready: log => {
        if (!log.includes(`Server listening on 127.0.0.1 port ${port}`))
          throw new Error('it does not listen yet')
      },
    })
    return {
      url: `ssh://${userInfo().username}@127.0.0.1:${port}`,
      port,
      privateKey: user.secret,
      hostKey: host.open,
      home: premises.folder,
      [Symbol.asyncDispose]: () => premises[Symbol.asyncDispose](),
    }
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}

function configuration(port: number, folder: string): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'user.pub')}`,
    'PidFile none',
    'AuthenticationMethods publickey',
    'PermitRootLogin prohibit-password',
    // The key's folder lies under a world-writable one, as temporary folders do.
    'StrictModes no',
    'UsePAM no',
    // A home of its own, so that no one's .bashrc slows it down, and what Ansible leaves there goes too.
    `SetEnv HOME=${folder}`,
    'Subsystem sftp internal-sftp',
    'LogLevel VERBOSE',
    '',
  ].join('\n')
}

/**
 * Makes a key pair in a folder, or takes a given private key.
 * @returns the private key, and the public one as known_hosts and authorized_keys have it: type and key.
 */
export async function makeKey(
  folder: string,
  name: string,
  given?: string,
): Promise<{ secret: string; open: string }> {
  const path = join(folder, name)
  const keygen = await program('ssh-keygen')
  if (given === undefined) await exec(keygen, ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', path])
  else {
    await writeFile(path, given, { mode: 0o600 })
    await writeFile(`${path}.pub`, (await exec(keygen, ['-y', '-f', path])).stdout)
  }
  const open = (await readFile(`${path}.pub`, 'utf8')).trim().split(' ').slice(0, 2).join(' ')
  return { secret: await readFile(path, 'utf8'), open }
}

/** A port of loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
