import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import type { Host } from '../src/hosts/host.ts'
import { readHosts } from '../src/hosts/read-hosts.ts'
import { writeInventory } from '../src/hosts/write-inventory.ts'

const ODD: Host['vars'] = {
  text: `it's "quoted" #1 $HOME \\n = [x]: y`,
  lines: 'one\ntwo\n',
  empty: '',
  nothing: null,
  yes: 'yes',
  octal: '01',
  number: 1.5,
  flag: false,
  list: ['a', 1, { b: null }],
  unicode: 'grün 🚀 \u2028 \u0085 \u007f \ufeff \u0001',
  template: '{{ 1 + 1 }}',
}
const USERS = ['ubuntu', '01', 'True', 'None', '1e3', 'a.b-c_d']
const ADDRESSES = ['203.0.113.5', '2001:db8::1', 'web.example.org', '1e3', '0x10', 'none', 'fe80::1%eth0']

/** `ansible-inventory` shows by this what it would not evaluate. */
const unmarked = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && '__ansible_unsafe' in value ? value.__ansible_unsafe : value

test('Ansible reads from 200 hosts exactly what was meant', async () => {
  const hosts: Host[] = Array.from({ length: 200 }, (_, index) => ({
    name: index % 2 === 0 ? `web-${index}` : `1.node_${index}.example.org`,
    address: ADDRESSES[index % ADDRESSES.length]!,
    port: index % 3 === 0 ? undefined : 2000 + index,
    user: USERS[index % (USERS.length + 1)],
    groups: [`group_${index % 7}`, ...(index % 5 === 0 ? ['app'] : [])],
    vars: index % 4 === 0 ? {} : ODD,
  }))
  await using folder = await mkdtempDisposable(join(tmpdir(), 'inventory-'))
  const path = await writeInventory(folder.path, hosts)
  const inventory = join(dirname(await program('ansible-playbook')), 'ansible-inventory')
  const { stdout, stderr } = await exec(inventory, ['--list', '--inventory', path])
  expect(stderr).toBe('')
  const { _meta, all: _, ...groups } = JSON.parse(stdout, unmarked)
  expect(_meta.hostvars).toEqual(
    Object.fromEntries(
      hosts.map(({ name, address, port, user, vars }) => [
        name,
        {
          ansible_host: address,
          ...(port !== undefined && { ansible_port: port }),
          ...(user !== undefined && { ansible_user: user }),
          ...vars,
        },
      ]),
    ),
  )
  for (const [group, { hosts: members }] of Object.entries(groups) as [string, { hosts: string[] }][])
    expect(members).toEqual(hosts.filter(host => host.groups.includes(group)).map(({ name }) => name))
  expect(Object.keys(groups).sort()).toEqual(['app', ...Array.from({ length: 7 }, (_, n) => `group_${n}`)])
})

test('big numbers keep their digits on the way through Ansible', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'inventory-'))
  const given = '{"hosts": {"web": {"address": "a.b", "vars": {"id": 12345678901234567890}}}}'
  const path = await writeInventory(folder.path, readHosts(given, 'it').hosts)
  const inventory = join(dirname(await program('ansible-playbook')), 'ansible-inventory')
  const { stdout } = await exec(inventory, ['--host', 'web', '--inventory', path])
  expect(stdout).toMatch(/"id": 12345678901234567890\b/)
})
