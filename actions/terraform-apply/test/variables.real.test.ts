import { expect, test } from '@jest/globals'
import { startStage } from './stage.ts'

const MAIN = `terraform {
  backend "local" { path = "{folder}/terraform.tfstate" }
}
variable "size" { type = number }
variable "token" {
  type      = string
  ephemeral = true
}
variable "login" {
  type      = string
  ephemeral = true
}
`
const WEB = { 'web.tf': 'resource "terraform_data" "web" { input = var.size }\n' }

test('ephemeral variables, of which the plan keeps no values, are given to the apply again', async () => {
  const given = 'size  = 3\ntoken = "hunter2-swordfish"\n'
  await using stage = await startStage({ 'main.tf': MAIN, 'prod.tfvars': given })
  const inputs = { 'var-files': 'prod.tfvars', 'plan-args': '-var=login=ada-lovelace' }
  const pull = await stage.open(WEB)
  expect(await stage.plan(pull, { inputs })).toMatchObject({ code: 0 })
  const run = await stage.apply(await stage.merge(pull), { inputs })
  expect(run).toMatchObject({ code: 0, outputs: { applied: 'true' } })
  expect(run.log).not.toContain('hunter2-swordfish')
})
