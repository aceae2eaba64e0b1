import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import type { Request } from '../check-inputs.ts'
import type { Command } from '../play/args.ts'
import { errorsIn } from '../report/verdict.ts'
import { type Destination, destinationOf } from '../ssh/destination.ts'
import type { Host } from './host.ts'

type Vars = Readonly<Record<string, unknown>>

/** The hosts of Terraform's output that are reached by SSH. @param defaults variables of all hosts. */
export function terraformHosts(hosts: readonly Host[], defaults: Vars): Destination[] {
  return hosts.flatMap(({ name, address, port, user, vars }) => {
    const told = { ansible_host: address, ansible_port: port === 22 ? undefined : port, ansible_user: user }
    const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
    return destinationOf(name, { ...defaults, ...known, ...vars }) ?? []
  })
}

/**
 * The hosts of ready inventories that are reached by SSH.
 * @throws UserError where Ansible cannot read them.
 */
export async function inventoryHosts(
  { programs, inventories }: Pick<Request, 'programs' | 'inventories'>,
  { vaultIds }: Pick<Command, 'vaultIds'>,
  env: Readonly<Record<string, string | undefined>>,
  defaults: Vars,
  { exec, signal, context, folder }: Pick<World, 'exec' | 'signal' | 'context' | 'folder'>,
): Promise<Destination[]> {
  // On its output stands also what `verbosity` or a plugin says.
  const listing = join(await folder(), 'inventory.json')
  const args = [
    '--list',
    `--output=${listing}`,
    ...inventories.map(path => `--inventory=${path}`),
    ...vaultIds.map(({ id, file }) => `--vault-id=${id}@${file}`),
  ]
  const { code, stderr } = await exec(join(programs, 'ansible-inventory'), args, {
    cwd: context.workspace,
    env,
    accept: 'any',
    signal,
  })
  if (code !== 0)
    throw new UserError(
      `input 'inventory': Ansible cannot read it: ${errorsIn(stderr).join('; ') || stderr.trim()}`,
    )
  return destinations(parseListing(await readFile(listing, 'utf8')), defaults)
}

type Hostvars = Readonly<Record<string, Vars>>

/** By group; of `_meta`, which is none, the variables. */
type Listing = Readonly<Record<string, { readonly hosts?: readonly string[]; readonly hostvars?: Hostvars }>>

/** Reads what `ansible-inventory --list` writes: JSON, value by line, in which numbers may be none (`.inf` in YAML). */
export function parseListing(text: string): Listing {
  return JSON.parse(
    text.replace(/^(\s*(?:"(?:[^"\\]|\\.)*": )?)(?:NaN|-?Infinity)(?=,?$)/gm, '$1null'),
  ) as Listing
}

/** The hosts of `ansible-inventory --list` that are reached by SSH. */
export function destinations(listing: Listing, defaults: Vars = {}): Destination[] {
  const hostvars = listing._meta?.hostvars ?? {}
  const names = new Set([
    ...Object.values(listing).flatMap(group => group.hosts ?? []),
    ...Object.keys(hostvars),
  ])
  return [...names].flatMap(name => destinationOf(name, { ...defaults, ...hostvars[name] }) ?? [])
}
