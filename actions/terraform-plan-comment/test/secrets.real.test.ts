import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { everything, planComment, pullRequest, resource, terraform, workspace } from './setting.ts'

const SECRET = 'corr3ct-h0rse battery"staple'
const forms = [
  SECRET,
  JSON.stringify(SECRET).slice(1, -1),
  Buffer.from(SECRET).toString('base64').slice(0, 32),
]

const sensitive = (name: string) => `variable "${name}" {\n  type      = string\n  sensitive = true\n}\n`

/** A sensitive value within a string, its mark taken off. */
const inserted = (value: string) => `$\{nonsensitive(${value})}`

/** Where a plan or its errors can hold a secret. */
const places: [string, Record<string, string>, Record<string, string>][] = [
  ['an attribute that repeats it', { 'main.tf': `${sensitive('pw')}${resource('x', 'var.pw')}` }, {}],
  [
    'after the mark was taken off',
    { 'main.tf': `${sensitive('pw')}${resource('x', 'nonsensitive(var.pw)')}` },
    {},
  ],
  [
    'a JSON string and base64',
    {
      'main.tf': `${sensitive('pw')}${resource('x', `[jsonencode({ a = nonsensitive(var.pw) }), base64encode("user:${inserted('var.pw')}")]`)}`,
    },
    {},
  ],
  [
    'the error of a function',
    { 'main.tf': `${sensitive('pw')}${resource('x', `file("/nope/${inserted('var.pw')}")`)}` },
    {},
  ],
  [
    'the message of a failed check',
    {
      'main.tf': `${sensitive('pw')}resource "terraform_data" "x" {
  lifecycle {
    precondition {
      condition     = length(nonsensitive(var.pw)) == 1
      error_message = "not ${inserted('var.pw')}!"
    }
  }
}
`,
    },
    {},
  ],
  [
    'a file of variables',
    {
      'main.tf': `${sensitive('other')}${resource('x', 'nonsensitive(var.other)')}`,
      'secret.auto.tfvars': `other = ${JSON.stringify(SECRET)}\n`,
    },
    {},
  ],
  [
    'the default of a variable, in an error',
    {
      'main.tf': `variable "other" {\n  sensitive = true\n  default   = ${JSON.stringify(SECRET)}\n}\n${resource('x', `file("/nope/${inserted('var.other')}")`)}`,
    },
    {},
  ],
  [
    'a name',
    { 'main.tf': `${sensitive('pw')}output "o" {\n  value = { (nonsensitive(var.pw)) = 1 }\n}\n` },
    {},
  ],
  [
    'an environment variable of that name',
    { 'main.tf': `variable "plain" {}\n${resource('x', 'var.plain')}` },
    { TF_VAR_plain: SECRET, DB_PASSWORD: SECRET },
  ],
]

test.each(places)('a secret does not leave: %s', async (_, files, env) => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace(files)
  const job = pull.job()
  const run = await planComment(place.path, {}, { ...job, env: { ...job.env, TF_VAR_pw: SECRET, ...env } })
  const left = [everything(run), ...(await pull.comments()).map(({ body }) => body ?? '')].join('\n')
  for (const form of forms) expect(left).not.toContain(form)
  expect(left).toContain('gitops-actions:comment infrastructure')
})

test('a secret of the state does not leave by the error of a plan that fails', async () => {
  await using place = await workspace({
    'main.tf': `variable "pw" {\n  sensitive = true\n}\n${resource('x', 'sensitive(var.pw)')}`,
  })
  await terraform(place.path, 'init')
  await terraform(place.path, 'apply', '-auto-approve', `-var=pw=${SECRET}`)
  await place.write(
    'main.tf',
    `resource "terraform_data" "x" {\n  input = sensitive("other")\n}\n${resource('y', `file("/nope/${inserted('terraform_data.x.output')}")`)}`,
  )
  const run = await planComment(place.path, {})
  for (const form of forms) expect(everything(run)).not.toContain(form)
})

test("one root module's secret does not leave by another's plan", async () => {
  await using place = await workspace({
    'a/main.tf': `${sensitive('pw')}${resource('x', 'var.pw')}`,
    'b/main.tf': resource('x', JSON.stringify(SECRET)),
  })
  const run = await planComment(place.path, { directories: 'a\nb' }, { env: { TF_VAR_pw: SECRET } })
  expect(run.code).toBe(0)
  for (const form of forms) expect(everything(run)).not.toContain(form)
})
