import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startStage } from './stage.ts'

const UNITS = {
  'live/root.hcl': `remote_state {
  backend  = "local"
  config   = { path = "{folder}/state/\${path_relative_to_include()}.tfstate" }
  generate = { path = "backend.tf", if_exists = "overwrite" }
}
`,
  // By its name it would come first.
  'live/app/terragrunt.hcl': `include "root" { path = find_in_parent_folders("root.hcl") }
dependency "net" {
  config_path                             = "../net"
  mock_outputs                            = { id = "made-up" }
  mock_outputs_allowed_terraform_commands = ["init", "plan", "show", "validate"]
}
inputs = { net = dependency.net.outputs.id }
`,
  'live/app/main.tf': `variable "net" { type = string }
resource "terraform_data" "app" { input = var.net }
output "net" { value = terraform_data.app.output }
`,
  'live/net/terragrunt.hcl': `include "root" { path = find_in_parent_folders("root.hcl") }\n`,
  'live/net/main.tf': `resource "terraform_data" "net" { input = "10.0.0.0/16" }
output "id" { value = terraform_data.net.id }
`,
}
const inputs = { directories: 'live' }

test('Terragrunt: units are applied after those they depend on, with their real outputs', async () => {
  await using stage = await startStage(UNITS, ['terraform', 'terragrunt'])
  const sha = await stage.commit({ 'README.md': 'more' })
  const run = await stage.apply(sha, { inputs: { ...inputs, approve: 'auto' } })
  expect(run).toMatchObject({ code: 0, outputs: { applied: 'true' }, tempLeft: [] })
  const outputs = JSON.parse(run.outputs.outputs ?? '') as Record<string, Record<string, string>>
  expect(Object.keys(outputs)).toEqual(['live/net', 'live/app'])
  expect(outputs['live/app']?.net).toBe(outputs['live/net']?.id)
  expect(await readFile(join(stage.folder, 'state/app.tfstate'), 'utf8')).not.toContain('made-up')
})

test('Terragrunt: what was reviewed with mock outputs is not applied; reviewed again with real ones, it is', async () => {
  await using stage = await startStage(UNITS, ['terraform', 'terragrunt'])
  const first = await stage.open({ 'README.md': 'one' })
  expect(await stage.plan(first, { inputs })).toMatchObject({ code: 0 })
  const half = await stage.apply(await stage.merge(first), { inputs })
  expect(half.code).toBe(1)
  expect(half.annotations.at(-1)?.message).toMatch(/'live\/app' was planned with mock outputs/)
  expect(await stage.data(first, 'terraform-apply', 'live/net')).toMatchObject({ state: 'applied' })
  expect(await stage.data(first, 'terraform-apply', 'live/app')).toMatchObject({ state: 'refused' })
  expect(existsSync(join(stage.folder, 'state/app.tfstate'))).toBe(false)
  const second = await stage.open({ 'README.md': 'two' })
  await stage.plan(second, { inputs })
  const run = await stage.apply(await stage.merge(second), { inputs })
  expect(run).toMatchObject({ code: 0, outputs: { applied: 'true' } })
  expect(await readFile(join(stage.folder, 'state/app.tfstate'), 'utf8')).not.toContain('made-up')
})

test('OpenTofu: planned, merged, applied', async () => {
  const main = `terraform {\n  backend "local" { path = "{folder}/t.tfstate" }\n}\nresource "terraform_data" "x" { input = 1 }\n`
  await using stage = await startStage({ 'main.tf': main }, ['terraform', 'tofu'])
  const pull = await stage.open({ 'README.md': 'more' })
  await stage.plan(pull, { inputs: { tool: 'tofu' } })
  const run = await stage.apply(await stage.merge(pull), { inputs: { tool: 'tofu' } })
  expect(run).toMatchObject({ code: 0, outputs: { applied: 'true' } })
  expect(run.log).toContain('OpenTofu')
})
