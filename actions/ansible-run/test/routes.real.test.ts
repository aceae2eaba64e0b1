import type { AddressInfo } from 'node:net'
import { createServer, connect as dial } from 'node:net'
import { userInfo } from 'node:os'
import { expect, test } from '@jest/globals'
import { freePort, startSshHost } from '../../../test/support/services/ssh-host.ts'
import { outputs, playbook, stage } from './stage.ts'

const SITE = { 'site.yml': playbook('- name: Works\n  ansible.builtin.raw: "true"\n  changed_when: false\n') }
const user = userInfo().username
/** Of a network that is not ours (RFC 5737): only the configuration leads anywhere. */
const BEHIND = JSON.stringify({
  web: {
    address: '203.0.113.5',
    user,
    groups: ['app'],
    vars: { ansible_python_interpreter: '/usr/bin/python3' },
  },
})

const lastError = (run: { annotations: readonly { message: string }[] }) => run.annotations.at(-1)?.message

test('a jump host is gone through, and its host key is checked too', async () => {
  await using there = await stage(SITE)
  await using jump = await startSshHost({ privateKey: there.host.privateKey })
  const config = [
    ...['Host jump', '  HostName 127.0.0.1', `  Port ${jump.port}`, `  User ${user}`],
    ...['Host 203.0.113.5', '  HostName 127.0.0.1', `  Port ${there.host.port}`, '  ProxyJump jump'],
  ].join('\n')
  const known = (jumpKey: string) =>
    `[127.0.0.1]:${jump.port} ${jumpKey}\n[127.0.0.1]:${there.host.port} ${there.host.hostKey}\n`
  const run = (knownHosts: string) =>
    there.run({ hosts: BEHIND, 'ssh-config': config, 'known-hosts': knownHosts, 'wait-for-ssh': '20' })
  const through = await run(known(jump.hostKey))
  expect(through).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
  const foreign = await run(known(there.host.hostKey))
  expect(foreign.log).not.toContain('TASK')
  expect(lastError(foreign)).toMatch(
    new RegExp(
      `web \\(203\\.0\\.113\\.5:22\\): .*the host key of \\[127\\.0\\.0\\.1\\]:${jump.port} is not the one`,
    ),
  )
  const unknown = await run(`[127.0.0.1]:${there.host.port} ${there.host.hostKey}\n`)
  expect(lastError(unknown)).toMatch(/'known-hosts' has no key of .*\[127\.0\.0\.1\]/)
})

test('a proxy command, as SSM needs one, gets the instance and the port', async () => {
  await using there = await stage({
    ...SITE,
    // Takes the place of the AWS CLI: carries bytes between ssh and a port, as Session Manager does.
    'bin/aws': `#!/usr/bin/env python3
import os, socket, sys, threading
assert sys.argv[1:] == ["ssm", "start-session", "--target", "i-0123456789abcdef0", "--document-name", "AWS-StartSSHSession", "--parameters", "portNumber=22"], sys.argv
peer = socket.create_connection(("127.0.0.1", int(os.environ["SSM_PORT"])))
def up():
    while data := os.read(0, 65536):
        peer.sendall(data)
    peer.shutdown(socket.SHUT_WR)
threading.Thread(target=up, daemon=True).start()
while data := peer.recv(65536):
    os.write(1, data)
`,
  })
  await there.executable('bin/aws')
  const hosts = JSON.stringify({ web: { address: 'i-0123456789abcdef0', user, groups: ['app'] } })
  const config =
    'Host i-*\n  ProxyCommand aws ssm start-session --target %h --document-name AWS-StartSSHSession --parameters portNumber=%p\n'
  const run = await there.run(
    { hosts, 'ssh-config': config, 'known-hosts': `i-0123456789abcdef0 ${there.host.hostKey}` },
    { env: { PATH: `${there.workspace}/bin:${there.path}`, SSM_PORT: String(there.host.port) } },
  )
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('the jump host that an inventory names is used for waiting, too', async () => {
  await using there = await stage(SITE)
  const { port } = there.host
  await there.write(
    'hosts.yml',
    `app:
  hosts:
    web:
      ansible_host: 203.0.113.5
      ansible_user: ${user}
      ansible_ssh_common_args: -o HostName=127.0.0.1 -o 'ProxyCommand=ssh -F none -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=${there.workspace}/known -i {{ lookup("env", "KEY") }} %h'
    db:
      ansible_host: 203.0.113.5
      ansible_user: ${user}
      ansible_ssh_common_args: -o HostName=127.0.0.1 -o Port=${port}
`,
  )
  const run = await there.run({ inventory: 'hosts.yml', limit: 'db' })
  expect(run.log).toContain('1 of 1 hosts let us in by SSH')
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('an address of IPv6 is waited for and played on', async () => {
  await using there = await stage(SITE)
  const server = createServer(socket => {
    const peer = dial(there.host.port, '127.0.0.1')
    socket.pipe(peer).pipe(socket)
    socket.on('error', () => peer.destroy())
    peer.on('error', () => socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '::1', resolve))
  const { port } = server.address() as AddressInfo
  const hosts = JSON.stringify({ web: { address: '::1', port, user, groups: ['app'] } })
  const run = await there.run({ hosts, 'known-hosts': `[::1]:${port} ${there.host.hostKey}` })
  server.close()
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('where the playbook names the user, a refused login is left to Ansible', async () => {
  const play = SITE['site.yml'].replace('- hosts: app\n', `- hosts: app\n  remote_user: ${user}\n`)
  await using there = await stage({ 'site.yml': play })
  const hosts = JSON.stringify({ web: { address: '127.0.0.1', port: there.host.port, groups: ['app'] } })
  const config = 'User nobody\n'
  const run = await there.run({ hosts, 'ssh-config': config })
  expect(run.log).toContain('going on, as the playbook may name another')
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('a host that is lost is played on again alone, also where a group of several has its name', async () => {
  await using there = await stage({
    'site.yml': `- hosts: all\n  gather_facts: false\n  tasks:\n    - ansible.builtin.raw: "true"\n`,
    'ansible.cfg': '[inventory]\nenable_plugins = yaml\n',
  })
  const { port } = there.host
  const hosts = { app: { port: await freePort() }, 'app-2': { port }, db: { port, groups: ['db'] } }
  const run = await there.run({ hosts: outputs(hosts), 'wait-for-ssh': '0', retries: '1' })
  expect(run.outputs).toMatchObject({ ok: '2', changed: '2', unreachable: '1' })
  expect(run.log.match(/PLAY RECAP/g)).toHaveLength(2)
  expect(run.log.match(/^changed: \[/gm)).toHaveLength(2)
  expect(lastError(run)).toMatch(/^1 host unreachable \(app: /)
})
