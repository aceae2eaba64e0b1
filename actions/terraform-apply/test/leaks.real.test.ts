import { expect, test } from '@jest/globals'
import { leaked, viewsOf } from '../../../test/support/plans/leaks.ts'
import type { ActionRun } from '../../../test/support/runner.ts'
import { type Pull, type Stage, startStage } from './stage.ts'

const SECRETS: Readonly<Record<string, string>> = {
  plain: 'Zx81kQ0pLm42',
  quotes: 'a"b\\c Q9w8e7',
  hcl: 'T0p${x}%{y}K3y',
  html: '<b>K3yH7ml&amp;4</b>',
  markdown: '`*_K3yM4rk_*`](x)|',
  unicode: 'pä$$wörd✓密码42',
}
const names = Object.keys(SECRETS)
const BACKEND = 'terraform {\n  backend "local" { path = "{folder}/terraform.tfstate" }\n}\n'
const MAIN = `${BACKEND}${names.map(name => `variable "${name}" {\n  sensitive = true\n}\n`).join('')}
variable "plain_too" {}
locals {
  all = [${names.map(name => `nonsensitive(var.${name})`).join(', ')}]
}
`
const CHANGE = `resource "terraform_data" "good" {
  for_each = toset(local.all)
  input    = { (each.key) = base64encode(each.key), again = var.plain_too }
}
resource "terraform_data" "bad" {
  for_each   = toset(local.all)
  depends_on = [terraform_data.good]
  provisioner "local-exec" {
    command     = "printenv SAID URL; exit 3"
    environment = { SAID = each.key, URL = "http://u:$\{urlencode(each.key)}@h" }
  }
}
output "all" { value = local.all }
output "hidden" {
  value     = var.plain
  sensitive = true
}
`

const env = {
  ...Object.fromEntries(Object.entries(SECRETS).map(([name, value]) => [`TF_VAR_${name}`, value])),
  TF_VAR_plain_too: 'Env1r0nment-K3y',
  DB_PASSWORD: 'Env1r0nment-K3y',
}

async function shown(stage: Stage, run: ActionRun, pull: Pull, secrets: readonly string[]) {
  const { outputs, summary, annotations, log, rawStdout, state } = run
  const said = rawStdout.replace(/^::add-mask::.*$/gm, '')
  const bodies = (await stage.comments(pull)).map(({ body }) => body)
  const texts = [said, log, summary, JSON.stringify([outputs, annotations, state, run.env]), ...bodies]
  return leaked(viewsOf(texts.join('\n')), secrets)
}

test('an apply that fails in the middle, and one that is refused, leave no secret', async () => {
  await using stage = await startStage({ 'main.tf': MAIN })
  const pull = await stage.open({ 'change.tf': CHANGE })
  const secrets = [...Object.values(SECRETS), env.DB_PASSWORD]
  expect(await stage.plan(pull, { env })).toMatchObject({ code: 0 })
  const sha = await stage.merge(pull)

  // Of the environment the review knew a secret; so must what tells the differences.
  const other = {
    ...env,
    TF_VAR_plain: 'An0ther-K3y-now',
    TF_VAR_plain_too: 'Oth3r-Env-K3y',
    DB_PASSWORD: 'Oth3r-Env-K3y',
  }
  const refused = await stage.apply(sha, { env: other })
  expect(refused).toMatchObject({ code: 1, outputs: { applied: 'false' } })
  const all = [...secrets, other.TF_VAR_plain, other.DB_PASSWORD]
  expect(await shown(stage, refused, pull, all)).toEqual([])

  const failed = await stage.apply(sha, { env })
  expect(failed.code).toBe(1)
  expect(failed.summary).toContain('terraform_data.bad')
  expect(await shown(stage, failed, pull, secrets)).toEqual([])
})
