import { randomBytes } from 'node:crypto'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../../toolkit/action/errors.ts'
import { type ExecOptions, type ExecResult, exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { type Engine, startEngine } from './engine.ts'
import { openPremises, type Premises } from './premises.ts'
import { serverImage, USER } from './server-image.ts'
import { freePort, makeKey } from './ssh-host.ts'

/** A Debian server with systemd, its own Docker engine to be, and nothing configured yet. */
export interface Server extends AsyncDisposable {
  /** Where SSH answers; from this machine only. */
  readonly address: string
  readonly port: number
  /** Who is let in; may become root by sudo without a password. */
  readonly user: string
  /** The private key that is let in, as OpenSSH writes it. */
  readonly privateKey: string
  /** The server's own key, as a line of known_hosts has it after the host. */
  readonly hostKey: string
  /** The server's address in its network, where this machine reaches all its ports. */
  readonly ip: string
  /** Runs a program on the server, as root and past SSH: to look at what is there. */
  readonly exec: (args: readonly string[], options?: ExecOptions) => Promise<ExecResult>
}

export interface ServerOptions {
  /** The engine whose container the server is; default: one of its own. */
  readonly engine?: Pick<Engine, 'env'>
  /** The private key to let in; default: a new one. */
  readonly privateKey?: string
}

/** How long a server may take to boot, in milliseconds. */
const PATIENCE = 60_000

/**
 * Starts a server: a container that boots as a machine does. It is as isolated as root on this machine is, that is,
 * hardly. Its Docker engine lays its images on this machine's disk. Disposing of it removes all.
 * @throws UserError where we are not root.
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  if (process.getuid?.() !== 0) throw new UserError('only root can start a server; run this as root')
  const [docker, image] = [await program('docker'), await serverImage()]
  await using cleanup = new AsyncDisposableStack()
  const engine = options.engine ?? cleanup.use(await startEngine())
  const premises = cleanup.use(await openPremises('server'))
  const run = (args: readonly string[], more: ExecOptions = {}) =>
    exec(docker, args, { ...more, env: { ...process.env, ...engine.env } })

  const name = `server-${randomBytes(4).toString('hex')}`
  const port = await freePort()
  const keys = await makeSeed(premises, options.privateKey)
  await provideImage(run, image)
  premises.holdUndo(docker, '--host', engine.env.DOCKER_HOST, 'rm', '--force', '--volumes', name)
  await run(['run', '--detach', '--name', name, ...machine(premises, port), `server:${image.tag}`, ...BOOT])
  const inside: Server['exec'] = (args, more = {}) => run(['exec', '--interactive', name, ...args], more)
  await booted(inside, () => run(['logs', '--tail', '20', name]))
  await greeted(port)
  const { stdout: ip } = await run([
    'inspect',
    '--format',
    '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}',
    name,
  ])
  const held = cleanup.move()
  return {
    ...{ address: '127.0.0.1', port, user: USER, ip: ip.trim(), exec: inside },
    ...{ privateKey: keys.user.secret, hostKey: keys.host.open },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

type Run = (args: readonly string[], options?: ExecOptions) => Promise<ExecResult>

/** What a server is given to begin with: keys, and how this machine reaches Debian's packages. */
async function makeSeed(premises: Premises, privateKey: string | undefined) {
  const seed = join(premises.folder, 'seed')
  await mkdir(join(seed, 'certificates'), { recursive: true, mode: 0o700 })
  const proxies = (await exec('apt-config', ['dump'])).stdout
    .split('\n')
    .filter(line => /^Acquire::\w+::Proxy\b/i.test(line))
  await writeFile(join(seed, 'proxies.conf'), `${proxies.join('\n')}\n`)
  await cp('/usr/local/share/ca-certificates', join(seed, 'certificates'), { recursive: true }).catch(
    () => {},
  )
  const [host, user] = await Promise.all([
    makeKey(seed, 'host'),
    makeKey(premises.folder, 'user', privateKey),
  ])
  await writeFile(join(seed, 'runc'), RUNC)
  await writeFile(join(seed, 'authorized_keys'), `${user.open}\n`)
  return { host, user }
}

async function provideImage(run: Run, { archive, tag }: { archive: string; tag: string }): Promise<void> {
  const { code } = await run(['image', 'inspect', `server:${tag}`], { accept: 'any' })
  if (code !== 0) await run(['import', archive, `server:${tag}`])
}

/**
 * All that systemd and an engine need, short of `--privileged`: that asks for each capability, also for the one that
 * virtual machines tend to keep from their root.
 */
function machine(premises: Premises, port: number): string[] {
  return [
    ...['--hostname', 'server', '--publish', `127.0.0.1:${port}:22`],
    ...['--cap-add', 'ALL', '--cap-drop', WITHHELD, '--device-cgroup-rule', 'a *:* rwm'],
    ...['seccomp', 'apparmor', 'systempaths'].flatMap(what => ['--security-opt', `${what}=unconfined`]),
    ...['--cgroupns', 'private', '--env', 'container=docker'],
    ...['/run:exec', '/run/lock', '/tmp:exec'].flatMap(folder => ['--tmpfs', folder]),
    // An engine cannot lay its layers on another's.
    ...['--volume', '/var/lib/docker', '--volume', `${join(premises.folder, 'seed')}:/seed:ro`],
  ]
}

const WITHHELD = 'SYS_RESOURCE'

/** Stands before the real one in PATH: a privileged container on the server gets what the server itself has. */
const RUNC = `#!/bin/sh
for last; do [ "$before" = --bundle ] && bundle=$last; before=$last; done
[ -z "$bundle" ] || sed -i 's/"CAP_${WITHHELD}",//g' "$bundle/config.json"
PATH=/usr/sbin:/usr/bin exec runc "$@"
`

const BOOT = [
  'sh',
  '-euc',
  `install -m 0600 /seed/host /etc/ssh/ssh_host_ed25519_key
  install -d -o ${USER} -g ${USER} -m 0700 /home/${USER}/.ssh
  install -o ${USER} -g ${USER} -m 0600 /seed/authorized_keys /home/${USER}/.ssh/
  install -m 0755 /seed/runc /usr/local/sbin/
  install -m 0644 /seed/proxies.conf /etc/apt/apt.conf.d/90-proxies
  cp -R /seed/certificates/. /usr/local/share/ca-certificates/
  update-ca-certificates >/dev/null
  for mount in $(grep ' cgroup' /proc/mounts | cut -d ' ' -f 2)
  do mount -o remount,bind,rw "$mount"
  done
  exec /lib/systemd/systemd`,
]

/** A unit that does not start in a container is no reason to give up. */
async function booted(inside: Server['exec'], log: () => Promise<ExecResult>): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const { stdout, stderr } = await inside(['systemctl', 'is-system-running', '--wait'], {
      accept: 'any',
      timeout: PATIENCE,
    })
    if (['running', 'degraded'].includes(stdout.trim())) return
    if (Date.now() > deadline)
      throw new Error(`the server does not boot: ${stdout}${stderr}\n${(await log()).stderr}`)
    await sleep(100)
  }
}

/** The engine accepts connections before the server does, so the answer counts. */
async function greeted(port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE
  while (!(await greeting(port)).startsWith('SSH-2.0')) {
    if (Date.now() > deadline) throw new Error(`the server's SSH does not answer on port ${port}`)
    await sleep(100)
  }
}

function greeting(port: number): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(5_000, () => socket.destroy())
    socket.once('data', data => {
      resolve(data.toString())
      socket.destroy()
    })
    socket.once('error', () => resolve('')).once('close', () => resolve(''))
  })
}
