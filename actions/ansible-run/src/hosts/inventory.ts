import { isArray, isObject, type Json } from '../../../../toolkit/terraform/plan/json.ts'
import type { Host } from './host.ts'

/** A file of an inventory, its path relative to the inventory's folder. */
export interface InventoryFile {
  readonly path: string
  readonly content: string
}

/** The name of the inventory itself, which Ansible is given; `host_vars` beside it is found by Ansible. */
export const INVENTORY = 'inventory.ini'

/** An INI inventory with names, groups and how to connect; everything else is YAML, a file a host, in host_vars. */
export function inventoryFiles(hosts: readonly Host[]): InventoryFile[] {
  const vars = hosts.filter(host => Object.keys(host.vars).length > 0)
  return [
    { path: INVENTORY, content: inventory(hosts) },
    ...vars.map(host => ({
      path: `host_vars/${host.name}.yml`,
      content: `${literal(host.vars)}\n`,
    })),
  ]
}

/**
 * JSON, which is YAML, in which texts that Ansible would evaluate are marked: what Terraform puts out is data, and some
 * of it, such as tags, may come from elsewhere.
 */
function literal(value: Json): string {
  if (typeof value === 'string') return `${/\{[{%#]/.test(value) ? '!unsafe ' : ''}${quoted(value)}`
  if (isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, one]) => `${quoted(name)}: ${literal(one)}`)
  return `{${members.join(', ')}}`
}

// Characters that JSON takes as they are and YAML does not (YAML 1.1, c-printable and b-char).
const NOT_IN_YAML = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    NOT_IN_YAML,
    one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
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
