import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startGitHub } from '../../../test/support/github/server.ts'
import { leaked, viewsOf } from '../../../test/support/plans/leaks.ts'
import { leakyPlan } from '../../../test/support/plans/leaky.ts'
import { everything, planComment, pullRequest, terraform, workspace } from './setting.ts'

const PLANS = 40
const PER_RUN = 20

/** Secrets as people have them, and as they hurt. */
const SECRETS: Readonly<Record<string, string>> = {
  plain: 'Zx81kQ0pLm42',
  quotes: 'a"b\\c Q9w8e7',
  hcl: 'T0p${x}%{y}K3y',
  html: '<b>K3yH7ml&amp;4</b>',
  markdown: '`*_K3yM4rk_*`](x)|',
  unicode: 'pä$$wörd✓密码42',
  lines: 'first-line-K3y\nsecond-line-K3y\n',
  pattern: '^(K3y.*)[a-z]+$?',
  url: 'p@ss:w/rd?K3y#1',
  longer: 'Zx81kQ0pLm42-and-more',
  document: '{"token":"K3yJs0nTok"}',
  short: 'q7Zw',
  pin: '4711',
}

const names = Object.keys(SECRETS)
const variables = names
  .map(name => `variable "${name}" {\n  type      = string\n  sensitive = true\n}\n`)
  .join('')
const locals = `locals {\n  all = [${names.map(name => `nonsensitive(var.${name})`).join(', ')}]\n}\n`
const each = '${each.key}'
/** Repeats all of them, their marks taken off, wherever a plan has room for a text. */
const repeats = `resource "terraform_data" "each" {
  for_each = toset(local.all)
  input = {
    (each.key) = each.key
    base64     = base64encode("x${each} and more")
    url        = urlencode(each.key)
    json       = jsonencode({ a = jsonencode([jsonencode({ b = each.key })]) })
    script     = "#!/bin/sh\\nexport A='${each}'\\n"
    list       = ["server-${each}.example.org"]
  }
}
output "all" {
  value = { for one in local.all : one => "is ${'${one}'}" }
}
`
const fails = `resource "terraform_data" "bad" {
  for_each = toset(local.all)
  input    = file("/nope/${each}")
}
resource "terraform_data" "condition" {
  lifecycle {
    precondition {
      condition     = length(local.all) == 0
      error_message = "not ${'${jsonencode(local.all)}'}!"
    }
  }
}
data "terraform_remote_state" "far" {
  for_each = toset(local.all)
  backend  = "http"
  config   = { address = "http://u:${'${urlencode(each.key)}'}@127.0.0.1:1/${each}" }
}
output "number" {
  value = [for one in local.all : tonumber("n${'${one}'}")]
}
`

const given = Object.fromEntries(Object.entries(SECRETS).map(([name, value]) => [`TF_VAR_${name}`, value]))

/** The secrets that a text shows: short ones as words, which is how they are hidden. */
function shown(text: string, secrets: readonly string[]): string[] {
  const views = viewsOf(text)
  const words = secrets.filter(secret => secret.length < 5)
  const isShown = (word: string) =>
    views.some(view => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(view))
  return [...leaked(views, secrets), ...words.filter(isShown)]
}

type Run = Awaited<ReturnType<typeof planComment>>

/** Everything that leaves, of the runner and of the pull request. */
function leaving(run: Run, comments: readonly { body?: string | null }[] = []): string {
  const bodies = comments.map(({ body }) => body ?? '')
  return [everything(run), run.log, JSON.stringify([run.env, run.state, run.tempLeft]), ...bodies].join('\n')
}

test(`${PLANS} leaky plans as files leave nothing of their secrets`, async () => {
  await using github = await startGitHub()
  await using place = await workspace({})
  const pull = await pullRequest(github)
  const first = Number(process.env.SEED) || 1
  const seeds = Array.from({ length: PLANS }, (_, index) => first + index)
  for (let at = 0; at < PLANS; at += PER_RUN) {
    const some = seeds.slice(at, at + PER_RUN)
    const plans = some.map(leakyPlan)
    const lines = some.map(seed => `root-${seed}=${seed}.json`)
    await Promise.all(
      plans.map(({ plan }, index) =>
        writeFile(join(place.path, `${some[index]}.json`), JSON.stringify(plan)),
      ),
    )
    const run = await planComment(place.path, { 'plan-json': lines.join('\n') }, pull.job(at + 1))
    expect(run.code).toBe(0)
    const text = leaving(run, await pull.comments())
    const secrets = plans.flatMap(one => one.secrets)
    expect({ seeds: some, shown: shown(text, secrets) }).toEqual({ seeds: some, shown: [] })
  }
})

test.each<[string, string, Record<string, string>, Record<string, string>]>([
  ['by the environment', repeats, {}, given],
  ['by the environment, and the plan fails', repeats + fails, {}, given],
  ['by files of variables', repeats, { 'a.auto.tfvars.json': JSON.stringify(SECRETS) }, {}],
  [
    'by files of HCL, and the plan fails',
    fails,
    {
      'terraform.tfvars': names
        .map(name => `${name} = ${JSON.stringify(SECRETS[name]).replace(/[$%](?=\{)/g, '$&$&')}\n`)
        .join(''),
    },
    {},
  ],
])('secrets of all kinds do not leave: given %s', async (_, main, files, env) => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  await using place = await workspace({ 'main.tf': `${variables}${locals}${main}`, ...files })
  const job = pull.job()
  const run = await planComment(place.path, {}, { ...job, env: { ...job.env, ...env } })
  const comments = await pull.comments()
  expect(shown(leaving(run, comments), Object.values(SECRETS))).toEqual([])
  expect(run.code).toBe(main.includes('"bad"') ? 1 : 0)
  expect(comments[0]?.body).toContain('terraform_data.')
})

test('what only the state knows as sensitive does not leave, by the log of the plan either', async () => {
  const secret = 'St4te-0nly-K3y'
  await using place = await workspace({
    'main.tf': 'variable "x" {}\nresource "terraform_data" "x" {\n  input = sensitive(var.x)\n}\n',
  })
  await terraform(place.path, 'init')
  await terraform(place.path, 'apply', '-auto-approve', `-var=x=${secret}`)
  await place.write(
    'main.tf',
    `resource "terraform_data" "x" {
  input = sensitive("other")
  lifecycle {
    ignore_changes = [input]
  }
}
resource "terraform_data" "y" {
  for_each = toset([nonsensitive(terraform_data.x.output)])
  input    = each.key
}
`,
  )
  const run = await planComment(place.path, {})
  expect(run.code).toBe(0)
  expect(shown(leaving(run), [secret])).toEqual([])
})

test('a cancelled plan leaves none', async () => {
  await using place = await workspace({ 'main.tf': `${variables}${locals}${repeats}` })
  const run = await planComment(
    place.path,
    {},
    { env: given, killAfter: line => /Plan to|Initializing/.test(line) },
  )
  expect(run.conclusion).toBe('cancelled')
  expect(shown(leaving(run), Object.values(SECRETS))).toEqual([])
})

test('ordinary words as secrets do not blank the comment', async () => {
  await using github = await startGitHub()
  const pull = await pullRequest(github)
  const words = ['true', 'app', 'code', 'details', 'create', 'summary', 'terraform', '1']
  await using place = await workspace({
    'main.tf': `variable "words" {
  type      = list(string)
  sensitive = true
}
resource "terraform_data" "app" {
  input            = { enabled = true, name = "application" }
  triggers_replace = var.words
}
`,
  })
  const job = pull.job()
  const env = { ...job.env, TF_VAR_words: JSON.stringify(words) }
  const run = await planComment(place.path, {}, { ...job, env })
  const [comment] = await pull.comments()
  const body = comment?.body ?? ''
  expect(body).toContain('1 to create')
  expect(body).toContain('enabled')
  expect(body).toContain('true')
  for (const text of [body, run.summary]) {
    expect(text).toMatch(/<details[ >]/)
    expect(text).toContain('<code>')
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  }
})
