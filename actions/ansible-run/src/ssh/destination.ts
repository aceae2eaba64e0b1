import { words } from './words.ts'

/** Where Ansible would log in, and how, as far as the inventory says it. */
export interface Destination {
  readonly name: string
  readonly address: string
  /** Undefined: what the SSH configuration says, else 22. */
  readonly port: number | undefined
  readonly user: string | undefined
  /** Arguments for ssh of this host alone. */
  readonly args: readonly string[]
  /** It wants a password, which is left to Ansible. */
  readonly password: boolean
}

type Vars = Readonly<Record<string, unknown>>

/** A host by its variables; undefined where it is not reached by SSH, or its address is known only in the play. */
export function destinationOf(name: string, vars: Vars): Destination | undefined {
  const first = (...names: readonly string[]) => names.map(one => vars[one]).find(one => one !== undefined)
  const connection = first('ansible_connection') ?? 'ssh'
  const address = first('ansible_host', 'ansible_ssh_host') ?? name
  const user = first('ansible_user', 'ansible_ssh_user')
  const port = Number(first('ansible_port', 'ansible_ssh_port') ?? Number.NaN)
  const key = first('ansible_ssh_private_key_file', 'ansible_private_key_file')
  const args = [first('ansible_ssh_common_args'), first('ansible_ssh_extra_args')].filter(
    text => text !== undefined,
  )
  const texts = [address, ...[user, key, ...args].filter(text => text !== undefined)]
  const isOpen = texts.some(text => typeof text !== 'string' || text.includes('{{'))
  if (isOpen || !['ssh', 'smart', 'ansible.builtin.ssh'].includes(String(connection))) return undefined
  return {
    name,
    address: String(address),
    port: Number.isInteger(port) ? port : undefined,
    user: user === undefined ? undefined : String(user),
    args: [
      ...(key === undefined ? [] : ['-o', `IdentityFile="${key}"`]),
      ...args.flatMap(text => words(String(text))),
    ],
    password: first('ansible_password', 'ansible_ssh_pass', 'ansible_ssh_password') !== undefined,
  }
}
