import { writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { startDaemon } from './daemon.ts'
import { openPremises, type Premises } from './premises.ts'
import {
  passTo,
  type RecordingProxy,
  recordingProxy,
  serveOnLoopback,
  type Target,
} from './recording-proxy.ts'

export interface RegistryOptions {
  /** Given both, the registry demands them for every request. */
  readonly username?: string
  readonly password?: string
}

/** A real OCI registry behind a proxy that records and disturbs. */
export interface Registry extends AsyncDisposable, Pick<RecordingProxy, 'requests' | 'fault' | 'heal'> {
  /** `localhost:PORT`: what stands before the first slash of a reference. Plain HTTP. */
  readonly host: string
  readonly url: string
}

/** Starts a registry with nothing in it. */
export async function startRegistry(options: RegistryOptions = {}): Promise<Registry> {
  const premises = await openPremises('registry')
  try {
    const proxy = recordingProxy(passTo(await startBackend(premises, options)))
    const front = await serveOnLoopback(createServer(proxy.listener))
    const host = `localhost:${front.port}`
    return {
      ...proxy,
      host,
      url: `http://${host}`,
      async [Symbol.asyncDispose]() {
        await front[Symbol.asyncDispose]()
        await premises[Symbol.asyncDispose]()
      },
    }
  } catch (thrown) {
    await premises[Symbol.asyncDispose]()
    throw thrown
  }
}

/**
 * Starts Docker's registry on a unix socket: nobody else can reach it, so its password cannot be walked around.
 */
export async function startBackend(
  premises: Premises,
  { username, password }: RegistryOptions,
): Promise<Target & { socketPath: string }> {
  const registry = await program('docker-registry')
  const socket = join(premises.folder, 'registry.sock')
  const config = join(premises.folder, 'registry.json')
  const settings = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: join(premises.folder, 'images') },
      delete: { enabled: true },
      maintenance: { uploadpurging: { enabled: false } },
    },
    http: { net: 'unix', addr: socket, relativeurls: true },
    ...(username && password && { auth: await demand(premises, username, password) }),
  }
  // Its configuration is YAML, of which JSON is a part.
  await writeFile(config, JSON.stringify(settings), { mode: 0o600 })
  await startDaemon(premises, {
    program: registry,
    args: ['serve', config],
    ready: () => answers(socket),
  })
  return { socketPath: socket }
}

async function demand(premises: Premises, username: string, password: string) {
  const htpasswd = await program('htpasswd')
  const { stdout } = await exec(htpasswd, ['-niB', '-C', '4', username], { input: password })
  const path = join(premises.folder, 'htpasswd')
  await writeFile(path, stdout, { mode: 0o600 })
  return { htpasswd: { realm: 'registry', path } }
}

function answers(socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path: '/v2/' }, answer => {
      answer.resume()
      resolve()
    })
    asked.once('error', reject).end()
  })
}
