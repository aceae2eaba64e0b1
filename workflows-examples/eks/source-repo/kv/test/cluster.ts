import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const MAIN = join(import.meta.dirname, '../src/main.ts')

type Env = Readonly<Record<string, string>>
export type Line = Readonly<Record<string, unknown>>

/** A replica in a process of its own. */
export interface Replica {
  readonly url: string
  readonly log: readonly Line[]
  get(path: string): Promise<Answer>
  put(key: string, value: string, headers?: Env): Promise<Answer>
  delete(key: string): Promise<Answer>
  /** Waits until it takes requests. */
  ready(): Promise<void>
  /** Ends it, and returns its exit code; null after SIGKILL. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
  /** Waits until it has ended by itself. */
  ended(): Promise<number | null>
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

export interface Cluster extends AsyncDisposable {
  readonly replicas: readonly Replica[]
  /** Starts the replica of this number again, with nothing but what its peers give it. */
  restart(number: number): Promise<Replica>
}

/** Starts replicas that know each other by a list of addresses, and waits until all are ready. */
export async function startCluster(count: number, env: Env = {}): Promise<Cluster> {
  const ports = await freePorts(count)
  const peers = ports.map(port => `127.0.0.1:${port}`).join(',')
  const start = (number: number) =>
    startReplica(ports[number]!, {
      PEERS: peers,
      REPLICA_NAME: `kv-${number}`,
      SYNC_INTERVAL_MS: '100',
      ...env,
    })
  const replicas = ports.map((_port, number) => start(number))
  await Promise.all(replicas.map(replica => replica.ready()))
  return {
    replicas,
    async restart(number) {
      const replica = start(number)
      replicas[number] = replica
      await replica.ready()
      return replica
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(replicas.map(replica => replica.end('SIGKILL')))
    },
  }
}

/** Starts one replica, without waiting until it is ready. */
export function startReplica(port: number, env: Env): Replica {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: String(port), SHUTDOWN_DELAY_MS: '200', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const log: Line[] = []
  createInterface({ input: child.stdout }).on('line', line => log.push(JSON.parse(line) as Line))
  const url = `http://127.0.0.1:${port}`
  const ask = async (method: string, path: string, body?: string, headers: Env = {}): Promise<Answer> => {
    const response = await fetch(url + path, { method, headers, ...(body !== undefined && { body }) })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return {
    url,
    log,
    get: path => ask('GET', path),
    put: (key, value, headers) => ask('PUT', `/kv/${encodeURIComponent(key)}`, value, headers),
    delete: key => ask('DELETE', `/kv/${encodeURIComponent(key)}`),
    async ready() {
      await eventually(async () => {
        if (child.exitCode !== null) throw new Error(`ended: ${JSON.stringify(log)}`)
        return (await ask('GET', '/health/ready').catch(() => undefined))?.status === 200
      })
    },
    end(signal) {
      child.kill(signal)
      return ended(child)
    },
    ended: () => ended(child),
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Waits for something to become true. @throws Error where it has not within 30 seconds. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const patience = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > patience) throw new Error(`not within 30 s: ${holds}`)
    await sleep(20)
  }
}

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map(server => once(server, 'listening')))
  const ports = servers.map(server => (server.address() as { port: number }).port)
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports
}
