import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { program } from '../test/support/programs/program.ts'
import { startDaemon } from '../test/support/services/daemon.ts'
import type { Engine } from '../test/support/services/engine.ts'
import { openPremises } from '../test/support/services/premises.ts'
import { type Server, startServer } from '../test/support/services/server.ts'
import { exec } from '../toolkit/exec/exec.ts'
import type { RegistryAccess } from './inspect/registry.ts'
import { openToReaders } from './public-registry.ts'

/** What Terraform's output `hosts` tells of one server. */
export interface Host {
  /** Where the world reaches it; here nobody does. */
  readonly address: string
  readonly groups: readonly string[]
}

/** A server that runs, in the place of one at AWS. */
export interface Machine extends Server {
  readonly name: string
  readonly host: Host
}

/** The servers behind the addresses that Terraform told. */
export interface Machines extends AsyncDisposable {
  /** Boots those that do not run yet; returns all that run. */
  boot(hosts: Readonly<Record<string, Host>>): Promise<readonly Machine[]>
  running(): readonly Machine[]
}

export interface MachineOptions {
  /** Whose containers the machines are. */
  readonly engine: Pick<Engine, 'env'>
  /** The private key that is let in. */
  readonly privateKey: string
  /** Where the machines find images, under the name that this machine has for it. */
  readonly registry: RegistryAccess & { readonly host: string }
}

const PLUGINS = '/usr/local/lib/docker/cli-plugins'

/** Nothing runs at first. */
export function openMachines({ engine, privateKey, registry }: MachineOptions): Machines {
  const running = new Map<string, Machine>()
  const stack = new AsyncDisposableStack()
  const open = once(async () => stack.use(await openToReaders(registry)))
  const bootOne = async (name: string, host: Host) => {
    const server = stack.use(await startServer({ engine, privateKey }))
    running.set(name, { ...server, name, host })
    await allEnded([
      giveCompose(server),
      open().then(async ({ port }) => stack.use(await letFind(server, registry.host, port))),
    ])
  }
  return {
    async boot(hosts) {
      const missing = Object.entries(hosts).filter(([name]) => !running.has(name))
      await allEnded(missing.map(([name, host]) => bootOne(name, host)))
      // A server may be told again under another address.
      for (const [name, host] of Object.entries(hosts)) {
        const machine = running.get(name)
        if (machine) running.set(name, { ...machine, host })
      }
      return [...running.values()]
    },
    running: () => [...running.values()],
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** Hands a machine an image that an engine has, past any registry. */
export async function giveImage(machine: Machine, engine: Pick<Engine, 'env'>, image: string): Promise<void> {
  await using premises = await openPremises('image')
  const path = join(premises.folder, 'image.tar')
  await exec(await program('docker'), ['save', '--output', path, image], {
    env: { ...process.env, ...engine.env },
  })
  await machine.exec(['docker', 'load', '--quiet'], { input: await readFile(path) })
}

/** Debian 12 has no Compose 2; its plugin is what a machine image would bring. */
async function giveCompose(server: Server): Promise<void> {
  const input = await readFile(await program('compose'))
  const install = `install -D -m 0755 /dev/stdin ${PLUGINS}/docker-compose`
  await server.exec(['sh', '-c', install], { input })
}

/** `localhost:PORT` leads from the server to the registry of this machine, through SSH. */
async function letFind(server: Server, host: string, port: number): Promise<AsyncDisposable> {
  const premises = await openPremises('tunnel')
  try {
    const [key, known] = ['key', 'known_hosts'].map(name => join(premises.folder, name)) as [string, string]
    await writeFile(key, server.privateKey, { mode: 0o600 })
    await writeFile(known, `[${server.address}]:${server.port} ${server.hostKey}\n`)
    const options = [
      ...['StrictHostKeyChecking=yes', 'IdentitiesOnly=yes', 'ExitOnForwardFailure=yes'],
      `UserKnownHostsFile=${known}`,
    ]
    await startDaemon(premises, {
      program: await program('ssh'),
      args: [
        ...['-F', 'none', '-N', '-v', '-i', key, '-p', String(server.port)],
        ...options.flatMap(option => ['-o', option]),
        ...['-R', `127.0.0.1:${new URL(`http://${host}`).port}:127.0.0.1:${port}`],
        `${server.user}@${server.address}`,
      ],
      ready: log => {
        if (!log.includes('remote forward success')) throw new Error('it does not forward yet')
      },
    })
    return premises
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}

/** Fails as Promise.all does, but not before all have ended: what is still starting could not be taken back. */
async function allEnded(all: readonly Promise<unknown>[]): Promise<void> {
  for (const each of await Promise.allSettled(all)) if (each.status === 'rejected') throw each.reason
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** How a runner reaches the machines under the addresses that Terraform told, as ~/.ssh/config says it. */
export function sshConfig(machines: readonly Machine[]): string {
  return machines
    .map(({ name, host, ip }) =>
      [`# ${name}`, `Host ${host.address}`, `  HostName ${ip}`, `  HostKeyAlias ${host.address}`, ''].join(
        '\n',
      ),
    )
    .join('\n')
}

/** The machines' own keys, as ssh-keyscan prints them. */
export function knownHosts(machines: readonly Machine[]): string {
  return machines.map(({ host, hostKey }) => `${host.address} ${hostKey}\n`).join('')
}
