import type { Host } from './host.ts'

/** A file of an inventory, its path relative to the inventory's folder. */
export interface InventoryFile {
  readonly path: string
  readonly content: string
}

/** The name of the inventory itself, which Ansible is given; `host_vars` beside it is found by Ansible. */
export const INVENTORY = 'inventory.ini'

/** An INI inventory with names, groups and how to connect; everything else is JSON, a file a host, in host_vars. */
export function inventoryFiles(hosts: readonly Host[]): InventoryFile[] {
  const vars = hosts.filter(host => Object.keys(host.vars).length > 0)
  return [
    { path: INVENTORY, content: inventory(hosts) },
    ...vars.map(host => ({
      path: `host_vars/${host.name}.json`,
      content: `${JSON.stringify(host.vars, null, 2)}\n`,
    })),
  ]
}

function inventory(hosts: readonly Host[]): string {
  const groups = Map.groupBy(
    hosts.flatMap(({ name, groups }) => groups.map(group => ({ name, group }))),
    ({ group }) => group,
  )
  // Every host is in `all` by itself, and in `ungrouped` where it is in no other.
  groups.delete('all')
  groups.delete('ungrouped')
  const sections = [...groups].map(
    ([group, members]) => `\n[${group}]\n${members.map(({ name }) => `${name}\n`).join('')}`,
  )
  return [...hosts.map(hostLine), ...sections].join('')
}

function hostLine({ name, address, port, user }: Host): string {
  const settings = [
    `ansible_host=${value(address)}`,
    // 22 is what ssh takes anyway; written down, it would override the port of the SSH configuration.
    ...(port !== undefined && port !== 22 ? [`ansible_port=${port}`] : []),
    ...(user !== undefined ? [`ansible_user=${value(user)}`] : []),
  ]
  return `${name} ${settings.join(' ')}\n`
}

/** Ansible reads values as Python literals where it can (`1e3`, `True`), so what might be one is quoted as a string. */
function value(text: string): string {
  const isPlain = /^(\d+\.){3}\d+$/.test(text) || (/^[a-z]/.test(text) && text.length > 1)
  return isPlain ? text : `"'${text}'"`
}
