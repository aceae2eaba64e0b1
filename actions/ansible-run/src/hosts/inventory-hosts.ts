import { join } from 'node:path'
import { UserError } from '../../../../toolkit/action/errors.ts'
import type { World } from '../../../../toolkit/action/run.ts'
import type { Request } from '../check-inputs.ts'
import type { Command } from '../play/args.ts'
import { errorsIn } from '../report/verdict.ts'
import type { Destination } from '../ssh/wait.ts'

/**
 * The hosts of ready inventories that are reached by SSH.
 * @throws UserError where Ansible cannot read them.
 */
export async function inventoryHosts(
  { programs }: Pick<Request, 'programs'>,
  { inventories, vaultIds }: Pick<Command, 'inventories' | 'vaultIds'>,
  env: Readonly<Record<string, string | undefined>>,
  { exec, signal, context }: Pick<World, 'exec' | 'signal' | 'context'>,
): Promise<Destination[]> {
  const args = [
    '--list',
    ...inventories.map(path => `--inventory=${path}`),
    ...vaultIds.map(({ id, file }) => `--vault-id=${id}@${file}`),
  ]
  const { code, stdout, stderr } = await exec(join(programs, 'ansible-inventory'), args, {
    cwd: context.workspace,
    env,
    accept: 'any',
    signal,
  })
  if (code !== 0)
    throw new UserError(
      `input 'inventory': Ansible cannot read it: ${errorsIn(stderr).join('; ') || stderr.trim()}`,
    )
  return destinations(JSON.parse(stdout) as Listing)
}

type Hostvars = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** By group; of `_meta`, which is none, the variables. */
type Listing = Readonly<Record<string, { readonly hosts?: readonly string[]; readonly hostvars?: Hostvars }>>

/** Hosts of `ansible-inventory --list`; those whose address is known only in the play are left out. */
export function destinations(listing: Listing): Destination[] {
  const hostvars = listing._meta?.hostvars ?? {}
  const names = new Set([
    ...Object.values(listing).flatMap(group => group.hosts ?? []),
    ...Object.keys(hostvars),
  ])
  return [...names].flatMap(name => {
    const vars = hostvars[name] ?? {}
    const { ansible_connection: connection = 'ssh', ansible_host: address = name } = vars
    const port = Number(vars.ansible_port ?? vars.ansible_ssh_port ?? Number.NaN)
    const user = vars.ansible_user ?? vars.ansible_ssh_user
    const isOpen = typeof address !== 'string' || address.includes('{{') || String(user).includes('{{')
    if (isOpen || !['ssh', 'smart', 'ansible.builtin.ssh'].includes(String(connection))) return []
    return [
      {
        name,
        address,
        port: Number.isInteger(port) ? port : undefined,
        user: user === undefined ? undefined : String(user),
      },
    ]
  })
}
