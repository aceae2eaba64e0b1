import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { World } from '../../../../toolkit/action/run.ts'
import { ExecError } from '../../../../toolkit/exec/exec.ts'
import type { Destination } from './destination.ts'
import { READY_COMMAND, type Refusal, refusalOf } from './login.ts'
import { probe } from './probe.ts'
import type { SshSettings } from './settings.ts'

/** Whether a host is ready; else why not, in words that go on after its name. */
export type Readiness =
  | { readonly ready: true; readonly warning?: string; readonly note?: string }
  | { readonly ready: false; readonly why: string }

type SshWorld = Pick<World, 'exec' | 'env'>

const PAUSE = 1000
/** First boot starts sshd seconds before it installs the keys. */
const KEY_PATIENCE = 45_000
const CONNECT_TIMEOUT = 10
/** Logins at once: a jump host refuses some of more (sshd_config(5), MaxStartups). */
const atOnce = limiter(10)

/**
 * Waits until a host lets us in and its first boot is done.
 * @param how `deadline` in milliseconds since 1970; `seconds`: what was asked for, to be told.
 * @throws only where the signal is aborted.
 */
export async function waitForHost(
  host: Destination,
  {
    ssh,
    deadline,
    seconds,
  }: { readonly ssh: SshSettings; readonly deadline: number; readonly seconds: number },
  world: SshWorld,
  signal: AbortSignal,
): Promise<Readiness> {
  const isRedirected = ssh.redirects || host.args.length > 0
  const route = isRedirected ? await routeOf(host, ssh, world, signal) : direct(host)
  let firstRefused: number | undefined
  for (;;) {
    const refusal =
      (await greeting(route, signal)) ?? (await atOnce(() => login(host, ssh, deadline, world, signal)))
    if (!('kind' in refusal)) return refusal
    if (refusal.kind === 'key' && (host.user === undefined || !ssh.hasKey))
      return { ready: true, note: `${refusal.why}; going on, as the playbook may name another` }
    const now = Date.now()
    if (refusal.kind === 'key') firstRefused ??= now
    const isFinal = refusal.kind === 'final' || now - (firstRefused ?? now) > KEY_PATIENCE
    if (isFinal) return { ready: false, why: refusal.why }
    if (now + PAUSE >= deadline)
      return { ready: false, why: `${refusal.why} (after ${seconds} s of 'wait-for-ssh')` }
    await sleep(PAUSE, undefined, { signal })
  }
}

/** The address and port that ssh connects to; undefined where another host or a command does it for us. */
type Route = { readonly address: string; readonly port: number } | undefined

function direct({ address, port = 22 }: Destination): Route {
  return { address, port }
}

async function routeOf(
  host: Destination,
  ssh: SshSettings,
  { exec, env }: SshWorld,
  signal: AbortSignal,
): Promise<Route> {
  const { code, stdout } = await exec('ssh', [...target(host, ssh, ['-G'])], { accept: 'any', signal, env })
  // ssh itself will tell what is wrong.
  if (code !== 0) return undefined
  const setting = (name: string) => new RegExp(`^${name} (.*)$`, 'm').exec(stdout)?.[1]
  const isProxied = [setting('proxyjump'), setting('proxycommand')].some(
    proxy => proxy !== undefined && proxy !== 'none',
  )
  return isProxied
    ? undefined
    : { address: setting('hostname') ?? host.address, port: Number(setting('port') ?? host.port ?? 22) }
}

async function greeting(route: Route, signal: AbortSignal): Promise<Refusal | undefined> {
  if (route === undefined) return undefined
  const found = await probe(route.address, route.port, signal)
  signal.throwIfAborted()
  switch (found.is) {
    case 'ssh':
      return undefined
    case 'silent':
      return { kind: 'wait', why: found.why }
    case 'other':
      return {
        kind: 'final',
        why: `what answers on port ${route.port} is no SSH server: it said '${found.said}'; is the port right?`,
      }
  }
}

async function login(
  host: Destination,
  ssh: SshSettings,
  deadline: number,
  world: SshWorld,
  signal: AbortSignal,
): Promise<Refusal | Readiness> {
  if (host.password) return { ready: true }
  const shared = await loginOnce(host, ssh, sharing(host, ssh.controlFolder), { deadline, world, signal })
  // Of a connection that is to be shared, ssh hides what a jump host or a proxy command says.
  return 'kind' in shared && /^Connection closed by UNKNOWN|^kex_exchange_identification/m.test(shared.why)
    ? loginOnce(host, ssh, ['-o', 'ControlPath=none'], { deadline, world, signal })
    : shared
}

async function loginOnce(
  host: Destination,
  ssh: SshSettings,
  more: readonly string[],
  {
    deadline,
    world: { exec, env },
    signal,
  }: { readonly deadline: number; readonly world: SshWorld; readonly signal: AbortSignal },
): Promise<Refusal | Readiness> {
  const options = ['-T', '-o', 'BatchMode=yes', '-o', `ConnectTimeout=${CONNECT_TIMEOUT}`, ...more]
  try {
    const { code, stdout, stderr } = await exec('ssh', [...target(host, ssh, options), READY_COMMAND], {
      accept: 'any',
      timeout: Math.max(1000, deadline - Date.now()),
      signal,
      env,
    })
    if (code === 255) return refusalOf(stderr)
    if (code === 0 || !/status: /.test(stdout)) return { ready: true }
    const said = /status: .*/.exec(stdout)?.[0]
    return {
      ready: true,
      warning: `its first boot did not go well (cloud-init ${said}, exit code ${code}); 'cloud-init status --long' there says why`,
    }
  } catch (thrown) {
    if (!(thrown instanceof ExecError)) throw thrown
    return { kind: 'wait', why: 'it let us in, but its first boot (cloud-init) does not come to an end' }
  }
}

/** Leaves the connection open under the name by which Ansible looks for one, so that it need not log in again. */
function sharing({ address, port, user }: Destination, folder: string | undefined): string[] {
  if (folder === undefined) return []
  // ansible-core, plugins/connection/ssh.py, _create_control_path. Should it change, only time is lost.
  const seed = [address, port ?? 'None', user ?? 'None'].join('-')
  const name = createHash('sha1').update(seed).digest('hex').slice(0, 10)
  const path = `ControlPath="${join(folder, name)}"`
  return ['-o', 'ControlMaster=auto', '-o', 'ControlPersist=60s', '-o', path]
}

function target(
  { address, port, user, args }: Destination,
  ssh: SshSettings,
  options: readonly string[],
): string[] {
  return [
    ...ssh.args,
    ...options,
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...(user === undefined ? [] : ['-l', user]),
    ...args,
    address,
  ]
}

/** Lets so many run at once; the others wait for their turn. */
function limiter(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(act: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
