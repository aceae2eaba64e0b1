import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { freePort } from '../../../test/support/services/ssh-host.ts'
import { exec } from '../../../toolkit/exec/exec.ts'
import { stage } from './stage.ts'

const SITE = '- hosts: app\n  gather_facts: false\n  roles: [acme.tools.greet]\n'

/** A collection with a role, as a Galaxy server hands it out. */
async function collection(folder: string): Promise<Buffer> {
  const galaxy = join(dirname(await program('ansible-playbook')), 'ansible-galaxy')
  await exec(galaxy, ['collection', 'init', 'acme.tools', '--init-path', folder])
  const tasks = join(folder, 'acme/tools/roles/greet/tasks')
  await mkdir(tasks, { recursive: true })
  await writeFile(join(tasks, 'main.yml'), '- name: Greets\n  ansible.builtin.raw: echo hello\n')
  await exec(galaxy, ['collection', 'build', join(folder, 'acme/tools'), '--output-path', folder])
  return readFile(join(folder, 'acme-tools-1.0.0.tar.gz'))
}

test('requirements are fetched again where the server stumbles, and not at all where they are there', async () => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'galaxy-'))
  const archive = await collection(home.path)
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    if (asked === 1) response.writeHead(503).end()
    else response.writeHead(200, { 'content-length': archive.length }).end(archive)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await using there = await stage({
    'site.yml': SITE,
    'url.yml': `collections:\n  - name: http://127.0.0.1:${port}/acme-tools-1.0.0.tar.gz\n    type: url\n`,
    'name.yml': 'collections:\n  - name: acme.tools\n    version: 1.0.0\n',
  })
  const env = { HOME: home.path, ANSIBLE_GALAXY_SERVER: `http://127.0.0.1:${await freePort()}` }
  const fetched = await there.run({ requirements: 'url.yml' }, { env })
  server.close()
  expect(fetched).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
  expect(asked).toBeGreaterThanOrEqual(2)
  const cached = await there.run({ requirements: 'name.yml' }, { env })
  expect(cached).toMatchObject({ conclusion: 'success', outputs: { ok: '1' } })
})

test('what nobody has is said to be missing', async () => {
  await using there = await stage({ 'site.yml': SITE, 'requirements.yml': 'collections: no list\n' })
  const run = await there.run({ requirements: 'requirements.yml' })
  expect(run.conclusion).toBe('failure')
  expect(run.annotations.at(-1)?.message).toMatch(/^what 'requirements\.yml' requires cannot be installed: /)
})
