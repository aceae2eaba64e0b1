import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { ActionRun } from '../../../test/support/runner.ts'
import { type Pull, type Stage, startStage } from './stage.ts'

const SECRET = 'hunter2-swordfish'
const env = { TF_VAR_token: SECRET }
const BACKEND = 'terraform {\n  backend "local" { path = "{folder}/terraform.tfstate" }\n}\n'
const MAIN = `${BACKEND}
variable "token" {
  type      = string
  sensitive = true
}
resource "terraform_data" "web" { input = "one" }
resource "terraform_data" "keeper" { input = var.token }
output "address" { value = terraform_data.web.output }
output "token" {
  value     = var.token
  sensitive = true
}
`
const DB = { 'db.tf': 'resource "terraform_data" "db" { input = "new" }\n' }

/** Everything that leaves the runner, but for the commands that tell it what to hide. */
async function told(stage: Stage, run: ActionRun, pull?: Pull): Promise<string> {
  const { outputs, summary, annotations, log, rawStdout } = run
  const shown = rawStdout.replace(/^::add-mask::.*$/gm, '')
  const comments = pull ? await stage.comments(pull) : []
  return JSON.stringify([outputs, summary, annotations, log, shown, comments])
}

const names = async (stage: Stage) => (await stage.state()).resources.map(({ name }) => name).sort()

async function reviewed(stage: Stage): Promise<Pull> {
  const pull = await stage.open(DB)
  expect(await stage.plan(pull, { env })).toMatchObject({ code: 0 })
  return pull
}

test.each(['merge', 'squash', 'rebase'] as const)(
  'merged by %s, what was reviewed is applied',
  async method => {
    await using stage = await startStage({ 'main.tf': MAIN })
    const pull = await reviewed(stage)
    const run = await stage.apply(await stage.merge(pull, method), { env })
    expect(run).toMatchObject({ code: 0, conclusion: 'success', tempLeft: [] })
    expect(run.outputs).toMatchObject({ applied: 'true', 'pull-request': String(pull.number) })
    expect(JSON.parse(run.outputs.outputs ?? '')).toEqual({ address: 'one' })
    expect(run.outputs['outputs-file']).toMatch(/outputs\.json$/)
    expect(await names(stage)).toEqual(['db', 'keeper', 'web'])
    expect(await stage.data(pull, 'terraform-apply')).toEqual({ state: 'applied' })
    expect(await told(stage, run, pull)).not.toContain(SECRET)
    // Once more: nothing is left to do, and the comment stays as it is.
    const before = await stage.comments(pull)
    const again = await stage.apply(await stage.commit({ 'README.md': 'docs' }), { env })
    expect(again).toMatchObject({ code: 0, outputs: { applied: 'false' } })
    expect(JSON.parse(again.outputs.outputs ?? '')).toEqual({ address: 'one' })
    expect(await stage.comments(pull)).toEqual(before)
  },
)

test.each<
  [string, (stage: Stage, pull: Pull) => Promise<{ env?: Record<string, string> } | unknown>, RegExp]
>([
  [
    'the state changed between review and merge',
    async stage => {
      const other = await stage.open({ 'other.tf': 'resource "terraform_data" "other" { input = 1 }\n' })
      const run = await stage.apply(await stage.commit({}), { env, inputs: { approve: 'auto' } })
      expect(run.code).toBe(0)
      return other
    },
    /is not the one that was reviewed on pull request .?#1/,
  ],
  [
    'only a secret is another',
    async () => ({ env: { TF_VAR_token: 'hunter3-swordfish' } }),
    /is not the one that was reviewed/,
  ],
  [
    'another change came with it',
    stage => stage.commit({ 'late.tf': 'resource "terraform_data" "late" { input = 1 }\n' }),
    /is not the one that was reviewed/,
  ],
  [
    'the comment was edited by hand',
    async (stage, pull) => {
      const [comment] = await stage.comments(pull)
      const human = await stage.client(stage.github.token({ user: 'acme' }))
      const body = `${comment?.body}\nlooks fine`
      await human.rest.issues.updateComment({
        owner: 'acme',
        repo: 'shop',
        comment_id: comment?.id ?? 0,
        body,
      })
    },
    /was edited by hand/,
  ],
  [
    'the comment was deleted',
    async (stage, pull) => {
      const [comment] = await stage.comments(pull)
      const human = await stage.client()
      await human.rest.issues.deleteComment({ owner: 'acme', repo: 'shop', comment_id: comment?.id ?? 0 })
    },
    /has no comment of terraform-plan-comment with comment-key 'infrastructure'/,
  ],
])('nothing is applied where %s', async (_, meanwhile, message) => {
  await using stage = await startStage({ 'main.tf': MAIN })
  const pull = await reviewed(stage)
  const more = (await meanwhile(stage, pull)) as { env?: Record<string, string> } | undefined
  const before = await stage.state()
  const run = await stage.apply(await stage.merge(pull), { env: more?.env ?? env })
  expect(run).toMatchObject({ code: 1, outputs: { applied: 'false', outputs: '' } })
  expect(run.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(message) }])
  expect(await stage.state()).toEqual(before)
  expect(run.summary).toContain('nothing applied: the plan is not approved')
  for (const secret of [SECRET, 'hunter3-swordfish'])
    expect(await told(stage, run, pull)).not.toContain(secret)
})

test('a direct push was reviewed by nobody: refused, unless that is asked for', async () => {
  await using stage = await startStage({ 'main.tf': MAIN })
  const sha = await stage.commit(DB)
  const refused = await stage.apply(sha, { env })
  expect(refused.code).toBe(1)
  expect(refused.log).toMatch(
    /nothing was reviewed: commit [0-9a-f]{7} of 'infra_main' came with no pull request/,
  )
  const run = await stage.apply(sha, { env, inputs: { approve: 'auto' } })
  expect(run).toMatchObject({ code: 0, outputs: { applied: 'true', 'pull-request': '', 'comment-url': '' } })
  const nothing = await stage.apply(await stage.commit({ 'README.md': 'docs' }), { env })
  expect(nothing).toMatchObject({ code: 0, outputs: { applied: 'false' } })
})

test('a dry run compares, applies nothing and writes nothing', async () => {
  await using stage = await startStage({ 'main.tf': MAIN })
  const pull = await reviewed(stage)
  const before = await stage.comments(pull)
  const run = await stage.apply(await stage.merge(pull), { env, inputs: { 'dry-run': 'true' } })
  expect(run).toMatchObject({ code: 0, outputs: { applied: 'false' } })
  expect(run.summary).toContain('would be applied (dry run)')
  expect(await names(stage)).toEqual([])
  expect(await stage.comments(pull)).toEqual(before)
})

test('a token that may only read: what was reviewed is applied, and the summary tells', async () => {
  await using stage = await startStage({ 'main.tf': MAIN })
  const pull = await reviewed(stage)
  const token = stage.github.token({ write: false })
  const run = await stage.apply(await stage.merge(pull), { env, token })
  expect(run).toMatchObject({ code: 0, outputs: { applied: 'true', 'comment-url': '' } })
  expect(run.annotations).toMatchObject([
    { level: 'warning', message: expect.stringMatching(/not on the pull request.*pull-requests: write/) },
  ])
  expect(run.summary).toContain('terraform_data.db')
})

test('of several root modules none is applied where one is not as reviewed; outputs are by directory', async () => {
  const root = (name: string) =>
    `terraform {\n  backend "local" { path = "{folder}/${name}.tfstate" }\n}\nresource "terraform_data" "x" { input = "${name}" }\noutput "name" { value = terraform_data.x.output }\n`
  await using stage = await startStage({ 'app/main.tf': root('app'), 'net/main.tf': root('net') })
  const inputs = { directories: 'net\napp' }
  const pull = await stage.open({ 'README.md': 'more' })
  await stage.plan(pull, { inputs })
  const sha = await stage.merge(pull)
  const late = await stage.commit({ 'app/late.tf': 'resource "terraform_data" "late" {}\n' })
  const refused = await stage.apply(sha, { inputs, env: { GITHUB_SHA: sha } })
  expect(refused).toMatchObject({ code: 0 })
  const other = await stage.apply(late, { inputs, env: { GITHUB_SHA: late } })
  expect(other.code).toBe(1)
  expect(JSON.parse(refused.outputs.outputs ?? '')).toEqual({ net: { name: 'net' }, app: { name: 'app' } })
})

const FLAKY = `${BACKEND}
variable "token" {
  type      = string
  sensitive = true
}
resource "terraform_data" "first" { input = "1" }
resource "terraform_data" "flaky" {
  input = terraform_data.first.id
  provisioner "local-exec" { command = "echo with $TF_VAR_token; test -e {folder}/ready" }
}
resource "terraform_data" "last" { input = terraform_data.flaky.id }
`

test('a half-failed apply is told, and run again it does what is left, and only that', async () => {
  await using stage = await startStage({ 'main.tf': FLAKY })
  const pull = await stage.open({ 'README.md': 'more' })
  await stage.plan(pull, { env })
  const sha = await stage.merge(pull)
  const failed = await stage.apply(sha, { env })
  expect(failed.code).toBe(1)
  expect(failed.summary).toMatch(/apply failed: 1 of 3 changes applied/)
  expect(failed.log).toContain(
    'What is left is part of the reviewed plan: correct the cause, and run this job again',
  )
  expect(failed.summary).toMatch(/<b>failed<\/b> to create <code>terraform_data.flaky<\/code>/)
  expect(failed.summary).toMatch(/not reached: to create <code>terraform_data.last<\/code>/)
  expect(await stage.data(pull, 'terraform-apply')).toMatchObject({
    state: 'failed',
    remainder: expect.any(String),
  })
  expect(failed.log).toContain('with ***')
  expect(await told(stage, failed, pull)).not.toContain(SECRET)
  // Someone slips something in: that is no part of what was reviewed.
  const late = await stage.commit({ 'late.tf': 'resource "terraform_data" "late" {}\n' })
  const slipped = await stage.apply(late, { env, inputs: { 'pull-request': String(pull.number) } })
  expect(slipped.log).toMatch(/is not the one that was reviewed/)
  await writeFile(join(stage.folder, 'ready'), '')
  const again = await stage.apply(sha, { env })
  expect(again).toMatchObject({ code: 0, outputs: { applied: 'true' } })
  expect(await names(stage)).toEqual(['first', 'flaky', 'last'])
  expect(await stage.data(pull, 'terraform-apply')).toEqual({ state: 'applied' })
})
