import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startStage } from './stage.ts'

const BACKEND = 'terraform {\n  backend "local" { path = "{folder}/terraform.tfstate" }\n}\n'
// Read anew by each plan, as a website that tells the time would be.
const CHECK = `check "site" {
  data "terraform_remote_state" "site" {
    backend = "local"
    config  = { path = "{folder}/site.tfstate" }
  }
  assert {
    condition     = data.terraform_remote_state.site.outputs.time != ""
    error_message = "The site tells no time."
  }
}
`
const WEB = { 'web.tf': 'resource "terraform_data" "web" { input = "one" }\n' }

const site = (folder: string, value: string) =>
  writeFile(
    join(folder, 'site.tfstate'),
    JSON.stringify({
      ...{ version: 4, terraform_version: '1.11.4', serial: 1, lineage: 'site', resources: [] },
      outputs: { time: { value, type: 'string' } },
    }),
  )

test('what a check reads may change between review and apply, and alone is nothing to apply', async () => {
  await using stage = await startStage({ 'main.tf': BACKEND, 'check.tf': CHECK })
  await site(stage.folder, '10:00')
  const pull = await stage.open(WEB)
  expect(await stage.plan(pull)).toMatchObject({ code: 0, outputs: { changed: 'true' } })
  await site(stage.folder, '10:05')
  expect(await stage.apply(await stage.merge(pull))).toMatchObject({ code: 0, outputs: { applied: 'true' } })
  // Terraform calls this plan applyable, too: nobody reviewed it, and nothing is to be done.
  expect(await stage.apply(await stage.commit({ 'README.md': 'docs' }))).toMatchObject({
    code: 0,
    outputs: { applied: 'false' },
  })
})
