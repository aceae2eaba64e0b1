import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { program } from '../../test/support/programs/program.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { ansible, beside, environment } from './setting.ts'

const run = async (path: string, ...args: string[]) =>
  exec(path, args, { cwd: ansible, accept: 'any', env: await environment() })

test('ansible-lint finds nothing, by its strictest profile', async () => {
  const { code, stdout, stderr } = await run(await program('ansible-lint'), '--nocolor', '--strict')
  expect(code === 0 ? '' : stdout).toBe('')
  expect(stderr).toContain("Profile 'production' was required, and it passed")
})

test('yamllint finds nothing', async () => {
  expect(await run(await beside('yamllint'), '--strict', '.')).toMatchObject({ code: 0, stdout: '' })
})

test.each(readdirSync(ansible).filter(file => file.endsWith('.yml') && file !== 'requirements.yml'))(
  '%s is a playbook',
  async playbook => {
    const { code, stderr } = await run(
      await beside('ansible-playbook'),
      '--syntax-check',
      '--inventory',
      'web,',
      playbook,
    )
    expect(code === 0 ? '' : stderr).toBe('')
  },
)

const ROLES = readdirSync(join(ansible, 'roles'))

test.each(ROLES)('role %s declares every variable that it has a default for', async role => {
  const { readFile } = await import('node:fs/promises')
  const read = async (file: string) => parse(await readFile(join(ansible, 'roles', role, file), 'utf8'))
  const declared = Object.keys((await read('meta/argument_specs.yml')).argument_specs.main.options)
  const defaults = Object.keys(await read('defaults/main.yml'))
  expect(declared).toEqual(expect.arrayContaining(defaults))
  for (const name of declared) expect(name.startsWith(`${role}_`)).toBe(true)
})
