import { lookup } from 'node:dns/promises'
import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Peer } from './settings.ts'

/** Finds the other replicas as they are now: `http://10.0.3.7:8080`, … */
export type Discover = () => Promise<string[]>

/**
 * Looks up every name; a headless Service's name has the address of each Pod. Names that do not resolve have none.
 * @param port our own: with an address of this machine it is ourselves, and left out.
 */
export function discoverBy(peers: readonly Peer[], port: number): Discover {
  return async () => {
    const found = await Promise.all(peers.map(addressesOf))
    const own = ownAddresses().map(address => origin(address, port))
    return [...new Set(found.flat())].filter(address => !own.includes(address)).sort()
  }
}

async function addressesOf({ host, port }: Peer): Promise<string[]> {
  try {
    const addresses = await lookup(host, { all: true })
    return addresses.map(({ address }) => origin(address, port))
  } catch {
    return []
  }
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(({ address }) => address))
}

const origin = (address: string, port: number) =>
  `http://${isIPv6(address) ? `[${address}]` : address}:${port}`
