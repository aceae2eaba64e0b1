import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { World } from '../../../../toolkit/action/run.ts'
import { ExecError } from '../../../../toolkit/exec/exec.ts'
import type { Destination } from './destination.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import type { SshSettings } from './settings.ts'

/** Whether a host is ready; else why not, in words that go on after its name. */
export type Readiness =
  | { readonly ready: true; readonly warning?: string; readonly note?: string }
  | { readonly ready: false; readonly why: string }

/** What logging in needs of the world. */
export type SshWorld = Pick<World, 'exec' | 'env'>

const CONNECT_TIMEOUT = 10
/** Waits for the end of first boot, where cloud-init does that. */
const READY_COMMAND = "sh -c 'if command -v cloud-init >/dev/null 2>&1; then cloud-init status --wait; fi'"

/**
 * Logs in once, and waits for the end of first boot.
 * @param deadline in milliseconds since 1970
 * @throws only where the signal is aborted.
 */
export async function login(
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

/** The arguments of ssh for a host. @param options more of them, after those of every host. */
export function target(
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
