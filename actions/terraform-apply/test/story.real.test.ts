import { readFile, stat } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { startStage } from './stage.ts'

const MAIN = `
terraform {
  backend "local" { path = "{folder}/terraform.tfstate" }
}
variable "token" {
  type      = string
  sensitive = true
}
resource "terraform_data" "web" { input = "one" }
output "address" { value = terraform_data.web.output }
output "token" {
  value     = var.token
  sensitive = true
}
`
const SECRET = 'hunter2-swordfish'
const env = { TF_VAR_token: SECRET }

test.each(['merge', 'squash', 'rebase'] as const)(
  'planned, merged by %s, applied: what was reviewed',
  async method => {
    await using stage = await startStage({ 'main.tf': MAIN })
    const pull = await stage.open({ 'more.tf': 'resource "terraform_data" "db" { input = "new" }\n' })
    const planned = await stage.plan(pull, { env })
    expect(planned).toMatchObject({ code: 0 })
    const run = await stage.apply(await stage.merge(pull, method), { env })
    console.log(planned.log, run.log, run.summary, JSON.stringify(await stage.comments(pull), null, 1))
    expect(run).toMatchObject({ code: 0, conclusion: 'success' })
    expect(run.outputs).toMatchObject({ applied: 'true', 'pull-request': String(pull.number) })
    expect(JSON.parse(run.outputs.outputs ?? '')).toEqual({ address: 'one' })
    expect((await stage.state()).resources.map(({ name }) => name).sort()).toEqual(['db', 'web'])
  },
)
