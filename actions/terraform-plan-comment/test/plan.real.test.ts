import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { planComment, pullRequest, resource, terraform, workspace } from './setting.ts'

test('several root modules are told in one comment, which the next run updates', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({
    'live/a/main.tf': resource('x', '1'),
    'live/b/main.tf': `${resource('y', '2')}output "o" {\n  value = 1\n}\n`,
    'live/docs/notes.md': '',
  })
  const first = await planComment(place.path, { directories: 'live/*/\nlive/a' }, pull.job(1))
  expect(first).toMatchObject({ code: 0, tempLeft: [] })
  const [comment] = await pull.comments()
  expect(first.outputs).toMatchObject({ changed: 'true', 'comment-url': comment?.html_url })
  expect(JSON.parse(first.outputs.counts ?? '')).toMatchObject({ create: 2, outputs: 1, delete: 0 })
  expect(JSON.parse(first.outputs.directories ?? '')).toMatchObject([
    { directory: 'live/a', outcome: 'planned', changed: true },
    { directory: 'live/b', outcome: 'planned', changed: true },
  ])
  expect(first.outputs['plan-json']?.split('\n')).toHaveLength(2)
  for (const shown of [comment?.body ?? '', first.summary])
    for (const part of ['live/a', 'terraform_data.x', 'live/b', 'terraform_data.y'])
      expect(shown).toContain(part)

  await place.write('live/a/main.tf', resource('z', '3'))
  const second = await planComment(place.path, { directories: 'live/a' }, pull.job(2))
  const [updated, ...others] = await pull.comments()
  expect(second.outputs['comment-url']).toBe(first.outputs['comment-url'])
  expect(others).toEqual([])
  expect(updated?.body).toContain('terraform_data.z')
  expect(updated?.body).not.toContain('terraform_data.x')
  expect(updated?.body).toContain('terraform_data.y')
})

test('two workspaces of one directory keep a section each', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': `${resource('x', 'terraform.workspace')}` })
  for (const name of ['blue', 'green']) await terraform(place.path, 'workspace', 'new', name)
  await planComment(place.path, { workspace: 'blue' }, pull.job(1))
  await planComment(place.path, { workspace: 'green' }, pull.job(1))
  await planComment(place.path, { workspace: 'blue' }, pull.job(2))
  const [comment, ...others] = await pull.comments()
  expect(others).toEqual([])
  expect(comment?.body?.match(/^### .*/gm)).toEqual([
    expect.stringContaining('(`blue`)'),
    expect.stringContaining('(`green`)'),
  ])
})

test('no changes: said in the comment, unless none is wanted for that', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': resource('x', '1') })
  await terraform(place.path, 'init')
  await terraform(place.path, 'apply', '-auto-approve')
  const quiet = await planComment(place.path, { comment: 'changes' }, pull.job())
  expect(quiet.outputs).toMatchObject({ changed: 'false', 'comment-url': '' })
  expect(await pull.comments()).toEqual([])
  const told = await planComment(place.path, { labels: 'true' }, pull.job(2))
  expect(told.code).toBe(0)
  const [comment] = await pull.comments()
  expect(comment?.body).toMatch(/no changes/i)
  expect(await pull.labels()).toEqual(['terraform: no changes'])

  await place.write('main.tf', '')
  const forbidden = await planComment(place.path, { 'fail-on': 'destroy', labels: 'true' }, pull.job(3))
  expect(forbidden.code).toBe(1)
  expect(forbidden.log).toContain("'.' would destroy 1 (terraform_data.x), which 'fail-on' forbids")
  expect((await pull.comments())[0]?.body).toContain('terraform_data.x')
  expect(await pull.labels()).toEqual(['terraform: destroy'])
})

test('of several root modules some fail: the others are reported, and the step fails naming those', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({
    'a/main.tf': resource('good', '1'),
    'b/main.tf': 'resource "terraform_data" "x" {\n  input = var.nope\n}\n',
    'c/main.tf': 'terraform {\n  required_version = "> 99"\n}\n',
  })
  const run = await planComment(place.path, { directories: 'a\nb\nc' }, pull.job())
  expect(run).toMatchObject({ code: 1, tempLeft: [] })
  const outcomes = JSON.parse(run.outputs.directories ?? '').map((one: { outcome: string }) => one.outcome)
  expect(outcomes).toEqual(['planned', 'failed', 'failed'])
  expect(run.annotations).toContainEqual(
    expect.objectContaining({
      level: 'error',
      message: expect.stringContaining('Reference to undeclared input variable'),
      ...{ file: 'b/main.tf', line: 2, column: 11 },
    }),
  )
  const last = run.annotations.at(-1)?.message
  expect(last).toMatch(/'b': Reference to undeclared input variable/)
  expect(last).toMatch(/'c': Unsupported Terraform Core version.*asks for another version/)
  const body = (await pull.comments())[0]?.body ?? ''
  for (const part of [
    'terraform_data.good',
    'undeclared input variable',
    'Unsupported Terraform Core version',
  ])
    expect(body).toContain(part)
})

test('a failed check leaves a partial plan, which is told; the step fails', async () => {
  await using place = await workspace({
    'main.tf': `${resource('a', '1')}resource "terraform_data" "b" {
  lifecycle {
    precondition {
      condition     = terraform_data.a.input == 2
      error_message = "Too small"
    }
  }
}
`,
  })
  const run = await planComment(place.path, {})
  expect(run.code).toBe(1)
  expect(run.summary).toContain('terraform_data.a')
  expect(run.summary).toContain('Too small')
})

test('workspace, variables and backend settings reach the plan', async () => {
  await using place = await workspace({
    'live/main.tf': `terraform {
  backend "local" {}
}
variable "a" {}
variable "b" {}
${resource('x', 'join("-", [var.a, var.b, terraform.workspace])')}`,
    'live/prod.tfvars': 'a = "aa"\n',
    'common.tfvars': 'b = "bb"\n',
    'state/.keep': '',
  })
  const inputs = {
    directories: 'live',
    workspace: 'prod',
    'var-files': 'prod.tfvars\ncommon.tfvars',
    'backend-config': `workspace_dir=${place.path}/state`,
  }
  const missing = await planComment(place.path, inputs)
  expect(missing.code).toBe(1)
  expect(missing.log).toMatch(/Cannot select the workspace 'prod'.*terraform workspace new/)
  await terraform(`${place.path}/live`, 'workspace', 'new', 'prod')
  const run = await planComment(place.path, inputs)
  expect(run.code).toBe(0)
  expect(run.summary).toContain('aa-bb-prod')
  const wrong = await planComment(place.path, { ...inputs, 'var-files': 'nope.tfvars' })
  expect(wrong.log).toContain(
    "input 'var-files' names 'nope.tfvars', which is neither in 'live' nor in the workspace",
  )
})

test('a dry run plans, and changes nothing on GitHub', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': resource('x', '1') })
  const before = github.requests.length
  const run = await planComment(place.path, { 'dry-run': 'true', labels: 'true' }, pull.job())
  expect(run.code).toBe(0)
  expect(run.summary).toContain('terraform_data.x')
  expect(github.requests.length).toBe(before)
})
