import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { freePort } from '../../../test/support/services/ssh-host.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { outputs, playbook, stage } from './stage.ts'

describe('failed tasks are annotations on the file and line they stand on', () => {
  test.each<[string, Record<string, string>, string, string, number]>([
    [
      'of a role',
      {
        'ansible/site.yml': '- hosts: app\n  gather_facts: false\n  roles: [web]\n',
        'ansible/roles/web/tasks/main.yml': '- name: Fails\n  ansible.builtin.raw: exit 3\n',
      },
      'web : Fails',
      'ansible/roles/web/tasks/main.yml',
      1,
    ],
    [
      'of an included file',
      {
        'ansible/site.yml': playbook('- ansible.builtin.include_tasks: more.yml\n'),
        'ansible/more.yml': '\n\n- name: Fails\n  ansible.builtin.raw: exit 3\n',
      },
      'Fails',
      'ansible/more.yml',
      3,
    ],
    [
      'of an imported playbook',
      {
        'ansible/site.yml': '- import_playbook: plays/web.yml\n',
        'ansible/plays/web.yml': playbook('- name: Fails\n  ansible.builtin.raw: exit 3\n'),
      },
      'Fails',
      'ansible/plays/web.yml',
      4,
    ],
    [
      'of a handler',
      {
        'ansible/site.yml': `${playbook('- ansible.builtin.raw: "true"\n  notify: Fails\n')}  handlers:\n    - name: Fails\n      ansible.builtin.raw: exit 3\n`,
      },
      'Fails',
      'ansible/site.yml',
      7,
    ],
  ])('%s', async (_, files, title, file, line) => {
    await using there = await stage(files)
    const run = await there.run({ playbook: 'ansible/site.yml' })
    expect(run.annotations).toEqual([
      { level: 'error', title, file, line, message: expect.stringContaining('exit code 3') },
      { level: 'error', message: `1 task failed ('${title}' on web)` },
    ])
    expect(run.summary).toContain(`**\`${title}\` failed on \`web\`** · \`${file}:${line}\``)
  })
})

test('what is ignored, rescued, looped over, waited for or hidden is told as what it is', async () => {
  await using there = await stage({
    'site.yml': playbook(`- name: Ignored
  ansible.builtin.raw: exit 3
  ignore_errors: true
- name: Looped
  ansible.builtin.raw: "true"
  loop: [one, two]
  changed_when: item == 'two'
- name: Waited for
  ansible.builtin.command: sleep 1
  async: 20
  poll: 1
- name: Hidden items
  ansible.builtin.raw: echo sesame-open; exit 4
  loop: [sesame-item]
  no_log: true
  ignore_errors: true
- name: Rescued
  block:
    - name: Fails within
      ansible.builtin.raw: exit 5
  rescue:
    - ansible.builtin.raw: "true"
- name: Fails for some items
  ansible.builtin.raw: exit {{ item }}
  loop: [0, 6]
`),
  })
  const { port } = there.host
  // The host's HOME is not that of its user, which Ansible looks at here.
  const vars = { ansible_async_dir: `${there.host.home}/async` }
  const run = await there.run({ hosts: outputs({ a: { port, vars }, b: { port, vars } }) })
  const counts = { ok: 5, changed: 5, unreachable: 0, failed: 1, skipped: 0, rescued: 1, ignored: 2 }
  expect(JSON.parse(run.outputs.recap!)).toEqual({ a: counts, b: counts })
  expect(run.outputs).toMatchObject({ ok: '10', changed: '10', failed: '2', unreachable: '0' })
  // Two hosts with the same trouble are one annotation.
  expect(run.annotations).toEqual([
    {
      level: 'error',
      title: 'Fails for some items',
      file: 'site.yml',
      line: 26,
      message: expect.stringMatching(/^a, b: item 6: non-zero return code.*exit code 6$/),
    },
    { level: 'error', message: "2 tasks failed ('Fails for some items' on a, b)" },
  ])
  expect(run.summary).toMatch(/\| `Waited for` \| \d+\.\d s \|/)
  expect(run.summary).toContain('<code>Looped</code> changed <code>a</code>, <code>b</code>')
  expect(run.summary + run.log).not.toMatch(/sesame/)
})

test('a failure that the playbook lets pass is none', async () => {
  await using there = await stage({
    'site.yml': playbook(`- ansible.builtin.raw: exit {{ 3 if inventory_hostname == 'a' else 0 }}
- ansible.builtin.meta: clear_host_errors
- ansible.builtin.raw: "true"
`),
  })
  const { port } = there.host
  const run = await there.run({ hosts: outputs({ a: { port }, b: { port } }) })
  expect(run).toMatchObject({ conclusion: 'success', annotations: [], outputs: { failed: '1' } })
})

test('a failed host is never played on again, also where another one was lost', async () => {
  await using there = await stage({
    'site.yml': playbook(`- ansible.builtin.raw: echo once >> "{{ folder }}/log"; exit 3\n`),
  })
  const vars = { folder: there.workspace }
  const hosts = { a: { port: there.host.port, vars }, b: { port: await freePort(), vars } }
  const run = await there.run({ hosts: outputs(hosts), 'wait-for-ssh': '0' })
  expect(await readFile(join(there.workspace, 'log'), 'utf8')).toBe('once\n')
  expect(run.outputs).toMatchObject({ failed: '1', unreachable: '1' })
  expect(run.annotations.at(-1)?.message).toMatch(/^1 task failed \(.* on a\); 1 host unreachable \(b: /)
})

test('vaults of several ids are opened, each with its own password', async () => {
  await using there = await stage({
    'site.yml': playbook(
      '- ansible.builtin.raw: test "{{ one }} {{ two }}" = "first-secret second-secret"\n',
    ),
  })
  const vault = join(dirname(await program('ansible-playbook')), 'ansible-vault')
  const values: string[] = []
  for (const [id, password, name, value] of [
    ['prod', 'correct horse', 'one', 'first-secret'],
    ['shared', 'a=b#c', 'two', 'second-secret'],
  ] as const) {
    await there.write('password', password)
    const { stdout } = await exec(
      vault,
      ['encrypt_string', '--encrypt-vault-id', id, '--vault-id', `${id}@password`, '--name', name, value],
      { cwd: there.workspace },
    )
    values.push(stdout)
  }
  await there.write('group_vars/app.yml', values.join('\n'))
  const run = await there.run({ 'vault-passwords': 'prod=correct horse\nshared=a=b#c\n', diff: 'true' })
  expect(run).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
  expect(run.log).not.toMatch(/first-secret|second-secret/)
})

test('a first boot that did not go well is a warning', async () => {
  await using there = await stage({ 'site.yml': playbook('- ansible.builtin.raw: "true"\n') })
  await there.write('bin/cloud-init', '#!/bin/sh\nsleep 1; echo; echo "status: error"; exit 1\n')
  await there.executable('bin/cloud-init')
  await writeFile(join(there.host.home, '.bashrc'), `export PATH=${there.workspace}/bin:$PATH\n`)
  const run = await there.run()
  expect(run.annotations).toEqual([
    {
      level: 'warning',
      message: expect.stringContaining(
        'its first boot did not go well (cloud-init status: error, exit code 1)',
      ),
    },
  ])
  expect(run.conclusion).toBe('success')
})

test('Ansible that is ended from outside is no success, and what was done is told', async () => {
  await using there = await stage({
    'site.yml': playbook(
      '- name: Done\n  ansible.builtin.raw: "true"\n- name: Ends\n  ansible.builtin.raw: sleep 30\n',
    ),
    'bin/ansible-playbook': `#!/bin/sh\n"$REAL" "$@" & child=$!\n(sleep 4; kill -9 $child) &\nwait $child\nkill -9 $$\n`,
  })
  await there.executable('bin/ansible-playbook')
  const run = await there.run(
    {},
    { env: { PATH: `${there.workspace}/bin:${there.path}`, REAL: await program('ansible-playbook') } },
  )
  expect(run.conclusion).toBe('failure')
  expect(run.annotations.at(-1)?.message).toMatch(/^Ansible was ended from outside/)
  expect(run.summary).toContain('broken off')
})

/** A connection that is lost once on each host. */
const FLAKY = `import os
from ansible.errors import AnsibleConnectionFailure
from ansible.plugins.connection.local import Connection as Local

DOCUMENTATION = """
name: flaky
short_description: is lost once
description: [is lost once]
extends_documentation_fragment: [connection_pipelining]
options: {remote_addr: {description: [x], vars: [{name: inventory_hostname}]}}
"""

class Connection(Local):
    transport = "flaky"

    def _connect(self):
        flag = os.environ["FLAGS"] + "/" + self.get_option("remote_addr")
        if not os.path.exists(flag):
            open(flag, "w").close()
            raise AnsibleConnectionFailure("lost")
        return super()._connect()
`

const TWO = '\n  tasks:\n    - ansible.builtin.raw: "true"\n    - ansible.builtin.raw: "true"\n'

test.each<[string, string]>([
  ['as all hosts of a play were lost', `- hosts: a${TWO}- hosts: b, c${TWO}`],
  ['as all hosts of a batch were lost', `- hosts: all\n  serial: 1${TWO}`],
  ['as a lost host ends it for all', `- hosts: all\n  any_errors_fatal: true${TWO}`],
])('a playbook that Ansible broke off, %s, is played again as a whole', async (_, plays) => {
  await using there = await stage({
    'site.yml': plays,
    'ansible.cfg': '[defaults]\ngathering = explicit\nconnection_plugins = ./plugins\n',
    'plugins/flaky.py': FLAKY,
    hosts: 'a ansible_connection=flaky\nb ansible_connection=local\nc ansible_connection=local\n',
  })
  const run = await there.run({ inventory: 'hosts' }, { env: { FLAGS: there.workspace } })
  const recap = JSON.parse(run.outputs.recap!) as Record<string, { ok: number }>
  expect(Object.entries(recap).map(([host, { ok }]) => [host, ok])).toEqual([
    ['a', 2],
    ['b', 2],
    ['c', 2],
  ])
  expect(run).toMatchObject({ conclusion: 'success', outputs: { unreachable: '0' } })
})

test('a host without Python says so', async () => {
  await using there = await stage({
    'site.yml': '- hosts: all\n  tasks: []\n',
    hosts: 'a ansible_connection=local ansible_python_interpreter=/usr/bin/no-python\n',
  })
  const run = await there.run({ inventory: 'hosts' })
  expect(run.annotations[0]?.message).toMatch(/^a: .*\/usr\/bin\/no-python.* not found/)
  expect(run.summary).toContain('no-python: not found')
})

test('a lost host with an odd name is played again, too', async () => {
  const hosts = ['my host', 'web:22', '2001:db8::1', 'there']
  const vars = (connection: string) => ({ ansible_connection: connection })
  const hostvars = Object.fromEntries(hosts.map(name => [name, vars(name === 'there' ? 'local' : 'flaky')]))
  await using there = await stage({
    'site.yml': `- hosts: all${TWO}`,
    'ansible.cfg': '[defaults]\ngathering = explicit\nconnection_plugins = ./plugins\n',
    'plugins/flaky.py': FLAKY,
    'hosts.sh': `#!/bin/sh\necho '${JSON.stringify({ all: { hosts }, _meta: { hostvars } })}'\n`,
  })
  await there.executable('hosts.sh')
  const run = await there.run({ inventory: 'hosts.sh' }, { env: { FLAGS: there.workspace } })
  expect(run).toMatchObject({ conclusion: 'success', outputs: { unreachable: '0', ok: '8' } })
})
