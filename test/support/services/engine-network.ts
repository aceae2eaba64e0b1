import { randomBytes } from 'node:crypto'
import { exec } from '../../../toolkit/exec/exec.ts'
import { program } from '../programs/program.ts'
import { systemPath } from './daemon.ts'
import type { Premises } from './premises.ts'

/** The network of one private engine: nothing in it is shared with another engine. */
export interface EngineNetwork {
  readonly bridge: string
  /** Where the engine takes the networks from that users make. */
  readonly pool: string
}

/**
 * Makes a bridge with a free subnet, and lets its containers out. The engine itself is told to leave the firewall
 * alone: each Docker daemon rewrites the same chains, so two of them would undo each other's rules.
 * Published ports work without rules, by Docker's own proxy.
 */
export async function openEngineNetwork(premises: Premises): Promise<EngineNetwork> {
  const ip = await program('ip')
  const bridge = `ga-${randomBytes(4).toString('hex')}`
  const { stdout } = await exec(ip, ['-4', '-o', 'addr'])
  const net = freeNet(stdout, Math.random())
  premises.holdUndo(ip, 'link', 'delete', bridge)
  await exec(ip, ['link', 'add', bridge, 'type', 'bridge'])
  await exec(ip, ['addr', 'add', `10.${net}.0.1/24`, 'dev', bridge])
  await exec(ip, ['link', 'set', bridge, 'up'])
  await letOut(premises, `10.${net}.0.0/16`, bridge)
  return { bridge, pool: `10.${net}.128.0/17` }
}

/** The second number of a subnet 10.N.0.0/16 that no interface uses; `random` (0 to 1) says where to begin. */
export function freeNet(addresses: string, random: number): number {
  const used = new Set([...addresses.matchAll(/\binet 10\.(\d+)\./g)].map(match => Number(match[1])))
  const all = Array.from({ length: 192 }, (_, index) => 64 + ((index + Math.floor(random * 192)) % 192))
  const free = all.find(net => !used.has(net))
  if (free === undefined) throw new Error('no subnet is free in 10.64.0.0 to 10.255.0.0')
  return free
}

/** Where the machine has no iptables, or forbids it, containers reach each other but not the world. */
async function letOut(premises: Premises, subnet: string, mark: string): Promise<void> {
  const rules = [
    ['nat', 'POSTROUTING', '-s', subnet, '!', '-d', subnet, '-j', 'MASQUERADE'],
    ['filter', 'FORWARD', '-s', subnet, '-j', 'ACCEPT'],
    ['filter', 'FORWARD', '-d', subnet, '-j', 'ACCEPT'],
  ]
  for (const [table, chain, ...rule] of rules as [string, string, ...string[]][]) {
    const marked = [...rule, '-m', 'comment', '--comment', mark]
    const env = { ...process.env, PATH: systemPath() }
    const added = await exec('iptables', ['-w', '-t', table, '-I', chain, ...marked], {
      env,
      accept: 'any',
    }).catch(() => undefined)
    if (added?.code !== 0) return
    premises.holdUndo('/usr/sbin/iptables', '-w', '-t', table, '-D', chain, ...marked)
  }
}
