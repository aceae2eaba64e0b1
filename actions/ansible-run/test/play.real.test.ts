import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { outputs, playbook, stage } from './stage.ts'

test('plays on the hosts of Terraform, tells every result, and leaves nothing behind', async () => {
  await using there = await stage({
    'ansible/site.yml': playbook(`- name: Says its id
  ansible.builtin.raw: echo "id {{ id }}"
  changed_when: false
- name: Copies the environment
  ansible.builtin.copy: {src: "{{ env_file }}", dest: "{{ folder }}/.env", mode: "0600"}
- name: Hidden
  ansible.builtin.raw: echo sesame-open
  no_log: true
- name: Takes the variable
  ansible.builtin.raw: test "{{ greeting }}" = 'hello world'
`),
  })
  const { host, workspace } = there
  const run = await there.run(
    {
      playbook: 'ansible/site.yml',
      hosts: outputs({ web: { port: host.port, vars: { folder: workspace } } }).replace(
        '"folder"',
        '"id":12345678901234567890,"folder"',
      ),
      'ssh-private-key': host.privateKey.trimEnd().replaceAll('\n', '\r\n'),
      'env-file': `PASSWORD=pa$$w'ord #1"\nMODE=production-mode`,
      'extra-vars': 'greeting=hello world',
      diff: 'true',
    },
    { debug: true },
  )
  expect(run.log).toContain('changed: [web]')
  expect(run).toMatchObject({ conclusion: 'success', tempLeft: [] })
  expect(run.outputs).toMatchObject({ ok: '4', changed: '3', failed: '0', unreachable: '0' })
  expect(JSON.parse(run.outputs.recap!)).toEqual({
    web: { ok: 4, changed: 3, unreachable: 0, failed: 0, skipped: 0, rescued: 0, ignored: 0 },
  })
  expect(await readFile(join(workspace, '.env'), 'utf8')).toBe(
    `PASSWORD='pa$$w\\'ord #1"'\nMODE='production-mode'\n`,
  )
  expect(run.summary).toContain('### ✅ Play of `ansible/site.yml` · 3 changes on 1 of 1 host')
  expect(run.summary).toContain('`ansible/site.yml:7`')
  for (const secret of ["pa$$w'ord", "pa$$w\\'ord", 'production-mode', 'sesame-open'])
    for (const text of [run.summary, run.log, run.rawStdout.replaceAll(/^::add-mask::.*$/gm, '')])
      expect(text).not.toContain(secret)
})

test('a failed task is an annotation on its line, and its host is named', async () => {
  await using there = await stage({
    'site.yml': playbook(`- name: Rescued
  block:
    - ansible.builtin.raw: exit 3
  rescue:
    - ansible.builtin.raw: "true"
- name: Starts | the app
  ansible.builtin.raw: echo "no such ::error::port" >&2; exit 7
`),
  })
  const run = await there.run({ 'verify-idempotent': 'true' })
  expect(run.conclusion).toBe('failure')
  expect(run.outputs).toMatchObject({ ok: '1', failed: '1', unreachable: '0' })
  expect(run.annotations).toEqual([
    {
      level: 'error',
      title: 'Starts | the app',
      file: 'site.yml',
      line: 9,
      message: expect.stringMatching(/^web: non-zero return code: .*exit code 7$/),
    },
    { level: 'error', message: "1 task failed ('Starts | the app' on web)" },
  ])
  expect(run.summary).toContain('**`Starts | the app` failed on `web`** · `site.yml:9`')
})

test('what changes again in a second play is named', async () => {
  await using there = await stage({
    'site.yml': playbook(`- name: Fine
  ansible.builtin.raw: "true"
  changed_when: false
- name: Never at rest
  ansible.builtin.raw: "true"
`),
  })
  const run = await there.run({ 'verify-idempotent': 'true' })
  expect(run.annotations).toEqual([
    expect.objectContaining({ level: 'warning', title: 'Never at rest', file: 'site.yml', line: 7 }),
    {
      level: 'error',
      message: "the playbook is not idempotent: played a second time, it changed 'Never at rest' on web",
    },
  ])
})

/** Made by `ansible-vault encrypt` with the password `correct horse`. */
const VAULT = `$ANSIBLE_VAULT;1.1;AES256
33303934353233656666343037373163376330353464303166316563366331393661633961313430
6362366637343135653832376365343430316337663566340a353665336465363232313339353461
33623237386539336666313564396230376637303137636336343065616431326666316462623035
6466346337663838390a303731373434333330343539636239323363353764653834376535636339
63326435643533636339353830363338636239383133303063363133343636653533313262636130
34326665333864306237396565393230613739633866346535356163646232346237326531623430
396264336634326461336234626564643031
`

const nothing = playbook('- ansible.builtin.raw: "true"\n')

test.each<[string, Record<string, string>, Record<string, string>, RegExp]>([
  [
    'no host of the play',
    { 'site.yml': nothing.replace('app', 'db') },
    {},
    /^no host of the inventory is matched by 'hosts: db'/,
  ],
  ['no host by limit', { 'site.yml': nothing }, { limit: 'nobody' }, /^input 'limit' matches no host/],
  ['no task by tags', { 'site.yml': nothing }, { tags: 'no' }, /^nothing was played: no task was left/],
  ['no YAML', { 'site.yml': '- hosts: app\n  tasks: [\n' }, {}, /^the playbook cannot be read: /],
  [
    'an unknown module',
    { 'site.yml': playbook('- no.such.module:\n') },
    {},
    /^a module or a role is missing.*no\.such\.module/,
  ],
  [
    'a broken inventory',
    { 'site.yml': nothing, 'hosts.ini': '[app\nweb' },
    { inventory: 'hosts.ini' },
    /^input 'inventory': Ansible cannot read it: /,
  ],
  [
    'a wrong vault password',
    {
      'site.yml': nothing,
      'group_vars/app.yml': VAULT,
    },
    { 'vault-passwords': 'wrong-one' },
    /^a vault cannot be opened/,
  ],
])('%s is an error of its own', async (_, files, inputs, message) => {
  await using there = await stage(files)
  const run = await there.run(inputs)
  expect(run.annotations.at(-1)).toMatchObject({ level: 'error', message: expect.stringMatching(message) })
  expect(run).toMatchObject({ conclusion: 'failure', tempLeft: [] })
})
