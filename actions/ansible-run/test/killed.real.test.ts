import { mkdir, mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { outputs, playbook, stage } from './stage.ts'

const SECRETS = { vault: 'correct horse battery', env: 'hunter2-is-no-password', extra: 'tr0ub4dor-and-3' }
/** Files that Ansible renders on their way to a host and to the runner itself; and a play in its middle. */
const SITE = {
  'site.yml': playbook(`- name: Renders
  ansible.builtin.template: {src: app.j2, dest: "{{ playbook_dir }}/rendered"}
- name: Renders on the runner itself
  ansible.builtin.template: {src: app.j2, dest: "{{ playbook_dir }}/local"}
  delegate_to: localhost
  vars: {ansible_python_interpreter: /usr/bin/python3}
- name: Hands a secret to a program on the runner
  ansible.builtin.command: {argv: [sleep, "1"], stdin: "{{ extra }}"}
  delegate_to: localhost
  vars: {ansible_python_interpreter: /usr/bin/python3, ansible_pipelining: false}
- name: Reads
  ansible.builtin.raw: sleep 0.3; echo "{{ lookup('file', env_file) | length }}"
- name: Sleeps
  ansible.builtin.raw: sleep 0.5
`),
  'app.j2': "{{ extra }} {{ lookup('file', env_file) }}\n",
}
const MOMENTS = 20
/** As GitHub's runner does, in a hurry; and killed at once, so that only the post step is left to clean up. */
const GRACES = [undefined, { interrupt: 1, terminate: 1 }] as const

/** Files with a secret in them, and sockets of connections that are logged in. */
async function secretsIn(folder: string, wanted: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map(async entry => {
      const path = join(entry.parentPath, entry.name)
      if (entry.isSocket()) return [path]
      const content = entry.isFile() ? await readFile(path, 'latin1').catch(() => '') : ''
      return wanted.some(secret => content.includes(secret)) ? [path] : []
    }),
  )
  return found.flat()
}

/** Where modules unpack themselves, which no variable moves. */
async function payloads(): Promise<string[]> {
  const names = await readdir('/tmp')
  return names.filter(name => /^ansible_.*_payload_/.test(name)).map(name => join('/tmp', name))
}

test('killed at any moment, no key, vault password or .env value stays on the disk of the runner', async () => {
  await using there = await stage(SITE)
  await using temp = await mkdtempDisposable(join(tmpdir(), 'runner-temp-'))
  const [, , line = ''] = there.host.privateKey.split('\n')
  const wanted = [line, ...Object.values(SECRETS)]
  // All that a program of the step can take for its own: home, temporary files of the runner and of programs.
  const home = join(temp.path, 'home')
  const TMPDIR = join(temp.path, 'tmp')
  for (const folder of [home, TMPDIR]) await mkdir(folder)
  // Where Ansible's modules on the runner go, whatever HOME is; the rest of it belongs to others on this machine.
  const places = [temp.path, join(userInfo().homedir, '.ansible/tmp')]
  const search = async () => {
    const all = [...places, ...(await payloads())]
    return (await Promise.all(all.map(place => secretsIn(place, wanted)))).flat()
  }
  const run = (killAfter?: number, grace?: { interrupt: number; terminate: number }) =>
    there.run(
      {
        // The host is this machine, too: what is left on it is not on the disk of the runner.
        hosts: outputs({
          web: { port: there.host.port, vars: { ansible_remote_tmp: join(there.host.home, 'tmp') } },
        }),
        'vault-passwords': `prod=${SECRETS.vault}`,
        'env-file': `PASSWORD=${SECRETS.env}`,
        'extra-vars': `extra=${SECRETS.extra}`,
      },
      {
        temp: temp.path,
        env: { HOME: home, TMPDIR },
        ...(killAfter !== undefined && { killAfter }),
        ...(grace && { grace }),
      },
    )
  let during = 0
  const look = setInterval(async () => {
    during = Math.max(during, (await search()).length)
  }, 200)
  const whole = await run()
  clearInterval(look)
  expect(whole.conclusion).toBe('success')
  // The key, the vault password, the .env file and the variables: so the search does find them.
  expect(during).toBeGreaterThanOrEqual(4)
  const found: string[] = []
  const conclusions = new Set<string>()
  for (let moment = 0; moment < MOMENTS; moment++) {
    // Spread over the whole run, at random within each part of it.
    const at = ((moment + Math.random()) / MOMENTS) * whole.duration
    const killed = await run(at, GRACES[moment % GRACES.length])
    conclusions.add(killed.conclusion)
    const left = await search()
    found.push(...left.map(path => `after ${Math.round(at)} ms: ${path}`))
  }
  expect(found).toEqual([])
  expect(conclusions).toContain('cancelled')
})
