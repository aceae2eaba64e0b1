import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { stage } from './stage.ts'

test('vaults are found among more files than may be open at once', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'vaults-'))
  await mkdir(join(folder.path, 'files'))
  for (let i = 0; i < 600; i++) await writeFile(join(folder.path, 'files', `${i}`), 'x')
  const source = new URL('../src/secrets/vaulted-values.ts', import.meta.url)
  const script = `import { vaultedValues } from '${source}'; console.log((await vaultedValues(['${folder.path}'], ['x'])).length)`
  const args = ['-c', 'ulimit -n 100; exec "$0" --input-type=module -e "$1"', process.execPath, script]
  expect((await exec('sh', args)).stdout).toBe('0\n')
})

test.each<[string, Record<string, string>, Record<string, string>, NodeJS.ProcessEnv]>([
  ['with the password as an input', {}, { 'vault-passwords': 'correct horse' }, {}],
  [
    'with the file that ansible.cfg names',
    { 'ansible.cfg': '[defaults]\nvault_password_file = ./password\n' },
    {},
    {},
  ],
  [
    'with the ids that the environment names',
    {},
    {},
    { ANSIBLE_VAULT_IDENTITY_LIST: 'x@nowhere, prod@password' },
  ],
])('a vault that lies elsewhere in the workspace is hidden, too, %s', async (_, files, inputs, env) => {
  await using there = await stage({
    'plays/site.yml': `- hosts: all
  gather_facts: false
  vars_files: [../secrets/vault.yml]
  tasks:
    - ansible.builtin.copy:
        content: "{{ password }}"
        dest: "{{ playbook_dir }}/out"
`,
    'inventories/hosts': 'localhost ansible_connection=local ansible_python_interpreter=/usr/bin/python3\n',
    password: 'correct horse',
    'secrets/vault.yml': 'password: battery-staple\n',
    nowhere: 'another',
  })
  const vault = join(dirname(await program('ansible-playbook')), 'ansible-vault')
  await exec(vault, ['encrypt', '--vault-password-file', 'password', 'secrets/vault.yml'], {
    cwd: there.workspace,
  })
  for (const [path, content] of Object.entries(files)) await there.write(path, content)
  const given = { playbook: 'plays/site.yml', inventory: 'inventories/hosts', diff: 'true' }
  const run = await there.run({ ...given, ...inputs }, { env: env as Record<string, string> })
  expect(run.summary).toContain('+***')
  expect(run.summary + run.log).not.toContain('battery-staple')
})
