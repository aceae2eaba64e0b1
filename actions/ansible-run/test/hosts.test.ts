import { describe, expect, test } from '@jest/globals'
import type { Host } from '../src/hosts/host.ts'
import { inventoryFiles } from '../src/hosts/inventory.ts'
import { readHosts } from '../src/hosts/read-hosts.ts'

const web = { address: '203.0.113.5', user: 'ubuntu', port: 22, groups: ['app'], vars: { a: 1 } }
const read = (outputs: unknown) =>
  readHosts(typeof outputs === 'string' ? outputs : JSON.stringify(outputs), "input 'hosts'")

describe('every shape of outputs is understood', () => {
  test.each([
    [
      'output -json',
      { hosts: { sensitive: false, type: 'map', value: { web } }, other: { sensitive: false, value: 1 } },
    ],
    ['the outputs of terraform-apply', { hosts: { web }, other: 1 }],
    ['those of several root modules', { 'infra/ec2': { hosts: { web } }, 'infra/dns': { zone: 'z' } }],
    ['the map alone', { web }],
  ])('%s', (_, outputs) => {
    const { hosts, sensitive } = read(outputs)
    expect(hosts).toEqual([{ name: 'web', ...web }])
    expect(sensitive).toBe(false)
  })

  test('a host may be called hosts, and what is not told may be null', () => {
    const given = { hosts: { address: 'h.example.org', port: null, user: null, groups: null, vars: null } }
    expect(read(given).hosts).toEqual([
      { name: 'hosts', address: 'h.example.org', port: undefined, user: undefined, groups: [], vars: {} },
    ])
  })

  test('a sensitive output is told as such', () => {
    expect(read({ hosts: { sensitive: true, value: { web } } }).sensitive).toBe(true)
  })
})

describe('what cannot be used is refused by name', () => {
  const host = (more: object) => ({ hosts: { 'web-1': { ...web, ...more } } })
  test.each<[unknown, RegExp]>([
    ['{}', /is '\{\}', no outputs at all/],
    ['{', /is no JSON/],
    ['[]', /is no JSON object/],
    [{ hosts: {} }, /has no hosts/],
    [{ vpc: 'v' }, /has no output 'hosts', only 'vpc'/],
    [{ hosts: { 'a b': web } }, /host name 'a b' cannot stand in an inventory/],
    [{ hosts: { 'a[1:3]': web } }, /host name 'a\[1:3\]'/],
    [{ hosts: { '#a': web } }, /host name '#a'/],
    [{ hosts: { '-oProxyCommand=x': web } }, /host name '-oProxyCommand=x'/],
    [host({ address: '' }), /'web-1' has no address/],
    [host({ address: null }), /'web-1' has no address/],
    [host({ address: '-oProxyCommand=x' }), /'web-1' has the address '-oProxyCommand=x'/],
    [host({ address: 'https://x' }), /'web-1' has the address 'https:\/\/x'/],
    [host({ port: 0 }), /'web-1' has the port '0'/],
    [host({ user: 'a b' }), /'web-1' has the user 'a b'/],
    [host({ groups: ['app:children'] }), /'web-1' has the group 'app:children'/],
    [host({ groups: ['a]\nb'] }), /'web-1' has the group/],
    [host({ groups: 'app' }), /'web-1' has 'groups' that are no list/],
    [host({ vars: [] }), /'web-1' has 'vars' that are no map/],
    [{ a: { hosts: { web } }, b: { hosts: { web } } }, /two hosts that are called 'web'/],
  ])('%j', (outputs, message) => {
    expect(() => read(outputs)).toThrow(message)
  })
})

describe('the inventory', () => {
  const host = (more: Partial<Host>): Host => ({
    name: 'web',
    address: '203.0.113.5',
    port: undefined,
    user: undefined,
    groups: [],
    vars: {},
    ...more,
  })
  const inventory = (...hosts: Host[]) => inventoryFiles(hosts)[0]?.content

  test.each<[Partial<Host>, string]>([
    [{}, 'web ansible_host=203.0.113.5\n'],
    [{ port: 22 }, 'web ansible_host=203.0.113.5\n'],
    [{ port: 2222, user: 'ubuntu' }, 'web ansible_host=203.0.113.5 ansible_port=2222 ansible_user=ubuntu\n'],
    [{ address: 'web.example.org' }, 'web ansible_host=web.example.org\n'],
    [{ address: '2001:db8::1' }, `web ansible_host="'2001:db8::1'"\n`],
    [{ address: '1e3' }, `web ansible_host="'1e3'"\n`],
    [{ user: '01' }, `web ansible_host=203.0.113.5 ansible_user="'01'"\n`],
    [{ user: 'True' }, `web ansible_host=203.0.113.5 ansible_user="'True'"\n`],
    [{ groups: ['app', 'all'] }, 'web ansible_host=203.0.113.5\n\n[app]\nweb\n'],
  ])('%j', (given, content) => {
    expect(inventory(host(given))).toBe(content)
  })

  test('variables keep all digits', () => {
    const { hosts } = read(
      '{"hosts": {"web": {"address": "a.b", "vars": {"id": 12345678901234567890, "x": 1.10}}}}',
    )
    expect(inventoryFiles(hosts)[1]).toEqual({
      path: 'host_vars/web.yml',
      content: '{"id": 12345678901234567890, "x": 1.1}\n',
    })
  })

  test('what Ansible would evaluate is marked as text', () => {
    const vars = { a: '{{ 1 }}', b: ['{% x %}', 'plain', { c: '{# no #}', d: null }] }
    expect(inventoryFiles([host({ vars })])[1]?.content).toBe(
      '{"a": !unsafe "{{ 1 }}", "b": [!unsafe "{% x %}", "plain", {"c": !unsafe "{# no #}", "d": null}]}\n',
    )
  })
})
