import { dirname } from 'node:path'
import { expect, test } from '@jest/globals'
import { program } from '../../../test/support/programs/program.ts'
import { runAction } from '../../../test/support/runner.ts'
import { workspace } from './setting.ts'

const files = {
  'live/root.hcl': '',
  'live/net/terragrunt.hcl': '',
  'live/net/main.tf':
    'resource "terraform_data" "net" {\n  input = "n"\n}\noutput "id" {\n  value = terraform_data.net.id\n}\n',
  'live/app/terragrunt.hcl':
    'dependency "net" {\n  config_path  = "../net"\n  mock_outputs = { id = "mock" }\n}\ninputs = { net = dependency.net.outputs.id }\n',
  'live/app/main.tf': 'variable "net" {}\nresource "terraform_data" "app" {\n  input = var.net\n}\n',
  'live/bad/terragrunt.hcl': '',
  'live/bad/main.tf': 'variable "x" {}\n',
}

test.each(['plan', 'validate'])('units are root modules: %s', async mode => {
  const PATH = [dirname(await program('terragrunt')), dirname(await program('tofu')), process.env.PATH].join(
    ':',
  )
  await using place = await workspace(files)
  const run = await runAction('terraform-plan-comment', {
    cwd: place.path,
    inputs: { mode, directories: 'live' },
    env: { PATH },
  })
  console.log(run.log, run.outputs)
  expect(run).toMatchObject({ code: 1, tempLeft: [] })
})
