import { hostname } from 'node:os'

/** A name or an address, and the port to ask there. */
export interface Peer {
  readonly host: string
  readonly port: number
}

/** What the environment says, checked. */
export interface Settings {
  readonly port: number
  /** Where peers and Prometheus ask, if not on the same port as users. */
  readonly internalPort: number | undefined
  /** Where the other replicas are; a name stands for every address that it resolves to. */
  readonly peers: readonly Peer[]
  /** How many replicas must hold a write before it is acknowledged, this one included. */
  readonly copies: number
  /** Of keys and values, in bytes. */
  readonly maxBytes: number
  /** Between two comparisons with the peers, in milliseconds. */
  readonly syncInterval: number
  /** How long a new replica waits for peers that do not answer, in milliseconds. */
  readonly joinPatience: number
  /** From being told to stop to taking no more requests, in milliseconds: the time that routes take to change. */
  readonly shutdownDelay: number
  readonly name: string
  readonly revision: string
}

/** @throws Error that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = integer(env, 'PORT', 8080, 0, 65_535)
  const internalPort = env.INTERNAL_PORT ? integer(env, 'INTERNAL_PORT', 8081, 0, 65_535) : undefined
  const peers = (env.PEERS ?? '').split(/[\s,]+/).filter(text => text !== '')
  return {
    port,
    internalPort,
    peers: peers.map(text => readPeer(text, internalPort ?? port)),
    copies: integer(env, 'COPIES', peers.length > 0 ? 2 : 1, 1, 9),
    maxBytes: integer(env, 'MAX_BYTES', 64 << 20, 1, Number.MAX_SAFE_INTEGER),
    syncInterval: integer(env, 'SYNC_INTERVAL_MS', 1_000, 10, 3_600_000),
    joinPatience: integer(env, 'JOIN_PATIENCE_MS', 10_000, 0, 600_000),
    shutdownDelay: integer(env, 'SHUTDOWN_DELAY_MS', 5_000, 0, 600_000),
    name: env.REPLICA_NAME || hostname(),
    revision: env.REVISION || 'unknown',
  }
}

function integer(env: NodeJS.ProcessEnv, name: string, otherwise: number, least: number, most: number) {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new Error(`${name} is '${text}': write a whole number from ${least} to ${most}`)
  return value
}

/** `host` or `host:port`; replicas listen where we do, unless told otherwise. */
function readPeer(text: string, otherwise: number): Peer {
  const url = URL.canParse(`tcp://${text}`) ? new URL(`tcp://${text}`) : undefined
  if (url === undefined || url.hostname === '' || !['', '/'].includes(url.pathname + url.search + url.username))
    throw new Error(`PEERS has '${text}': write a name or an address, such as kv-peers or 10.0.3.7:8080`)
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || otherwise) }
}
