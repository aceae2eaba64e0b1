import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { playbook, stage } from './stage.ts'

const SECRETS = { vault: 'correct horse battery', env: 'hunter2-is-no-password', extra: 'tr0ub4dor-and-3' }
/** What a rendered file, a copy of the `.env` file and a play in its middle leave on the way. */
const SITE = {
  'site.yml': playbook(`- name: Renders
  ansible.builtin.template: {src: app.j2, dest: "{{ playbook_dir }}/rendered"}
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

async function filesWith(folder: string, wanted: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter(one => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const content = await readFile(path, 'latin1').catch(() => '')
    if (wanted.some(secret => content.includes(secret))) found.push(path)
  }
  return found
}

test('killed at any moment, no key, vault password or .env value stays on the disk of the runner', async () => {
  await using there = await stage(SITE)
  await using temp = await mkdtempDisposable(join(tmpdir(), 'runner-temp-'))
  const [, , line = ''] = there.host.privateKey.split('\n')
  const wanted = [line, ...Object.values(SECRETS)]
  const run = (killAfter?: number, grace?: { interrupt: number; terminate: number }) =>
    there.run(
      {
        'vault-passwords': `prod=${SECRETS.vault}`,
        'env-file': `PASSWORD=${SECRETS.env}`,
        'extra-vars': `extra=${SECRETS.extra}`,
      },
      {
        temp: temp.path,
        env: { HOME: temp.path },
        ...(killAfter !== undefined && { killAfter }),
        ...(grace && { grace }),
      },
    )
  let during = 0
  const look = setInterval(async () => {
    during = Math.max(during, (await filesWith(temp.path, wanted)).length)
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
    const left = await filesWith(temp.path, wanted)
    found.push(...left.map(path => `after ${Math.round(at)} ms: ${path}`))
  }
  expect(found).toEqual([])
  expect(conclusions).toContain('cancelled')
})
