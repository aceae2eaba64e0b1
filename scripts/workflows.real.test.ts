import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { program } from '../test/support/programs/program.ts'
import { exec } from '../toolkit/exec/exec.ts'
import { root } from './actions.ts'

const workflows = globSync(
  ['.github', 'workflows-examples/**/.github'].map(folder => `${folder}/workflows/*.yml`),
  {
    cwd: root,
  },
)

const said = async (name: 'actionlint' | 'zizmor', args: readonly string[]) => {
  const { code, stdout } = await exec(await program(name), [...args, ...workflows], {
    cwd: root,
    accept: 'any',
  })
  return code === 0 ? '' : stdout
}

test('the example of EC2 has the pipelines that its README tells of', () => {
  const folder = 'workflows-examples/ec2/.github/workflows'
  const names = ['terraform-validate', 'terraform-plan', 'terraform-apply', 'ansible-monitoring']
  for (const name of [...names, 'ci-application', 'cd-application'])
    expect(workflows).toContain(join(folder, `${name}.yml`))
})

test('actionlint has nothing to say of any workflow', async () => {
  // `queue` is newer than actionlint 1.7.12; GitHub's own parser checks it in the tests of the examples.
  const notYetKnown = '-ignore=unexpected key "queue" for "concurrency" section'
  expect(await said('actionlint', ['-no-color', '-shellcheck=', '-pyflakes=', notYetKnown])).toBe('')
})

test('zizmor finds no way in: least permissions, pinned actions, no text that becomes a command', async () => {
  const config = join(root, '.github/zizmor.yml')
  expect(await said('zizmor', ['--offline', '--no-progress', '--color=never', '--config', config])).toBe('')
})
