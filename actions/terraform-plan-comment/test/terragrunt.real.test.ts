import { dirname } from 'node:path'
import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { program } from '../../../test/support/programs/program.ts'
import { planComment, pullRequest, resource, workspace } from './setting.ts'

const files = {
  'live/root.hcl': '',
  'live/net/terragrunt.hcl': '',
  'live/net/main.tf': `${resource('net', '"n"')}output "id" {\n  value = terraform_data.net.id\n}\n`,
  'live/app/terragrunt.hcl':
    'dependency "net" {\n  config_path  = "../net"\n  mock_outputs = { id = "mock" }\n}\ninputs = { net = dependency.net.outputs.id }\n',
  'live/app/main.tf': `variable "net" {}\n${resource('app', 'var.net')}`,
}

async function onPath(...tools: ('terragrunt' | 'tofu' | 'terraform')[]) {
  const folders = await Promise.all(tools.map(async tool => dirname(await program(tool))))
  return { PATH: [...folders, process.env.PATH].join(':') }
}

test('units are root modules with sections of their own; one that fails does not hide the others', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({
    ...files,
    'live/bad/terragrunt.hcl': '',
    'live/bad/main.tf': 'variable "x" {}\n',
    'live/after/terragrunt.hcl': 'dependencies {\n  paths = ["../bad"]\n}\n',
    'live/after/main.tf': resource('after', '1'),
  })
  const job = pull.job()
  const env = { ...job.env, ...(await onPath('terragrunt', 'tofu')) }
  const run = await planComment(place.path, { tool: 'auto', directories: 'live' }, { ...job, env })
  expect(run).toMatchObject({ code: 1, tempLeft: [] })
  expect(JSON.parse(run.outputs.directories ?? '')).toMatchObject([
    { directory: 'live/after', outcome: 'failed' },
    { directory: 'live/app', outcome: 'planned', counts: { create: 1 } },
    { directory: 'live/bad', outcome: 'failed' },
    { directory: 'live/net', outcome: 'planned', counts: { create: 1, outputs: 1 } },
  ])
  expect(run.annotations).toContainEqual(
    expect.objectContaining({ file: 'live/bad/main.tf', line: 1, level: 'error' }),
  )
  const body = (await pull.comments())[0]?.body ?? ''
  for (const part of ['terraform_data.app', 'terraform_data.net', 'No value for required variable'])
    expect(body).toContain(part)
  expect(body).toContain('a unit that it depends on has failed')
})

test('a folder may be a unit itself', async () => {
  await using place = await workspace(files)
  const env = await onPath('terragrunt', 'tofu')
  const run = await planComment(place.path, { tool: 'auto', directories: 'live/net\nlive/app' }, { env })
  expect(run).toMatchObject({ code: 0, annotations: [] })
  const found = JSON.parse(run.outputs.directories ?? '').map((one: { directory: string }) => one.directory)
  expect(found).toEqual(['live/net', 'live/app'])
})

test('a broken terragrunt.hcl is told on its line', async () => {
  await using place = await workspace({ ...files, 'live/app/terragrunt.hcl': 'inputs = {{\n' })
  const env = await onPath('terragrunt', 'tofu')
  const run = await planComment(place.path, { tool: 'auto', directories: 'live' }, { env })
  expect(run.code).toBe(1)
  expect(run.annotations).toContainEqual(
    expect.objectContaining({
      file: 'live/app/terragrunt.hcl',
      message: expect.stringContaining('Missing expression'),
    }),
  )
})

test('validate: units, their formatting and that of terragrunt.hcl', async () => {
  await using place = await workspace({
    ...files,
    'live/bad/terragrunt.hcl': 'inputs={}\n',
    'live/bad/main.tf': 'resource "terraform_data" "x" {\n  input = var.nope\n}\n',
    'live/app/main.tf': `variable "net" {}\n${resource('app', ' var.net')}`,
  })
  const env = await onPath('terragrunt', 'tofu')
  const inputs = { tool: 'auto', mode: 'validate', directories: 'live' }
  const run = await planComment(place.path, inputs, { env })
  expect(run.code).toBe(1)
  expect(JSON.parse(run.outputs.directories ?? '')).toMatchObject([
    { directory: 'live/app', outcome: 'invalid', changed: true },
    { directory: 'live/bad', outcome: 'invalid', changed: true },
    { directory: 'live/net', outcome: 'valid', changed: false },
  ])
  const places = run.annotations.map(({ file, line }) => `${file}:${line}`)
  expect(places).toEqual(
    expect.arrayContaining(['live/app/main.tf:3', 'live/bad/main.tf:2', 'live/bad/terragrunt.hcl:1']),
  )
})

test('OpenTofu plans what holds .tofu files', async () => {
  await using place = await workspace({ 'main.tofu': resource('x', '1') })
  const run = await planComment(place.path, { tool: 'auto' }, { env: await onPath('tofu', 'terraform') })
  expect(run).toMatchObject({ code: 0, annotations: [] })
  expect(run.summary).toMatch(/OpenTofu \d/)
  expect(run.summary).toContain('terraform_data.x')
})
