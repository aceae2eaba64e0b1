import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { userInfo } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { freePort, startSshHost } from '../../../test/support/services/ssh-host.ts'
import { outputs, playbook, stage } from './stage.ts'

const SITE = { 'site.yml': playbook('- name: Works\n  ansible.builtin.raw: "true"\n  changed_when: false\n') }

const lastError = (run: { annotations: readonly { message: string }[] }) => run.annotations.at(-1)?.message

test('a host that comes up late is waited for', async () => {
  await using there = await stage(SITE)
  const port = await freePort()
  const running = there.run({ hosts: outputs({ late: { port } }) })
  await sleep(4000)
  await using _late = await startSshHost({ port, privateKey: there.host.privateKey })
  const run = await running
  expect(run.log).toContain('Waiting for SSH on late')
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('a host that never comes up, and one that refuses our key, are named with the reason', async () => {
  await using there = await stage(SITE)
  await using other = await startSshHost()
  const hosts = { gone: { port: await freePort() }, foreign: { port: other.port } }
  const run = await there.run({ hosts: outputs(hosts), 'wait-for-ssh': '3' })
  const told = lastError(run)
  expect(told).toMatch(/^2 of 2 hosts cannot be played on, so nothing was played: /)
  expect(told).toMatch(/gone \(127\.0\.0\.1:\d+\): connection refused \(after 3 s of 'wait-for-ssh'\)/)
  expect(told).toMatch(/foreign \(127\.0\.0\.1:\d+\): it refuses the login; is 'ssh-private-key' the one/)
})

test('what answers but is no SSH server is said to be none, at once', async () => {
  await using there = await stage(SITE)
  const server = createServer((_, response) => response.end())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const run = await there.run({ hosts: outputs({ web: { port: there.host.port }, odd: { port } }) })
  server.close()
  expect(lastError(run)).toBe(
    `1 of 2 hosts cannot be played on, so nothing was played: odd (127.0.0.1:${port}): what answers on port ${port} is no SSH server: it said 'HTTP/1.1 400 Bad Request'; is the port right?`,
  )
  expect(run.log).not.toContain('TASK')
})

test('a host that the play does not touch is not waited for', async () => {
  await using there = await stage(SITE)
  const hosts = { web: { port: there.host.port }, db: { port: await freePort(), groups: ['db'] } }
  const run = await there.run({ hosts: outputs(hosts), 'wait-for-ssh': '60' })
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('of many hosts, those that the play does not touch are left alone', async () => {
  await using there = await stage(SITE)
  let met = 0
  const server = createServer().on('connection', () => met++)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const others = Array.from({ length: 30 }, (_, index) => [`db-${index}`, { port, groups: ['db'] }] as const)
  const run = await there.run({
    hosts: outputs({ web: { port: there.host.port }, ...Object.fromEntries(others) }),
  })
  server.close()
  expect(met).toBe(0)
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('known hosts that are given are all that is trusted', async () => {
  await using there = await stage(SITE)
  await using other = await startSshHost()
  const { port, hostKey } = there.host
  const line = (key: string) => `[127.0.0.1]:${port} ${key}`
  const right = await there.run({ 'known-hosts': `# ours\n${line(hostKey)}\n` })
  expect(right.conclusion).toBe('success')
  const changed = await there.run({ 'known-hosts': line(other.hostKey) })
  expect(lastError(changed)).toMatch(
    /the host key of \[127\.0\.0\.1\]:\d+ is not the one that is known, so it may be another machine/,
  )
  const missing = await there.run({ 'known-hosts': `example.org ${hostKey}` })
  expect(lastError(missing)).toMatch(/'known-hosts' has no key of \[127\.0\.0\.1\]:\d+; add/)
  const nonsense = await there.run({ 'known-hosts': hostKey })
  expect(lastError(nonsense)).toMatch(/^input 'known-hosts' has the line 'ssh-ed25519/)
})

test('an inventory or a configuration cannot switch the checking off', async () => {
  await using other = await startSshHost()
  await using there = await stage({
    ...SITE,
    'ansible.cfg':
      '[defaults]\nhost_key_checking = False\n[ssh_connection]\nssh_args = -o StrictHostKeyChecking=no\n',
  })
  const { port } = there.host
  const run = await there.run({
    hosts: outputs({
      web: {
        port,
        vars: {
          ansible_ssh_args: '-o StrictHostKeyChecking=no',
          ansible_host_key_checking: false,
          ansible_ssh_common_args: `-o StrictHostKeyChecking=no -o UserKnownHostsFile=${there.workspace}/hosts`,
        },
      },
    }),
    'known-hosts': `[127.0.0.1]:${port} ${other.hostKey}`,
    'wait-for-ssh': '0',
    retries: '0',
  })
  expect(run.outputs.unreachable).toBe('1')
  expect(lastError(run)).toMatch(/1 host unreachable \(web: .*(Host key|HOST IDENTIFICATION)/)
})

test('what a sensitive output says of the hosts stays hidden', async () => {
  await using there = await stage({
    'site.yml': playbook('- ansible.builtin.raw: echo "{{ database.password }}"\n'),
  })
  const given = JSON.parse(
    outputs({
      web: { port: there.host.port, vars: { database: { password: 'battery-staple', port: 5432 } } },
    }),
  )
  given.hosts.sensitive = true
  await there.write('outputs.json', JSON.stringify(given))
  const run = await there.run({ hosts: 'outputs.json', diff: 'true' }, { env: { ANSIBLE_VERBOSITY: '1' } })
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
  expect(run.log).toContain('"stdout": "***')
  expect(run.log + run.summary).not.toContain('battery-staple')
})

test('one unreachable host of three is played on again, alone, and then named', async () => {
  await using there = await stage(SITE)
  const { port } = there.host
  const hosts = { a: { port }, b: { port: await freePort() }, c: { port } }
  const run = await there.run({ hosts: outputs(hosts), 'wait-for-ssh': '0', retries: '1' })
  expect(run.conclusion).toBe('failure')
  expect(run.outputs).toMatchObject({ ok: '2', unreachable: '1' })
  expect(run.log.match(/PLAY RECAP/g)).toHaveLength(2)
  expect(run.log.match(/^ok: \[[ac]\]/gm)).toHaveLength(2)
  expect(lastError(run)).toMatch(/^1 host unreachable \(b: /)
})

test('a configuration of ssh says where the hosts are, and through which others', async () => {
  await using there = await stage(SITE)
  const { host } = there
  const user = userInfo().username
  const config = [
    'Host jump',
    `  HostName 127.0.0.1`,
    `  Port ${host.port}`,
    `  User ${user}`,
    'Host 203.0.113.5',
    '  HostName 127.0.0.1',
    `  Port ${host.port}`,
    '  ProxyJump jump',
  ].join('\n')
  const hosts = JSON.stringify({ web: { address: '203.0.113.5', port: 22, user, groups: ['app'] } })
  const run = await there.run({ hosts, 'ssh-config': config })
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('a ready inventory is waited for and played on', async () => {
  await using there = await stage({
    ...SITE,
    'inventories/prod/group_vars/app.yml': 'ansible_user: root\n',
    'ansible.cfg': '[defaults]\nverbosity = 1\n',
  })
  const { port } = there.host
  await there.write('inventories/prod/hosts', `[app]\nweb ansible_host=127.0.0.1 ansible_port=${port}\n`)
  const run = await there.run({ inventory: 'inventories/prod' })
  expect(run.log).toContain('1 of 1 hosts let us in by SSH')
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('a key with a passphrase, a public key and half a key are told apart', async () => {
  await using there = await stage(SITE)
  const told = async (key: string) => lastError(await there.run({ 'ssh-private-key': key }))
  expect(await told(await there.keyWithPassphrase())).toMatch(/^input 'ssh-private-key' has a passphrase/)
  expect(await told(there.host.hostKey)).toMatch(/^input 'ssh-private-key' is a public key/)
  const key = there.host.privateKey
  expect(await told(key.replaceAll('\n', ' '))).toMatch(/^input 'ssh-private-key' has lost its line breaks/)
  expect(await told(key.slice(0, 200))).toMatch(/^input 'ssh-private-key' is no private key/)
  expect((await there.run({ 'ssh-private-key': key.replaceAll('\n', '\\n') })).conclusion).toBe('success')
})

test.each<[Record<string, string>, RegExp]>([
  [{ playbook: '../../etc/passwd' }, /^input 'playbook' is '\.\.\/\.\.\/etc\/passwd', which/],
  [{ playbook: '/etc/passwd' }, /^input 'playbook' is '\/etc\/passwd', which lies outside the workspace/],
  [{ playbook: 'no.yml' }, /^input 'playbook' is 'no\.yml', which does not exist/],
  [{ hosts: '{}' }, /^input 'hosts' is '\{\}', no outputs at all/],
  [{ hosts: 'outputs.json' }, /^input 'hosts' is 'outputs\.json', which does not exist/],
  [{ hosts: '' }, /^neither 'hosts' nor 'inventory' is given/],
  [{ check: 'true', 'verify-idempotent': 'true' }, /^'verify-idempotent' needs a real run/],
  [{ 'env-file': 'A=1\nhush' }, /^input 'env-file' is \(a secret\): line 2 is not NAME=value/],
])('%j is refused', async (inputs, message) => {
  await using there = await stage(SITE)
  const run = await there.run(inputs)
  expect(lastError(run)).toMatch(message)
  expect(run).toMatchObject({ conclusion: 'failure', tempLeft: [] })
})

test('without Ansible it says how to get it', async () => {
  await using there = await stage(SITE)
  const run = await there.run({}, { env: { PATH: '/usr/bin:/bin' } })
  expect(lastError(run)).toMatch(/^'ansible-playbook' is not installed on this runner; run 'pipx install/)
})
