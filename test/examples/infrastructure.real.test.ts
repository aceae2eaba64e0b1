import { readFileSync } from 'node:fs'
import { mkdir, mkdtempDisposable, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../../scripts/actions.ts'
import { scaffold } from '../../scripts/scaffold.ts'
import { exec } from '../../toolkit/exec/exec.ts'
import { program } from '../support/programs/program.ts'

const EXAMPLE = 'workflows-examples/eks/source-repo'
const read = (file: string) => readFileSync(join(root, file), 'utf8')

let PATH = ''
beforeAll(async () => {
  PATH = [dirname(await program('jq')), process.env.PATH].join(delimiter)
})

/** The example as a repository with one commit. */
async function repository() {
  const place = await mkdtempDisposable(join(tmpdir(), 'environments-'))
  const folder = join(place.path, 'kv-source')
  await scaffold('eks/source-repo', folder)
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
  const git = (...args: string[]) => exec('git', [...author, ...args], { cwd: folder })
  const commit = async () => {
    await git('add', '--all')
    await git('commit', '--quiet', '--message', 'A change')
  }
  await commit()
  const environments = (...args: string[]) =>
    exec('scripts/environments', args, { cwd: folder, env: { ...process.env, PATH }, accept: 'any' })
  return { folder, commit, environments, [Symbol.asyncDispose]: () => place.remove() }
}

describe('the environments that a change touches', () => {
  const all = ['shared', 'dev', 'staging', 'prod']
  test.each<[string, string[], string[]]>([
    ['a unit', ['live/dev/eu-central-1/network/terragrunt.hcl'], ['dev']],
    ['a new region', ['live/prod/us-east-1/region.hcl'], ['prod']],
    ['two environments, the later first', ['live/prod/x.hcl', 'live/shared/x.hcl'], ['shared', 'prod']],
    ['a module', ['modules/eks/main.tf'], all],
    ['what all units share', ['live/units/network.hcl'], all],
    ['what all environments share', ['live/project.hcl'], all],
    ['words', ['live/README.md', 'modules/eks/README.md', 'live/dev/README.md'], []],
    ['another folder', ['../../kv/src/main.ts'], []],
  ])('%s', async (_, files, touched) => {
    await using there = await repository()
    for (const file of files) {
      const path = join(there.folder, 'deploy/terraform', file)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, 'changed\n')
    }
    await there.commit()
    const { stdout } = await there.environments('HEAD^')
    expect(JSON.parse(stdout)).toEqual(touched)
  })

  test('are those that there are, production last', async () => {
    await using there = await repository()
    expect(JSON.parse((await there.environments()).stdout)).toEqual(all)
    await rm(join(there.folder, 'deploy/terraform/live/dev'), { recursive: true })
    await there.commit()
    expect(JSON.parse((await there.environments()).stdout)).toEqual(['shared', 'staging', 'prod'])
    expect(JSON.parse((await there.environments('HEAD^')).stdout)).toEqual([])
  })

  test('are not guessed from a commit that is not there', async () => {
    await using there = await repository()
    expect(await there.environments('0'.repeat(40))).toMatchObject({ stdout: '' })
    expect((await there.environments('0'.repeat(40))).code).not.toBe(0)
  })
})

describe('Terragrunt', () => {
  const install = (PATH: string, temp: string) =>
    exec(join(root, EXAMPLE, 'scripts/install-terragrunt'), [], {
      env: { PATH, RUNNER_TEMP: temp, GITHUB_PATH: join(temp, 'path') },
      accept: 'any',
    })

  test('that is not what its checksum says is not taken', async () => {
    await using temp = await mkdtempDisposable(join(tmpdir(), 'install-'))
    const bin = join(temp.path, 'bin')
    await mkdir(bin)
    // In the place of the release: a download of something else.
    const curl = '#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\necho "echo not Terragrunt" > "$2"\n'
    await writeFile(join(bin, 'curl'), curl, { mode: 0o755 })
    const tried = await install([bin, '/usr/bin', '/bin'].join(delimiter), temp.path)
    expect(tried.code).not.toBe(0)
    expect(tried.stdout + tried.stderr).toMatch(/FAILED/)
    expect(tried.stdout).not.toContain('not Terragrunt')
  })

  test('that a runner brings is kept', async () => {
    await using temp = await mkdtempDisposable(join(tmpdir(), 'install-'))
    const path = [dirname(await program('terragrunt')), '/usr/bin', '/bin'].join(delimiter)
    const kept = await install(path, temp.path)
    expect(kept).toMatchObject({ code: 0, stdout: expect.stringMatching(/terragrunt version v1\./) })
  })
})

test('the workflows take the roles that Terraform makes', () => {
  const project = /^ {2}project = "(.*)"$/m.exec(read('terraform/live/project.hcl'))?.[1]
  expect(read('terraform/modules/cluster-access/main.tf')).toContain('"${local.cluster_name}-github"')
  expect(read('terraform/modules/registry-access/main.tf')).toContain('"${var.project}-registry-github"')
  const texts = ['infrastructure', 'drift'].map(name => read(`${EXAMPLE}/.github/workflows/${name}.yml`))
  const roles = texts.flatMap(text => text.match(/:role\/.*/g) ?? [])
  const role = (name: string) => `:role/${project}-\${{ env.SCOPE }}-github-${name}`
  expect(roles).toEqual([role('plan'), role('apply'), role('plan')])
  const { on } = parse(texts[0] ?? '')
  expect([...on.workflow_dispatch.inputs.environment.options].sort()).toEqual(
    ['dev', 'prod', 'shared', 'staging'].sort(),
  )
})
