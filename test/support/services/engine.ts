import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../toolkit/action/errors.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { say } from '../programs/say.ts'
import { handDownControllers } from './cgroups.ts'
import { startDaemon, systemPath } from './daemon.ts'
import { openEngineNetwork } from './engine-network.ts'
import { openPremises, type Premises } from './premises.ts'

export interface EngineOptions {
  /** Registries (`host` or `host:port`) whose certificate is not checked. Those on localhost never need it. */
  readonly insecureRegistries?: readonly string[]
  /** Variables of the daemon itself: a proxy, certificates. */
  readonly env?: Record<string, string>
}

/** A container engine, with buildx as the client's plugin. */
export interface Engine extends AsyncDisposable {
  /** DOCKER_HOST and DOCKER_CONFIG; to be added to a program's environment. */
  readonly env: { readonly DOCKER_HOST: string; readonly DOCKER_CONFIG: string }
  /** The path of the engine's socket. */
  readonly socket: string
  /** Whether the engine is our own; otherwise it is the machine's. */
  readonly private: boolean
}

/**
 * Starts a private container engine, which shares nothing with the machine's own. Only root can; for anyone else it
 * is the machine's engine, and a word to say so.
 * @throws UserError where neither is possible.
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const premises = await openPremises('engine')
  try {
    const config = await clientConfig(premises)
    const asRoot = process.getuid?.() === 0
    const host = asRoot ? await startPrivate(premises, options) : await machinesEngine(options)
    return {
      env: { DOCKER_HOST: host, DOCKER_CONFIG: config },
      socket: host.replace(/^unix:\/\//, ''),
      private: asRoot,
      [Symbol.asyncDispose]: () => premises[Symbol.asyncDispose](),
    }
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}

/** A DOCKER_CONFIG of its own, so that no login or builder of the user is seen or changed. */
async function clientConfig(premises: Premises): Promise<string> {
  const config = join(premises.folder, 'config')
  await mkdir(join(config, 'cli-plugins'), { recursive: true, mode: 0o700 })
  await writeFile(join(config, 'config.json'), '{}\n', { mode: 0o600 })
  await symlink(await program('buildx'), join(config, 'cli-plugins/docker-buildx'))
  return config
}

async function startPrivate(premises: Premises, options: EngineOptions): Promise<string> {
  const dockerd = await program('dockerd')
  const docker = await program('docker')
  await handDownControllers()
  const { bridge, pool } = await openEngineNetwork(premises)
  const host = `unix://${join(premises.folder, 'docker.sock')}`
  const configFile = join(premises.folder, 'daemon.json')
  const settings = {
    hosts: [host],
    'data-root': join(premises.folder, 'data'),
    'exec-root': join(premises.folder, 'exec'),
    pidfile: join(premises.folder, 'dockerd.pid'),
    bridge,
    'default-address-pools': [{ base: pool, size: 24 }],
    iptables: false,
    'ip-masq': false,
    'insecure-registries': options.insecureRegistries ?? [],
    'shutdown-timeout': 3,
  }
  await writeFile(configFile, JSON.stringify(settings))
  premises.holdEngine(docker, host)
  await startDaemon(premises, {
    program: dockerd,
    args: ['--config-file', configFile],
    env: { ...options.env },
    ready: () => exec(docker, ['version'], { env: { ...process.env, DOCKER_HOST: host }, timeout: 10_000 }),
  })
  return host
}

async function machinesEngine(options: EngineOptions): Promise<string> {
  const host = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock'
  if (options.insecureRegistries || options.env)
    throw new UserError('only root can start a container engine with settings of its own; run this as root')
  const docker = await program('docker')
  const env = { ...process.env, PATH: systemPath(), DOCKER_HOST: host }
  const { code } = await exec(docker, ['version'], { env, timeout: 10_000, accept: 'any' })
  if (code !== 0)
    throw new UserError(
      `no container engine answers at ${host}, and only root can start a private one; start Docker, or run as root`,
    )
  say(`Using the machine's container engine at ${host}, because only root can start a private one`)
  return host
}
