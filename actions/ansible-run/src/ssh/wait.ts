import { setTimeout as sleep } from 'node:timers/promises'
import type { Destination } from './destination.ts'
import { login, type Readiness, type SshWorld, target } from './login.ts'
import { probe } from './probe.ts'
import type { Refusal } from './refusal.ts'
import type { SshSettings } from './settings.ts'

const PAUSE = 1000
/** First boot starts sshd seconds before it installs the keys. */
const KEY_PATIENCE = 45_000
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
